"""The documents keep step with what they describe."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from autofatture.domain.document import Phase, Status
from autofatture.domain.reading import Confidence

ROOT = Path(__file__).resolve().parents[3]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
GUIDES = sorted((DOCS / "guides").glob("*.md"))
_LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")
_IMAGE = re.compile(r"!\[[^\]]*\]\(([^)\s]+)\)")
_FENCED = re.compile(r"```.*?```", re.DOTALL)
NOT_BUILDERS = {"lookup", "due", "waiting", "stamp", "shard_of"}
"""Parts of keys, not keys."""


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _names(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _template() -> str:
    path = ROOT / "template.yaml"
    if not path.exists():
        pytest.skip("there is no template yet")
    return _text(path)


@pytest.mark.parametrize("page", PAGES, ids=_names)
def test_links_lead_somewhere(page: Path) -> None:
    for target in [*_LINK.findall(_FENCED.sub("", _text(page))), *_IMAGE.findall(_text(page))]:
        if re.match(r"https?://|#|/", target):
            continue
        assert (page.parent / target.split("#")[0]).exists(), target


def test_every_status_phase_and_confidence_has_its_word() -> None:
    glossary = _text(DOCS / "glossary.md")

    for word in (*Status, *Confidence):
        assert f"| `{word.value}` |" in glossary
    for phase in Phase:
        assert f"`{phase.value}`" in glossary


def test_every_key_builder_is_an_access_pattern() -> None:
    source = ROOT / "layers" / "shared" / "autofatture" / "adapters" / "dynamodb" / "keys.py"
    builders = {
        node.name
        for node in ast.parse(_text(source)).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    } - NOT_BUILDERS

    patterns = _text(DOCS / "access-patterns.md")
    assert [name for name in sorted(builders) if f"`{name}`" not in patterns] == []


def test_every_index_is_described() -> None:
    names = re.findall(r"IndexName: (\w+)", _template())

    patterns = _text(DOCS / "access-patterns.md")
    assert names
    assert [name for name in names if f"`{name}`" not in patterns] == []


def test_every_alarm_is_in_the_runbook() -> None:
    alarms = re.findall(r"AlarmName: !Sub \$\{AWS::StackName\}(-[\w-]+)", _template())

    runbook = _text(DOCS / "runbook.md")
    assert alarms
    assert [alarm for alarm in alarms if f"`…{alarm}`" not in runbook] == []


def test_parameters_of_the_readme_exist() -> None:
    section = _template().split("\nConditions:")[0]
    parameters = set(re.findall(r"^  (\w+):", section, re.MULTILINE))
    table = _text(ROOT / "README.md").split("| Parameter |")[1].split("\n\n")[0]

    named = set(re.findall(r"`([A-Z]\w+)`", table))
    assert named <= parameters


def test_the_index_of_decisions_is_complete() -> None:
    index = _text(DOCS / "adr" / "README.md")

    for page in sorted((DOCS / "adr").glob("0*.md")):
        text = _text(page)
        title = text.split("\n", maxsplit=1)[0]
        assert re.fullmatch(rf"# {page.name[:4]} · .+", title)
        assert f"({page.name})" in index
        door = "one-way" if "One-way door" in text else "two-way"
        assert re.search(rf"\({re.escape(page.name)}\).*\| {door} \|", index)


@pytest.mark.parametrize("guide", GUIDES, ids=_names)
def test_guides_are_plain_markdown_for_the_app(guide: Path) -> None:
    """The app shows the first heading as the title and the first paragraph as the summary, and no raw markup."""
    text = _text(guide)

    title, blank, summary = text.split("\n")[:3]
    assert re.fullmatch(r"# [A-ZÈ].+", title)
    assert blank == ""
    assert re.match(r"[A-ZÈ]", summary)
    assert "<" not in text
    for target in _LINK.findall(text):
        assert re.match(r"/[a-z-]|[\w-]+\.md$", target), target


def test_the_guides_of_the_promise_exist() -> None:
    names = {guide.stem for guide in GUIDES}

    assert {"sistema-per-commercialisti", "export-xml-software-contabili", "referral"} <= names
    assert "| Passaggio | Lo studio | L'azienda |" in _text(DOCS / "guides" / "sistema-per-commercialisti.md")
