/** What one points at on the plan, in a sentence with its source. */

import { colourOf } from "../../drawing/colours";
import type { Flow } from "../../drawing/flows";
import type { House, Standing } from "../../drawing/house";
import { monthName, monthNumber, monthText } from "../../drawing/months";
import { grouped } from "../../drawing/numbers";
import type { Index } from "../../drawing/standing";
import { Sources } from "../../parts/sources";
import type { Pointed } from "./plan";

type Props = { pointed: Pointed; plan: House; index: Index | null; at: number; month: string; standing: Standing };

export function Caption({ pointed, plan, index, at, month, standing }: Props) {
  const name = (id: string | undefined) => plan.rooms.find((room) => room.id === id)?.name ?? "";
  return (
    <p class="caption" role="status">
      {pointed?.flow ? (
        <Power flow={pointed.flow} name={name} at={at} />
      ) : pointed?.key && index ? (
        <Holder id={pointed.key} room={name(pointed.room)} {...{ index, at, month }} />
      ) : pointed?.room ? (
        <>
          <strong>{name(pointed.room)}</strong>. Left and right arrows go from seat to seat; choose it to read its powers.
        </>
      ) : (
        <span class="faint">
          Point at a seat, a body or an arrow{standing === "theory" ? "; then turn the switch to “In practice”" : ""}.
        </span>
      )}
    </p>
  );
}

function Power({ flow, name, at }: { flow: Flow; name: (id: string) => string; at: number }) {
  const places = flow.filled?.[at];
  return (
    <>
      <strong>
        {name(flow.from)} {flow.does.replaceAll("-", " ")} {name(flow.to)}
      </strong>
      {places === undefined ? "." : `: ${grouped(places)} places filled so far.`}{" "}
      {flow.unwritten ? "Written nowhere: counted in this run." : <Sources references={flow.because} />}
    </>
  );
}

type HolderProps = { id: number; room: string; index: Index; at: number; month: string };

function Holder({ id, room, index, at, month }: HolderProps) {
  const tie = index.tie(id, at);
  const head = index.head(id, at);
  const posts = index.posts(id, at);
  const since = tie && monthName(monthText(monthNumber(month) - at + tie.since));
  return (
    <>
      <span class="swatch" style={{ background: colourOf(head) }} /> <strong>{index.name(id, at)}</strong>, {room}
      {posts.length > 0 && posts[0] !== index.name(id, at) && `; ${posts.join("; ")}`}
      {tie
        ? `. Depends on ${index.name(tie.patron, at)} ${tie.since ? `since ${since}` : "from before the run"}${tie.post && tie.since ? `, who made him: ${tie.post}` : ""}.`
        : ". Depends on nobody."}
    </>
  );
}
