"""Variants: patches of a scenario, chosen by name before it is read."""

from collections.abc import Mapping

from apparat.ground.documents import Document
from apparat.ground.errors import unknown_name
from apparat.ground.nodes import Node
from apparat.scenario.schema import Scenario


def apply(document: Document, scenario: Scenario, chosen: Mapping[str, str]) -> Document:
    """The document with the chosen options' patches laid over it. Raises UsageError for unknown names."""
    root = document.root
    for name, option in chosen.items():
        if name not in scenario.variants:
            raise unknown_name("variant", name, scenario.variants)
        if option not in scenario.variants[name].options:
            raise unknown_name(f"option of '{name}'", option, scenario.variants[name].options)
        patch = document.find("variants", name, "options", option)
        if patch is not None:
            root = _laid_over(root, patch)
    return Document(document.file, document.kind, root)


def _laid_over(under: Node, patch: Node) -> Node:
    """Mappings are merged key by key; anything else is replaced. Places are those of what is used."""
    if not isinstance(under.content, dict) or not isinstance(patch.content, dict):
        return Node(patch.content, patch.place, patch.key_place)
    merged = dict(under.content)
    for key, node in patch.content.items():
        merged[key] = _laid_over(merged[key], node) if key in merged else node
    return Node(merged, under.place, under.key_place)
