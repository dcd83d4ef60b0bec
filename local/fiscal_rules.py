"""The tables of ``docs/fiscal-rules.md``, made from the rules and the dated rows that decide.

Each table stands between two comments, ``<!-- NAME -->`` and ``<!-- /NAME -->``; the prose around them is written by
hand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from importlib import resources

from autofatture.adapters import fatturapa
from autofatture.domain.decision import RULES
from autofatture.domain.fiscal_data import table
from local.place import ROOT

TARGET = ROOT / "docs" / "fiscal-rules.md"
CERTAINTY = {"official": "official text", "professional": "professional sources", "to_confirm": "to be confirmed"}


def text() -> str:
    """The page as it should stand.

    Raises:
        ValueError: a table has lost its place in the page.
    """
    page = TARGET.read_text(encoding="utf-8")
    for name, made in _tables().items():
        page, found = re.subn(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", _inside(made), page, flags=re.DOTALL)
        if found != 1:
            raise ValueError(f"{TARGET.name} has {found} places for the table {name}")
    return page


def write() -> None:
    TARGET.write_text(text(), encoding="utf-8")


def _inside(made: str) -> str:
    return rf"\g<1>{made.replace(chr(92), chr(92) * 2)}\n\g<2>"


def _tables() -> dict[str, str]:
    return {
        "rules": _table(
            ("", "Rule", "When, and what follows", "Rests on"),
            ((str(place), f"`{one.key}`", one.about, one.source) for place, one in enumerate(RULES, start=1)),
        ),
        "law": _table(
            ("Key", "Cited as", "Replaced in 2027", "How well attested"),
            (
                (f"`{key}`", row["cite"], "yes" if row["replaced"] else "no", CERTAINTY[row["certainty"]])
                for key, row in table("law")["keys"].items()
            ),
        ),
        "amounts": _table(("From", "Until", "What", "How much", "Source"), _amounts()),
        "controls": _table(("Code", "What is wrong", "What to do"), _controls()),
    }


def _amounts() -> Iterable[tuple[str, ...]]:
    for row in table("thresholds")["rows"]:
        size = f"{row['eur']} EUR" if "eur" in row else f"{row['days']}"
        yield row["from"], row["until"] or "", row["what"], size, row["source"]
    for row in table("categories")["italian_rates"]:
        rates = f"{row['ordinary']} %; {', '.join(row['reduced'])} %"
        yield row["from"], row["until"] or "", "aliquote IVA: ordinaria; ridotte", rates, row["source"]
    for row in table("penalties")["rows"]:
        duty = f"sanzione, {row['duty'].replace('_', ' ')} ({CERTAINTY[row['certainty']]})"
        yield row["from"], row["until"] or "", duty, row["range"], row["source"]


def _controls() -> Iterable[tuple[str, ...]]:
    data = json.loads(resources.files(fatturapa).joinpath("sdi_controls.json").read_text(encoding="utf-8"))
    for code, row in sorted(data["controls"].items()):
        since = f" (from {row['from']})" if row.get("from") else ""
        yield f"`{code}`{since}", row["message"], row["fix"]


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)
