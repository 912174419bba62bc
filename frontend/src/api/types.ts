/** The interface's types, as the server describes them (see openapi.json). */

import type { components } from "./schema";

type Schemas = components["schemas"];

export type Fault = Schemas["Fault"];
export type Scenario = Schemas["ScenarioEntry"];
export type Scenarios = Schemas["ScenarioListResult"];
export type Levers = Schemas["ScenarioLeversResult"];
export type Lever = Schemas["LeverRow"];
export type Institutions = Schemas["ScenarioConstitutionResult"];
export type Months = Schemas["Months"];
export type Found = Schemas["Found"];
export type Entry = Schemas["ShowResult"];
export type FactEntry = Schemas["FactEntry"];
export type RowEntry = Schemas["RowEntry"];
export type Disputes = Schemas["Disputes"];
export type Dispute = Schemas["DisagreementEntry"];
export type People = Schemas["PeopleResult"];
export type Bodies = Schemas["BodiesResult"];
export type Votes = Schemas["VotesResult"];
export type Job = Schemas["JobView"];
/** An order as an address asks for it: whether there is such a scenario, the server says. */
type Asked<T> = Omit<T, "scenario"> & { scenario: string };
export type Order =
  | Asked<Schemas["EnsembleOrder"]>
  | Asked<Schemas["RunOrder"]>
  | Asked<Schemas["WhatIfOrder"]>
  | Asked<Schemas["ExplainOrder"]>
  | Asked<Schemas["ValidateOrder"]>
  | Asked<Schemas["WhyOrder"]>;
export type Setting = Schemas["Setting"];
export type Dial = Schemas["DialEntry"];
export type Dials = Schemas["Dials"];
export type Figure = Schemas["Figure"];
export type Fan = Schemas["Fan"];
export type Shares = Schemas["Shares"];
export type Bars = Schemas["Bars"];
export type Bar = Schemas["Bar"];
export type Stripes = Schemas["Stripes"];
export type Arrows = Schemas["Arrows"];
export type Explanation = Schemas["ExplainResult"];
export type Card = Schemas["ValidationResult"];
export type Ensemble = Schemas["EnsembleResult"];
export type LeaderMonth = Schemas["LeaderMonth"];
export type LeaderShare = Schemas["LeaderShare"];
export type SeatLoss = Schemas["SeatLoss"];
export type MotionCompared = Schemas["MotionCompared"];
export type RunsLed = Schemas["RunsLed"];
export type Ballot = Schemas["Ballot"];
export type Control = Schemas["Control"];
export type WhatIf = Schemas["WhatIfResult"];
export type Opening = Schemas["Opening"];
export type Story = Schemas["Story"];
export type Line = Schemas["Line"];
export type Standing = Schemas["Standing"];
export type Tied = Schemas["Tied"];
export type Following = Schemas["Following"];
export type Why = Schemas["WhyResult"];
export type Uses = Schemas["Uses"];
