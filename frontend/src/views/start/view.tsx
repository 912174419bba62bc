/** Where one begins: what can be played, and the question that each story asks. */

import { useAsked } from "../../api/client";
import type { Scenario, Scenarios } from "../../api/types";
import { monthName } from "../../drawing/months";
import { Link } from "../../parts/link";
import { Trouble } from "../../parts/waiting";
import { Table } from "./table";

export function StartView() {
  const { value, trouble } = useAsked<Scenarios>("/scenarios");
  const scenarios = [...(value?.scenarios ?? [])].sort((a, b) => (a.first < b.first ? -1 : 1));
  return (
    <div class="start">
      <section class="hero">
        <h1>Who came to lead, and why?</h1>
        <p>
          Apparat plays the Soviet party-state: its bodies, posts and rules, and the people in them. One set of rules
          plays every struggle thousands of times and says how often each outcome came about.
        </p>
      </section>
      {trouble && <Trouble said={trouble} />}
      <ul class="scenarios">
        {scenarios.map((scenario) => (
          <Story key={scenario.scenario} scenario={scenario} />
        ))}
      </ul>
      <p class="faint">
        Shares of runs say what follows from the model's assumptions. They are not the odds of history.
      </p>
    </div>
  );
}

function Story({ scenario }: { scenario: Scenario }) {
  const query = { scenario: scenario.scenario };
  return (
    <li class="card story">
      <Table scenario={scenario.scenario} />
      <p class="dates">
        {monthName(scenario.first)} to {monthName(scenario.last)}
      </p>
      <h2>{scenario.title.replace(/, \d{4}-\d{4}$/, "")}</h2>
      <p class="question">{scenario.question}</p>
      <div class="doors">
        <Link class="button" view="outcome" query={query}>
          Play it 500 times
        </Link>
        <Link view="run" query={query}>
          One history
        </Link>
        <Link view="house" query={query}>
          The house of power
        </Link>
        <Link view="what-if" query={query}>
          What if
        </Link>
      </div>
      <p class="about">{scenario.about}</p>
    </li>
  );
}
