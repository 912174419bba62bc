import { expect, test } from "vitest";

import { csv } from "../src/drawing/export";
import { monthName, monthNumber, monthText } from "../src/drawing/months";
import { percent, points } from "../src/drawing/numbers";

test("cells with commas and quotes are quoted", () => {
  expect(csv([{ a: 'he said "no", twice', b: null }])).toBe('a,b\r\n"he said ""no"", twice",\r\n');
});

test("a spreadsheet computes nothing from our text", () => {
  expect(csv([{ a: "=1+1", b: -1 }])).toBe("a,b\r\n'=1+1,-1\r\n");
});

test("months come back from their numbers", () => {
  for (const month of ["1922-04", "1929-12", "1953-01"]) expect(monthText(monthNumber(month))).toBe(month);
  expect(monthName("1922-04")).toBe("April 1922");
});

test("what is little is not nothing, and what is nearly all is not all", () => {
  expect([0, 0.001, 0.5, 0.999, 1].map(percent)).toEqual(["0 %", "<1 %", "50 %", ">99 %", "100 %"]);
  expect([0.124, -0.05, 0.001].map(points)).toEqual(["+12", "−5", "0"]);
});
