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
  it("are drawn one in a frame, in the order in which they came", () => {
    const { ask, pass, waiting } = frames();
    const [line, drawn] = [new Line(ask), [] as string[]];
    const [one, other] = [{}, {}];
    line.wait(one, () => drawn.push("one"));
    line.wait(other, () => drawn.push("other"));
    expect(waiting()).toBe(1);
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
    pass();
    pass();
    pass();
    expect(drawn).toEqual([3, 2]);
  });

  it("leave without being drawn, and others come after", () => {
    const { ask, pass } = frames();
    const [line, drawn] = [new Line(ask), [] as number[]];
    const one = {};
    line.wait(one, () => drawn.push(1));
    line.leave(one);
    pass();
    line.wait({}, () => drawn.push(2));
    pass();
    expect(drawn).toEqual([2]);
  });

  it("let frames pass after a missed one, and not for ever", () => {
    const { ask, pass } = frames();
    const [line, drawn] = [new Line(ask), [] as number[]];
    for (const i of [1, 2]) line.wait({}, () => drawn.push(i));
    pass();
    pass(50);
    expect(drawn).toEqual([1]);
    pass(50);
    expect(drawn).toEqual([1]);
    pass(50);
    expect(drawn).toEqual([1, 2]);
  });
});
