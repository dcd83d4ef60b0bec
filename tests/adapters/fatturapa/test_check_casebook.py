"""Files with one fault, put to ``autofatture check`` as it answers on the terminal.

A case is one valid TD17 with something replaced, cut or doubled; it was written from the table of SdI's controls,
the schema and the field tables, and not from the validator.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

from autofatture.entrypoints.cli import check as command

CASEBOOK = Path(__file__).parent / "check_casebook"
VALID = (CASEBOOK / "td17.xml").read_text(encoding="utf-8")
CASES: list[dict[str, Any]] = json.loads((CASEBOOK / "cases.json").read_text(encoding="utf-8"))
DAY = dt.date(2026, 11, 25)
BODY = re.compile(r"<FatturaElettronicaBody>.*</FatturaElettronicaBody>", re.DOTALL)


class Answer:
    """What the command printed and with which status it ended."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    @property
    def findings(self) -> list[dict[str, str]]:
        found: list[dict[str, str]] = json.loads(self.out)
        return found

    @property
    def codes(self) -> set[str]:
        return {finding["code"] for finding in self.findings}


@pytest.fixture
def check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def run(data: bytes, name: str = "IT01234560157_00001.xml") -> Answer:
        file = tmp_path / name
        file.write_bytes(data)
        status = command.run(argparse.Namespace(file=str(file), at=DAY))
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return run


def document(case: dict[str, Any]) -> str:
    text = replaced(VALID, case.get("replace", []))
    if case.get("cut"):
        start, end = (text.index(mark) for mark in case["cut"])
        text = text[:start] + text[end:]
    if case.get("two_bodies"):
        body = BODY.findall(text)[0]
        text = text.replace(body, body + replaced(body, case.get("last", [])))
    return text


def replaced(text: str, pairs: list[list[str]]) -> str:
    for old, new, *everywhere in pairs:
        assert everywhere or text.count(old) == 1, f"{old!r} occurs {text.count(old)} times"
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_findings_are_what_the_table_says(case: dict[str, Any], check: Any) -> None:
    answer = check(document(case).encode())

    if "schema" in case:
        assert answer.codes <= {"00200", case.get("or", "00200")}
        assert any(re.search(case["schema"], finding["path"]) for finding in answer.findings), answer.findings
    elif "has" in case:
        assert set(case["has"]) <= answer.codes
    elif "family" in case:
        assert answer.codes & set(case["family"])
        assert answer.codes <= set(case["family"])
    else:
        assert answer.codes == set(case["codes"]), answer.findings
    assert answer.status == (1 if answer.findings else 0)
    for finding in answer.findings:
        assert set(finding) == {"code", "message", "path", "fix"}
        assert re.fullmatch(r"\d{5}", finding["code"])
        assert finding["path"].startswith("/")
        assert finding["message"].endswith(".")
        assert finding["fix"].endswith(".")
