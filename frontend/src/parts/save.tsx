/** What can be taken along: the address, the picture, the data. */

import { type ComponentChild, type ComponentChildren, render } from "preact";
import { useState } from "preact/hooks";

import { send } from "../api/client";
import type { Job, Order } from "../api/types";
import { csv, download, follow, pngOf, svgOf } from "../drawing/export";

type Props = {
  name: string;
  /** The drawing on the page, or one that is made for being saved. */
  picture?: () => SVGSVGElement | null | undefined;
  sheet?: () => ComponentChild;
  rows?: () => readonly object[];
  whole?: unknown;
  /** The order whose answer the server can hand out: this table as Parquet, and all of it as a page. */
  order?: Order;
  table?: string;
  /** Where the server hands out what no order answers: a table as Parquet, and all of it as a page. */
  served?: { readonly table: string; readonly page: string };
};

/** Escape closes it, and leads back to where it was opened. */
function closed(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.key !== "Escape" || !menu.open) return;
  event.preventDefault();
  menu.open = false;
  menu.querySelector("summary")?.focus();
}

type MenuProps = {
  /** What came of the last choice, where that is to be told. */
  said: string;
  say: (words: string) => void;
  children: ComponentChildren;
};

/** A menu of what can be taken along; the address always can. */
export function SaveMenu({ said, say, children }: MenuProps) {
  const copy = () =>
    navigator.clipboard.writeText(location.href).then(
      () => say("The address is copied."),
      () => say("The browser does not let it be copied: take it from the address bar."),
    );
  return (
    <details class="save" onKeyDown={closed}>
      <summary>Share and save</summary>
      <div class="menu">
        <button type="button" onClick={copy}>
          Copy the address of this view
        </button>
        {children}
        <p role="status">{said}</p>
      </div>
    </details>
  );
}

/** Draw something out of sight, for as long as it takes to be taken along. */
async function aside(sheet: ComponentChild, take: (svg: SVGSVGElement | null) => Promise<void>): Promise<void> {
  const place = document.createElement("div");
  place.className = "drawn-aside";
  document.body.append(place);
  render(sheet, place);
  await take(place.querySelector("svg")).finally(() => {
    render(null, place);
    place.remove();
  });
}

export function Save({ name, picture, sheet, rows, whole, order, table, served }: Props) {
  const [said, say] = useState("");
  const drawn = async (kind: "svg" | "png") => {
    const take = async (svg: SVGSVGElement | null | undefined) => {
      if (!svg) return say("There is no picture yet.");
      download(kind === "svg" ? svgOf(svg) : await pngOf(svg), `${name}.${kind}`);
    };
    await (sheet ? aside(sheet(), take) : take(picture?.()));
  };
  const fetched = (what: "table" | "page") =>
    served
      ? follow(served[what])
      : send<Job>("/jobs", order).then(
          (job) => {
            if (job.state !== "done") return say("It is still being played: ask again in a moment.");
            follow(`/api/jobs/${job.id}/${what === "table" ? `tables/${table}` : what}`);
          },
          (error: Error) => say(error.message),
        );
  return (
    <SaveMenu said={said} say={say}>
      {(picture || sheet) && (
        <>
          <button type="button" onClick={() => drawn("svg")}>
            Picture, SVG
          </button>
          <button type="button" onClick={() => drawn("png")}>
            Picture, PNG
          </button>
        </>
      )}
      {rows && (
        <button type="button" onClick={() => download(new Blob([csv(rows())], { type: "text/csv" }), `${name}.csv`)}>
          Data, CSV
        </button>
      )}
      {(order || served) && (
        <>
          <button type="button" onClick={() => fetched("table")}>
            Data, Parquet
          </button>
          <button type="button" onClick={() => fetched("page")}>
            Report, one page
          </button>
        </>
      )}
      {whole !== undefined && (
        <button
          type="button"
          onClick={() =>
            download(new Blob([JSON.stringify(whole, null, 2)], { type: "application/json" }), `${name}.json`)
          }
        >
          Everything, JSON
        </button>
      )}
    </SaveMenu>
  );
}
