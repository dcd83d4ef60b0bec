"""docs/fiscal-rules.md: its tables are those of the code, and what the code says of it can be found there."""

from __future__ import annotations

import re

from autofatture.domain.decision import RULES
from local import fiscal_rules
from local.place import ROOT

PAGE = fiscal_rules.TARGET.read_text(encoding="utf-8")
_SECTION = re.compile(r"docs/fiscal-rules.md#([\w-]+)")
_LAW = re.compile(r"\bartt?\. |\bDM |\bris\. |\brisposta |\bSdI 0|FatturaPA [12]\.")


def test_the_tables_are_up_to_date() -> None:
    """``make rules`` after a change of a rule, a dated row or a control."""
    assert fiscal_rules.text() == PAGE


def test_every_rule_says_what_it_rests_on_and_with_which_outcome() -> None:
    for one in RULES:
        assert _LAW.search(one.source), one.key
        assert re.search(r"\b(NONE|FIX|ASK|TD\d\d)\b", one.about), one.key
        assert len(one.about) < 250, one.key


def test_sections_that_the_code_names_exist() -> None:
    headings = re.findall(r"^## (.+)$", PAGE, re.MULTILINE)
    anchors = {re.sub(r"[^\w ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "layers" / "shared").rglob("*.py")]
    named = {name for text in sources for name in _SECTION.findall(text)}

    assert named
    assert named <= anchors
