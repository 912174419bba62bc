/** An order, followed from being asked to its answer: through reloads, and through the server's end. */

import { useCallback, useEffect, useRef, useState } from "preact/hooks";

import { ask, send, Unmet } from "./client";
import type { Job, Order } from "./types";

export type Work<T> = {
  readonly job: Job | null;
  readonly result: T | null;
  /** Why there will be no answer, in the server's words. */
  readonly trouble: string | null;
  /** Whether the server has gone, and is being asked again. */
  readonly lost: boolean;
  readonly stop: () => void;
  readonly again: () => void;
};

const RETRY_MS = 1500;
const answers = new Map<string, unknown>();

type State<T> = Pick<Work<T>, "job" | "result" | "trouble" | "lost">;
const NOTHING = { job: null, result: null, trouble: null, lost: false };

/** The answer to an order, with its progress; null orders nothing. */
export function useJob<T>(order: Order | null): Work<T> {
  const [state, set] = useState<State<T>>(NOTHING);
  const [attempt, retry] = useState(0);
  const current = useRef<Job | null>(null);
  const key = order && JSON.stringify(order);

  useEffect(() => {
    if (key === null) return set(NOTHING);
    if (answers.has(key)) return set({ ...NOTHING, result: answers.get(key) as T });
    set(NOTHING);
    return follow<T>(JSON.parse(key) as Order, (next) => {
      current.current = next.job;
      if (next.result !== null) answers.set(key, next.result);
      set(next);
    });
  }, [key, attempt]);

  const stop = useCallback(() => {
    if (current.current) void ask(`/jobs/${current.current.id}`, { method: "DELETE" }).catch(() => undefined);
  }, []);
  return { ...state, stop, again: useCallback(() => retry((count) => count + 1), []) };
}

/** Order, listen, fetch; begin anew while the server is away. Gives the way to stop listening. */
function follow<T>(order: Order, tell: (state: State<T>) => void): () => void {
  let over = false;
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout>;

  const later = (job: Job | null) => {
    source?.close();
    if (over) return;
    tell({ ...NOTHING, job, lost: true });
    timer = setTimeout(begin, RETRY_MS);
  };
  const fail = (error: unknown, job: Job | null) => {
    if (over) return;
    if (error instanceof Unmet && error.status !== 0) tell({ ...NOTHING, job, trouble: error.message });
    else later(job);
  };
  const heard = (job: Job) => {
    if (over) return;
    if (job.state === "done") {
      source?.close();
      ask<T>(`/jobs/${job.id}/result`).then(
        (result) => over || tell({ ...NOTHING, job, result }),
        (error) => fail(error, job),
      );
    } else {
      if (job.state === "failed" || job.state === "stopped") source?.close();
      tell({ ...NOTHING, job, trouble: job.state === "failed" ? job.message : null });
    }
  };
  const begin = () => {
    send<Job>("/jobs", order).then(
      (job) => {
        if (over) return;
        heard(job);
        if (job.state === "done" || job.state === "failed") return;
        source = new EventSource(`/api/jobs/${job.id}/events`);
        let last = job;
        source.onmessage = (event) => heard((last = JSON.parse(event.data as string) as Job));
        source.onerror = () => later(last);
      },
      (error) => fail(error, null),
    );
  };

  begin();
  return () => {
    over = true;
    source?.close();
    clearTimeout(timer);
  };
}
