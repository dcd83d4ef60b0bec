"""Would SdI refuse this file? Schema first, then the controls on the content."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lxml import etree

from autofatture.adapters.fatturapa.container import open_fattura
from autofatture.adapters.fatturapa.controls import breaches, texts
from autofatture.adapters.fatturapa.schema import faults

SDI_LIMIT = 5_000_000
SCHEMA_CODE, SIZE_CODE = "00200", "00003"


class SdiFinding(NamedTuple):
    code: str
    message: str
    path: str
    fix: str


def check_file(data: bytes, *, today: dt.date | None = None) -> list[SdiFinding]:
    """Findings for which SdI would refuse the file; empty when it would not.

    Raises:
        NotAFatturaPA: the file cannot be opened as XML at all.
    """
    found = check_tree(open_fattura(data).root, today=today)
    if len(data) > SDI_LIMIT:
        found.insert(0, _finding(SIZE_CODE, "/"))
    return found


def check_tree(root: etree._Element, *, today: dt.date | None = None) -> list[SdiFinding]:
    """As SdI does: a file that breaks the schema is refused before its content is looked at."""
    broken = faults(root)
    if broken:
        return [SdiFinding(SCHEMA_CODE, fault.message, fault.path, fault.fix) for fault in broken]
    return [_finding(breach.code, path_of(breach.element)) for breach in breaches(root, today=today)]


def _finding(code: str, path: str) -> SdiFinding:
    row = texts()["controls"][code]
    return SdiFinding(code, row["message"], path, row["fix"])


def path_of(element: etree._Element) -> str:
    """``/FatturaElettronica/FatturaElettronicaBody[2]/...``: an index only where there are several."""
    steps: list[str] = []
    one: etree._Element | None = element
    while one is not None:
        name = etree.QName(one).localname
        parent = one.getparent()
        twins = list(parent.iterchildren(str(one.tag))) if parent is not None else [one]
        steps.append(f"{name}[{twins.index(one) + 1}]" if len(twins) > 1 else name)
        one = parent
    return "/" + "/".join(reversed(steps))
