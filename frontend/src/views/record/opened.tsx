/** An opened entry of the record, whatever it is: its frame, and what can be taken along of it. */

import type { ComponentChildren } from "preact";

import { entryPath } from "../../api/client";
import { filed } from "../../drawing/export";
import { Save } from "../../parts/save";

type Props = {
  /** As the address has it: a fact, a row, `person/…` or `body/…`. */
  id: string;
  title: string;
  /** The entry in one row. */
  row: object;
  whole: unknown;
  close: () => void;
  children: ComponentChildren;
};

export function Opened({ id, title, row, whole, close, children }: Props) {
  return (
    <article class="card entry" aria-labelledby="entry">
      <div class="head">
        <p class="faint">{id}</p>
        <div class="tools">
          <Save
            name={`apparat-record-${filed(id)}`}
            rows={() => [row]}
            whole={whole}
            served={{ table: `/api${entryPath(id, "files")}`, page: `/api${entryPath(id, "pages")}` }}
          />
          <button type="button" class="quiet" onClick={close}>
            Close
          </button>
        </div>
      </div>
      <h2 id="entry">{title}</h2>
      {children}
    </article>
  );
}
