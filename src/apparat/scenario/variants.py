"""Variants: choices among what the sources say, by name, before a scenario is used.

A scenario's own variants are patches of its file. Questions that its constitution leaves open are answered
by the same names, and the answers travel with the scenario.
"""

from collections.abc import Mapping

from apparat import constitution
from apparat.ground.documents import Document
from apparat.ground.errors import unknown_name
from apparat.ground.nodes import Node
from apparat.scenario.schema import Scenario


def apply(
    document: Document, scenario: Scenario, chosen: Mapping[str, str]
) -> tuple[Document, dict[str, str]]:
    """The document with the chosen options laid over it, and the answers for the constitution.

    Raises UsageError for an unknown variant or option.
    """
    questions = constitution.load(scenario.constitution).questions
    root, answers = document.root, {}
    for name, option in chosen.items():
        if name not in scenario.variants and name not in questions:
            raise unknown_name("variant", name, [*scenario.variants, *questions])
        if name in scenario.variants:
            options = scenario.variants[name].options
            if option not in options:
                raise unknown_name(f"option of '{name}'", option, options)
            patch = document.find("variants", name, "options", option)
            root = root if patch is None else laid_over(root, patch)
        if name in questions:
            known = questions[name].answers
            if option not in known:
                raise unknown_name(f"answer to '{name}'", option, known)
            answers[name] = option
    return Document(document.file, document.kind, root), answers


def laid_over(under: Node, patch: Node, *, adding: bool = False) -> Node:
    """Mappings are merged key by key; anything else is replaced. Places are those of what is used.

    With `adding`, the entries of lists are added to those that stand there.
    """
    if adding and isinstance(under.content, tuple) and isinstance(patch.content, tuple):
        return Node(under.content + patch.content, under.place, under.key_place)
    if not isinstance(under.content, dict) or not isinstance(patch.content, dict):
        return Node(patch.content, patch.place, patch.key_place)
    merged = dict(under.content)
    for key, node in patch.content.items():
        merged[key] = laid_over(merged[key], node, adding=adding) if key in merged else node
    return Node(merged, under.place, under.key_place)
