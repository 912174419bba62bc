import { describe, expect, it } from "vitest";

import { Line } from "../src/state/turns";

/** Frames that pass when they are told to. */
function frames() {
  const asked: ((now: number) => void)[] = [];
  let now = 0;
  return {
    ask: (then: (now: number) => void) => void asked.push(then),
    pass: (milliseconds = 16.7) => {
      now += milliseconds;
      for (const then of asked.splice(0)) then(now);
    },
    waiting: () => asked.length,
  };
}

describe("those who are costly to draw", () => {
  it("are drawn in the order in which they came, with a frame left free after each", () => {
    const { ask, pass, waiting } = frames();
    const [line, drawn] = [new Line(ask), [] as string[]];
    line.wait({}, () => drawn.push("one"));
    line.wait({}, () => drawn.push("other"));
    expect(waiting()).toBe(1);
    pass();
    expect(drawn).toEqual(["one"]);
    pass();
    expect(drawn).toEqual(["one"]);
    pass();
    expect(drawn).toEqual(["one", "other"]);
    expect(waiting()).toBe(0);
  });

  it("keep their place when asked again, and are drawn as asked last", () => {
    const { ask, pass } = frames();
    const [line, drawn] = [new Line(ask), [] as number[]];
    const [one, other] = [{}, {}];
    line.wait(one, () => drawn.push(1));
    line.wait(other, () => drawn.push(2));
    line.wait(one, () => drawn.push(3));
    for (let i = 0; i < 6; i++) pass();
    expect(drawn).toEqual([3, 2]);
  });

  it("leave without being drawn, and whoever comes after asks for no second frame", () => {
    const { ask, pass, waiting } = frames();
    const [line, drawn] = [new Line(ask), [] as number[]];
    const one = {};
    line.wait(one, () => drawn.push(1));
    line.leave(one);
    line.wait({}, () => drawn.push(2));
    expect(waiting()).toBe(1);
    pass();
    expect(drawn).toEqual([2]);
  });

  it("leave more frames free after a missed one", () => {
    const { ask, pass } = frames();
    const [line, drawn] = [new Line(ask), [] as number[]];
    for (const i of [1, 2, 3]) line.wait({}, () => drawn.push(i));
    for (const spent of [16, 16, 50, 16, 16]) pass(spent);
    expect(drawn).toEqual([1, 2]);
    pass();
    expect(drawn).toEqual([1, 2, 3]);
  });
});
