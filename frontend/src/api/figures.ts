/** The figures of an answer, fetched once it is there. */

import { useEffect, useState } from "preact/hooks";

import { ask, send } from "./client";
import type { Figure, Job, Order } from "./types";

const kept = new Map<string, readonly Figure[]>();

/** What an order's answer shows, or null until it is known; `ready` once there is an answer. */
export function useFigures(order: Order | null, ready: boolean): readonly Figure[] | null {
  const key = order && ready ? JSON.stringify(order) : null;
  const [, seen] = useState(0);
  useEffect(() => {
    if (key === null || kept.has(key)) return;
    let wanted = true;
    // The order leads to its job, which is done, so that asking starts nothing.
    send<Job>("/jobs", JSON.parse(key))
      .then((job) => ask<Figure[]>(`/jobs/${job.id}/figures`))
      .then(
        (figures) => {
          kept.set(key, figures);
          if (wanted) seen((count) => count + 1);
        },
        () => undefined,
      );
    return () => {
      wanted = false;
    };
  }, [key]);
  return key === null ? null : (kept.get(key) ?? null);
}
