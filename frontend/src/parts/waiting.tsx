/** What a view shows while there is nothing to show yet: progress, a stop, or a trouble with a way on. */

import type { Work } from "../api/job";
import { grouped } from "../drawing/numbers";

type Props = {
  work: Work<unknown>;
  of?: string;
  /** Whether a stop keeps what was finished. */
  kept?: boolean;
};

export function Waiting({ work, of = "histories", kept = true }: Props) {
  const { job, trouble, lost, stop, again } = work;
  if (trouble !== null) return <Trouble said={trouble} again={again} />;
  if (lost) return <Trouble said="Apparat does not answer. Asking again; what was finished is kept." />;
  if (job?.state === "stopped") {
    return (
      <section class="card waiting" role="status">
        <p>
          Stopped{job.done ? ` after ${grouped(job.done)} of ${grouped(job.total)} ${of}` : ""}.{" "}
          {kept ? "What was finished is kept." : "An answer needs all of them, so nothing is kept."}
        </p>
        <button type="button" onClick={again}>
          {kept ? "Go on" : "Begin again"}
        </button>
      </section>
    );
  }
  const share = job && job.total > 0 ? job.done / job.total : 0;
  return (
    <section class="card waiting" aria-busy="true">
      <p role="status">{told(job, of)}</p>
      <progress max={1} {...(share > 0 ? { value: share } : {})} aria-label="Progress" />
      <button type="button" class="quiet" onClick={stop}>
        Stop
      </button>
    </section>
  );
}

function told(job: Work<unknown>["job"], of: string): string {
  if (!job || job.stage === "waiting") return "In line …";
  if (job.stage === "preparing") {
    return "Preparing the model: its rules are compiled once, which takes up to a minute …";
  }
  const left = job.rate > 0 ? (job.total - job.done) / job.rate : 0;
  const time = left >= 2 ? `, about ${grouped(left)} s left` : "";
  return `${grouped(job.done)} of ${grouped(job.total)} ${of} played${time}`;
}

export function Trouble({ said, again }: { said: string; again?: () => void }) {
  return (
    <section class="card trouble" role="alert">
      <p>{said}</p>
      {again && (
        <button type="button" onClick={again}>
          Try again
        </button>
      )}
    </section>
  );
}
