"""Checks of rules: those that leaders may move, or that a timeline changes, exist and do something."""

from collections.abc import Iterator

from apparat import constitution
from apparat.scenario.compile_rules import known_rules
from apparat.scenario.events import RuleChange
from apparat.scenario.mistakes import Mistake, Path, unknown
from apparat.scenario.schema import Scenario
from apparat.world.codes import BODY_IDS


def of_rules(scenario: Scenario) -> Iterator[Mistake]:
    """All mistakes about rules. The constitution must be known to load."""
    law = constitution.load(scenario.constitution, variants=scenario.answers)
    written = {rule.id: rule for rule in law.rules}
    known = known_rules(law, scenario)
    named: list[tuple[Path, str]] = [
        (("open-rules", k, "rule"), opened.rule) for k, opened in enumerate(scenario.open_rules)
    ]
    moved = len(named)
    named += [
        (("timeline", name, "rule"), event.rule)
        for name, event in scenario.timeline.items()
        if isinstance(event, RuleChange)
    ]
    for k, (path, rule) in enumerate(named):
        if rule not in written:
            yield path, unknown("rule", rule, written)
        elif rule not in known:
            message = f"the model knows nothing that '{rule}' does in these months"
            yield path, f"{message}: give it 'effects' in rules.yaml"
        elif k < moved and written[rule].decided_by not in BODY_IDS:
            yield path, f"no body that votes may decide on '{rule}': give it 'decided-by' in rules.yaml"
