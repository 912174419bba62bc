/** References as links into the record; works and assumptions as words. */

import { Link } from "./link";

/** Whether a reference names an entry of the record: no spaces, and not an assumption or a work. */
export function isEntry(reference: string): boolean {
  return /^[a-z0-9][\w./-]*$/i.test(reference) && !reference.startsWith("assumed");
}

export function Sources({ references }: { references: string | readonly string[] }) {
  const listed = typeof references === "string" ? references.split(references.includes("; ") ? "; " : ", ") : references;
  return (
    <span class="sources">
      {listed.filter(Boolean).map((reference) =>
        isEntry(reference) ? (
          <Link key={reference} view="record" query={{ entry: reference }}>
            {reference}
          </Link>
        ) : (
          <span key={reference}>{reference}</span>
        ),
      )}
    </span>
  );
}
