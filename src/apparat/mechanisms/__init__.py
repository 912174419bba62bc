"""Mechanisms: what happens in a month, one file each, with its parameters beside it.

| module | holds |
| --- | --- |
| `month` | the parameters of all mechanisms, and the compiled month |
| `steps` | the one list of the month's steps, each with its reason |
| `opening` | what is drawn once, when a run begins |
| `reform` | rules that change, by date or by motion, and what they do to those they hit |
| `releases` | the camps emptied, and what that does to the police and to unrest |
| `calendar` | signals of the timeline, health, delays of assemblies |
| `demography` | deaths of officials |
| `membership` | admissions and losses by region and cohort, the mass enrolment |
| `inspection` | what an inspectorate can do to those it oversees |
| `nomenklatura` | which posts fall vacant, who fills them, what he can attend to |
| `recruitment` | candidates, newcomers, the tie that a favour makes |
| `patronage` | when ties change, and followings are added up |
| `ties` | the law by which one tie changes |
| `following` | chains of ties, and whose following they add up to |
| `doctrine` | the line, the question of the day, members' mood, stated positions |
| `strength` | what office, authority and following add up to, and who counts |
| `coalition` | how strong others look, camps in a contest |
| `documents` | papers that shift standing, and the vote on making them known |
| `agenda` | leaders' choice of a move, pacts |
| `plans` | what each move is worth to a leader |
| `contests` | a motion's course through the bodies, appeals |
| `motions` | motions to change a rule: who moves, who votes how, which body decides |
| `advantage` | what each leader gains by a rule |
| `arrest` | the fast move, by arms and consent |
| `norms` | how much a penalty goes against custom |
| `leanings` | what voters think before they look around |
| `voting` | votes by roll in a body |
| `assemblies` | votes of delegates and of all members, from regional shares |
| `discipline` | what winning and losing do, penalties, recantation |
| `congress` | assemblies: cases carried to them, then elections |
| `slate` | who has a claim to a seat on the committee, the strongest first |
| `elections` | the committee elected from the slate, and who becomes a figure |
| `summit` | who sits in the top body and the personnel bodies, elected by the committee |
| `offices` | who is given an office, and who is moved out of one |
| `venue` | where routine business is decided |
"""
