/** The frame around every view: where one is, where one can go, and the view itself. */

import { useEffect, useRef } from "preact/hooks";

import { Link } from "./parts/link";
import { type Query, useAddress, type View } from "./state/address";
import { useTheme } from "./state/theme";
import { HouseView } from "./views/house/view";
import { OutcomeView } from "./views/outcome/view";
import { RecordView } from "./views/record/view";
import { RunView } from "./views/run/view";
import { StartView } from "./views/start/view";
import { WhatIfView } from "./views/what-if/view";

const TITLES: Record<View, string> = {
  "": "Start",
  outcome: "Outcome",
  run: "One history",
  house: "House of power",
  "what-if": "What if",
  record: "Record",
};
const SHOWN: Record<View, (props: { query: Query }) => preact.JSX.Element> = {
  "": StartView,
  outcome: OutcomeView,
  run: RunView,
  house: HouseView,
  "what-if": WhatIfView,
  record: RecordView,
};
/** A title whose spare words give way on a phone. */
function shortened(title: string): preact.ComponentChildren {
  const spare = / of power$/.exec(title)?.[0];
  return spare ? [title.replace(spare, ""), <span class="spare">{spare}</span>] : title;
}

/** What the views agree on, and carry from one to the next. */
const SHARED = ["scenario", "seed", "runs"];

export function App() {
  const { view, query } = useAddress();
  const [theme, turn] = useTheme();
  const main = useRef<HTMLElement>(null);
  const before = useRef(view);
  const Shown = SHOWN[view];
  const shared = Object.fromEntries(SHARED.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));

  useEffect(() => {
    document.title = view ? `${TITLES[view]} · Apparat` : "Apparat";
    if (before.current !== view) main.current?.focus();
    before.current = view;
  }, [view]);

  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="masthead">
        <Link class="brand" view="" query={{}}>
          Apparat
        </Link>
        <nav aria-label="Views">
          {(Object.keys(TITLES) as View[]).filter(Boolean).map((name) => (
            <Link key={name} view={name} query={shared} current={name === view}>
              {shortened(TITLES[name])}
            </Link>
          ))}
        </nav>
        <button class="quiet" type="button" onClick={turn} aria-label={`Switch to ${theme === "dark" ? "light" : "dark"}`}>
          <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
            <circle cx="10" cy="10" r="7.2" fill="none" stroke="currentColor" stroke-width="1.6" />
            <path d="M10 2.8a7.2 7.2 0 0 1 0 14.4z" fill="currentColor" />
          </svg>
        </button>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <Shown query={query} />
      </main>
    </>
  );
}
