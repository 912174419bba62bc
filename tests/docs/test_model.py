"""The page on the model keeps to the code: the schedule, the files, the parameters, the facts."""

import re

import pytest

from apparat import posterior, record
from apparat.mechanisms.month import CLASSES, all_parameters
from apparat.mechanisms.steps import STEPS
from tests.docs.pages import DOCS, section
from tests.house.tree import PACKAGE

TEXT = (DOCS / "model.md").read_text(encoding="utf-8")
SCAFFOLD = {"__init__", "month", "steps"}
_HEADING = re.compile(r"^### .+?\(((?:`\w+\.py`(?:, )?)+)\)$", re.MULTILINE)


def described() -> dict[str, str]:
    """File name (without ending) to the section that describes it."""
    found = {}
    for heading in _HEADING.finditer(TEXT):
        for file in re.findall(r"`(\w+)\.py`", heading[1]):
            found[file] = section(TEXT, heading[0])
    return found


def test_the_schedule_on_the_page_is_the_one_that_runs() -> None:
    table = section(TEXT, "## 3. Process overview and scheduling")
    rows = re.findall(r"^\| (\w+) \| (.+) \|$", table, re.MULTILINE)
    assert [(step, why) for step, why in rows if step != "step"] == list(STEPS)


def test_every_mechanism_has_its_section_and_no_other_file_has_one() -> None:
    files = {path.stem for path in (PACKAGE / "mechanisms").glob("*.py")} - SCAFFOLD
    assert set(described()) == files


@pytest.mark.parametrize("mechanism", list(CLASSES))
def test_every_parameter_appears_in_its_section(mechanism: str) -> None:
    names = [p.address.split(".")[1] for p in all_parameters() if p.address.startswith(f"{mechanism}.")]
    text = described()[mechanism]
    assert [n for n in names if not re.search(rf"\b{n}\b", text)] == []


def test_parameters_of_other_mechanisms_are_named_by_their_address() -> None:
    known = {p.address for p in all_parameters()}
    dotted = re.findall(r"\b([a-z]+)\.([a-z_]+)\b", TEXT)
    said = {f"{first}.{second}" for first, second in dotted if first in CLASSES and second != "py"}
    assert said
    assert said <= known


@pytest.mark.parametrize("part", ["*Reads*", "*Stands on*", "*Assumed*", "*Weak*"])
def test_every_section_says_what_it_stands_on_and_where_it_is_weak(part: str) -> None:
    assert [file for file, text in described().items() if part not in " ".join(text.split())] == []


def test_what_the_page_says_of_the_fit_is_what_the_shipped_posterior_says() -> None:
    fitted = posterior.find()
    assert fitted is not None
    told = " ".join(TEXT.split())
    free, all_of_them = len(fitted.provenance.free), len(all_parameters())
    assert (
        f"{free} of {all_of_them} parameters were fitted, jointly, to {len(fitted.deviations)} figures"
        in told
    )
    assert f"on {fitted.provenance.distinct} different sets" in told
    assert "## Known failures" in TEXT


def test_every_fact_named_is_in_the_record() -> None:
    named = set()
    for text in [*described().values(), section(TEXT, "## 1. Purpose and patterns")]:
        named |= set(re.findall(r"`([a-z0-9]+(?:[-/][a-z0-9]+)+)`", text))
    named -= {"succession-1922"}
    assert len(named) > 50
    assert [fact for fact in sorted(named) if not record.known(fact)] == []
