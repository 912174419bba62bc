/** References as links into the record, which say what stands there; works and assumptions as words. */

import { useState } from "preact/hooks";

import { entryPath, useAsked } from "../api/client";
import type { Entry } from "../api/types";
import { Link } from "./link";

/** Whether a reference names an entry of the record: no spaces, and not an assumption or a work. */
export function isEntry(reference: string): boolean {
  return /^[a-z0-9][\w./-]*$/i.test(reference) && !reference.startsWith("assumed");
}

export function Sources({ references }: { references: string | readonly string[] }) {
  const listed = (
    typeof references === "string" ? references.split(references.includes("; ") ? "; " : ", ") : references
  ).filter(Boolean);
  const entries = listed.filter(isEntry);
  return (
    <span class="sources">
      {listed.map((reference) =>
        isEntry(reference) ? (
          <Recorded key={reference} reference={reference} word={entries.length > 1 ? `source ${entries.indexOf(reference) + 1}` : "source"} />
        ) : (
          <span key={reference}>{reference}</span>
        ),
      )}
    </span>
  );
}

/** A way to an entry; whoever points at it is told what the entry says. */
function Recorded({ reference, word }: { reference: string; word: string }) {
  const [near, come] = useState(false);
  const { value } = useAsked<Entry>(near ? entryPath(reference) : null);
  const says = value?.fact?.claim ?? value?.row?.summary;
  return (
    <span onPointerEnter={() => come(true)} onFocusCapture={() => come(true)}>
      <Link view="record" query={{ entry: reference }} class="recorded-in" title={says ? `${says} (${reference})` : reference} label={`${word}: ${says ?? reference}`}>
        {word}
      </Link>
    </span>
  );
}
