/** The trees side by side, each in a place of its own that it keeps through the run. */

import { useMemo } from "preact/hooks";

import { NARROW } from "../../../charts/month-slider";
import { drawnIn, TALLEST, type Tree } from "../../../drawing/grove";
import { grouped } from "../../../drawing/numbers";
import type { Index } from "../../../drawing/standing";
import { useWidth } from "../../../parts/measure";
import { useTurn } from "../../../state/turns";
import { TreeMark } from "./tree-mark";

const LEAST = 140;
/** The same on a phone. */
const LEAST_NARROW = 96;
/** The room for names below the ground. */
const NAMES = 74;
/** The width of a full crown, which a narrow place makes smaller. */
const BROAD = 190;
/** The room above the highest tree. */
const EDGE = 6;

/** How many people somebody has in a month. */
export type Clients = (key: number, at: number) => number;

type Props = {
  trees: readonly Tree[];
  index: Index;
  at: number;
  clients: Clients;
  chosen: number;
  choose: (key: number) => void;
};

export function Grove({ trees, index, at, clients, chosen, choose }: Props) {
  const [place, width] = useWidth<HTMLDivElement>();
  const columns = Math.max(1, Math.min(trees.length, Math.floor(width / (width < NARROW ? LEAST_NARROW : LEAST))));
  const reach = width / columns;
  const rows = Math.ceil(trees.length / columns);
  const fit = Math.min(1, reach / BROAD);
  const ground = Math.round((TALLEST + EDGE) * fit);
  const height = ground + NAMES;
  return (
    <div ref={place}>
      {width > 0 && (
        <svg class="grove" width={width} height={rows * height} role="group" aria-label="Leaders and those who depend on them">
          {trees.map((tree, i) => (
            <Plot
              key={tree.patron}
              {...{ tree, index, at, clients, choose, reach, fit, ground }}
              x={reach * ((i % columns) + 0.5)}
              y={height * Math.floor(i / columns) + ground}
              chosen={tree.patron === chosen}
            />
          ))}
        </svg>
      )}
    </div>
  );
}

type PlotProps = Omit<Props, "trees" | "chosen"> & { tree: Tree; x: number; y: number; reach: number; fit: number; ground: number; chosen: boolean };

function Plot(props: PlotProps) {
  const { tree, index, clients, choose, x, y, reach, fit, chosen } = props;
  const at = useTurn(props.at);
  return useMemo(() => <Planted {...props} at={at} />, [tree, index, at, clients, choose, x, y, reach, fit, chosen]);
}

function Planted({ tree, index, at, clients, choose, x, y, reach, fit, ground, chosen }: PlotProps) {
  const drawn = drawnIn(tree, at, (key) => clients(key, at));
  const name = index.name(tree.patron, at);
  const above = index.tie(tree.patron, at);
  const under = above && `under ${index.name(above.patron, at)}`;
  const count = drawn.clients ? `${grouped(drawn.clients)} +${grouped(drawn.made)} −${grouped(drawn.cut)}` : "nobody";
  return (
    <g
      class={`tree ${chosen ? "chosen" : ""} ${drawn.clients === 0 ? "bare" : ""}`}
      transform={`translate(${x} ${y})`}
      role="button"
      tabindex={0}
      aria-pressed={chosen}
      aria-label={`${[name, count, under].filter(Boolean).join(" ")}: ${grouped(drawn.clients)} clients, ${grouped(drawn.made)} ties made and ${grouped(drawn.cut)} cut within a year`}
      onClick={() => choose(tree.patron)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        choose(tree.patron);
      }}
    >
      <rect class="hit" x={-reach / 2 + 3} y={4 - ground} width={reach - 6} height={ground + NAMES - 8} rx="8" />
      <g transform={`scale(${fit})`}>
        <TreeMark drawn={drawn} patron={tree.patron} />
      </g>
      <text class="named" y="40">
        {`${name} `}
      </text>
      <text class="count" y="55">
        {`${count} `}
      </text>
      {under && (
        <text class="count" y="68">
          {under}
        </text>
      )}
    </g>
  );
}
