/** The journal as a story: months with what happened in them, filtered, and following the month at hand. */

import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";

import type { Line, Story } from "../../api/types";
import { monthName, monthNumber } from "../../drawing/months";
import { Segments } from "../../parts/segments";
import type { Query } from "../../state/address";
import { Vote } from "./vote";

const FILTERS = [
  ["turning", "Turning points"],
  ["decisions", "Decisions"],
  ["all", "Everything"],
] as const;
type Filter = (typeof FILTERS)[number][0];

/** What comes from outside, and what happens to posts in the hundreds. */
const ASIDE = new Set(["signal", "appointment", "dismissal", "transfer", "death", "reposition"]);

/** Whether a line is told under a filter. */
export function isTold(line: Pick<Line, "kind" | "turning_point" | "about_figure">, filter: Filter): boolean {
  if (filter === "all" || line.turning_point) return true;
  return filter === "decisions" && (!ASIDE.has(line.kind) || (line.about_figure && line.kind !== "reposition"));
}

type Props = {
  story: Story;
  month: string;
  filter: string | undefined;
  /** The event whose reasons are being shown. */
  asked: number | null;
  change: (changes: Query, replace?: boolean) => void;
  move: (month: number) => void;
};

export function Journal({ story, month, filter, asked, change, move }: Props) {
  const shown = FILTERS.find(([name]) => name === filter)?.[0] ?? "decisions";
  const frame = useRef<HTMLDivElement>(null);
  const months = useMemo(() => {
    const found = new Map<string, Line[]>();
    for (const line of story.lines) {
      if (isTold(line, shown)) found.set(line.month, [...(found.get(line.month) ?? []), line]);
    }
    return [...found];
  }, [story, shown]);

  const tops = useTops(frame, months);
  // Set by hand, so that moving through years redraws nothing.
  useEffect(() => {
    const here = months.findLastIndex(([name]) => name <= month);
    const element = frame.current?.querySelectorAll<HTMLElement>("[data-month]")[Math.max(here, 0)];
    frame.current?.querySelector("[aria-current]")?.removeAttribute("aria-current");
    if (!element || !frame.current) return;
    element.setAttribute("aria-current", "date");
    frame.current.scrollTop = tops.current[Math.max(here, 0)] ?? 0;
  }, [month, months]);

  const told = useMemo(
    () =>
      months.map(([name, lines]) => (
        <section key={name} data-month={name}>
          <h3>
            <button type="button" class="plain" onClick={() => move(monthNumber(name))}>
              {monthName(name)}
            </button>
          </h3>
          <ul>
            {lines.map((line, i) => (
              <li key={i} class={`${line.turning_point ? "turning" : ""} ${line.kind === "vote" ? "voted" : ""}`}>
                {line.kind === "vote" ? <Vote line={line} story={story} /> : line.said}
                {line.askable && <Ask line={line} pressed={line.event === asked} ask={change} />}
              </li>
            ))}
          </ul>
        </section>
      )),
    [months, story, move, asked, change],
  );
  return (
    <section class="card" aria-labelledby="journal">
      <div class="head">
        <h2 id="journal">What happened</h2>
        <Segments label="Told" options={FILTERS} value={shown} choose={(show) => change({ show }, true)} />
      </div>
      <div class="journal" ref={frame} tabIndex={0} role="region" aria-label="The journal">
        {told}
        {months.length === 0 && <p class="faint">Nothing of this kind happened. Choose “Everything”.</p>}
      </div>
    </section>
  );
}

/** How far down each month is told, measured anew when the story or its width changes, and not in every month. */
function useTops(frame: preact.RefObject<HTMLElement | null>, months: unknown): preact.RefObject<number[]> {
  const tops = useRef<number[]>([]);
  useLayoutEffect(() => {
    const measure = () => {
      const start = frame.current!.offsetTop;
      tops.current = [...frame.current!.querySelectorAll<HTMLElement>("[data-month]")].map((one) => one.offsetTop - start);
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const section of frame.current!.querySelectorAll("[data-month]")) observer.observe(section);
    return () => observer.disconnect();
  }, [months]);
  return tops;
}

type AskProps = { line: Line; pressed: boolean; ask: (changes: Query) => void };

function Ask({ line, pressed, ask }: AskProps) {
  return (
    <button type="button" class="ask" aria-pressed={pressed} aria-label={`Why? ${line.said}`} onClick={() => ask({ why: String(line.event), month: line.month })}>
      Why?
    </button>
  );
}
