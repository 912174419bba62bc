"""The page of theories says what their files say."""

import pytest

from apparat import theories
from tests.docs.pages import DOCS

PAGE = " ".join((DOCS / "theories.md").read_text(encoding="utf-8").split())


@pytest.mark.parametrize("name", theories.names())
def test_every_setting_stands_on_the_page_with_its_reason_and_source(name: str) -> None:
    theory = theories.load(name)
    assert f"### {theory.title}: `{name}` {theory.says} Whose:" in PAGE
    for group, settings in theory.mechanisms.items():
        levels = ", ".join(f"`{address}` {level}" for address, level in settings.set.items())
        assert f"| {group} | {levels} | {settings.why} | {'; '.join(settings.because)} |" in PAGE
    for switch, switched in theory.switches.items():
        on = "on" if switched.on else "off"
        assert f"| office: {switch} | {on} | {switched.why} | {'; '.join(switched.because)} |" in PAGE
