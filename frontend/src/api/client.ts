/** Requests to the server that sent this page, and to no other. */

import { useEffect, useState } from "preact/hooks";

import type { Fault } from "./types";

/** A request that was not met, with the server's own words. */
export class Unmet extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Ask the server. Throws Unmet, also where the server cannot be reached (status 0). */
export async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(`/api${path}`, init);
  } catch {
    throw new Unmet(0, "Apparat does not answer. Is `apparat web` still running?");
  }
  if (!answer.ok) {
    const fault = (await answer.json().catch(() => null)) as Fault | null;
    throw new Unmet(answer.status, fault?.message ?? `The server answered with status ${answer.status}.`);
  }
  return (await answer.json()) as T;
}

/** Send something to the server. */
export function send<T>(path: string, body: unknown): Promise<T> {
  const headers = { "content-type": "application/json" };
  return ask<T>(path, { method: "POST", headers, body: JSON.stringify(body) });
}

/** Where an entry of the record is asked for. */
export function entryPath(id: string, what = "entries"): string {
  return `/record/${what}/${id.split("/").map(encodeURIComponent).join("/")}`;
}

export type Asked<T> = { readonly value: T | null; readonly trouble: string | null };

const kept = new Map<string, unknown>();

/** What the server has under a path, kept for the visit; null asks for nothing. */
export function useAsked<T>(path: string | null): Asked<T> {
  const [asked, set] = useState<{ path: string | null } & Asked<T>>({ path: null, value: null, trouble: null });
  useEffect(() => {
    if (path === null || kept.has(path)) return;
    let wanted = true;
    ask<T>(path).then(
      (value) => {
        kept.set(path, value);
        if (wanted) set({ path, value, trouble: null });
      },
      (error: Error) => wanted && set({ path, value: null, trouble: error.message }),
    );
    return () => {
      wanted = false;
    };
  }, [path]);
  if (path !== null && kept.has(path)) return { value: kept.get(path) as T, trouble: null };
  return asked.path === path ? asked : { value: null, trouble: null };
}
