"""What ``autofatture advise`` does with files that hold no facts: one Italian line and status 2, never a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from autofatture.entrypoints.cli import main

SERVICE: dict[str, Any] = {"supplier": {"country": "IE"}, "supply": {"nature": "services"}, "vat_charged": []}


def with_facts(**sections: Any) -> bytes:
    return json.dumps({**SERVICE, **sections}).encode()


REFUSED = {
    "empty": b"",
    "cut short": b'{"supplier":',
    "a list": b"[]",
    "a text": b'"x"',
    "null": b"null",
    "latin-1": '{"supplier": {"name": "Müller"}}'.encode("latin-1"),
    "too deep": b"[" * 100_000,
    "not a number": b'{"document": {"total_net": NaN}}',
    "infinity": b'{"document": {"total_net": Infinity}}',
    "beyond any amount": b'{"document": {"total_net": 1e400}}',
    "thousands of digits": b'{"document": {"total_net": ' + b"9" * 5000 + b"}}",
    "twelve digits": with_facts(document={"total_net": "100000000000"}),
    "Italian amount": with_facts(document={"total_net": "1.000,00"}),
    "amount with its sign": with_facts(document={"total_net": "€ 100"}),
    "section that is a text": with_facts(supplier="Google"),
    "section that is a list": with_facts(supplier=[]),
    "id that is a number": with_facts(supplier={"vat_ids": [1]}),
    "country that is a list": with_facts(supplier={"country": ["IE"]}),
    "rate in words": with_facts(vat_charged=[{"rate": "zero"}]),
    "rate that is true": with_facts(vat_charged=[{"rate": True}]),
    "yes or no that is two": with_facts(supplier={"established_in_italy": 2}),
    "Italian date": with_facts(document={"date": "03/11/2026"}),
    "impossible date": with_facts(document={"date": "2026-11-31"}),
    "year 9999": with_facts(document={"receipt_date": "9999-12-31"}),
    "year 1": with_facts(document={"operation_date": "0001-01-01"}),
    "wording that is an object": with_facts(supply={"wording": {"a": 1}}),
    "flat reading with a list for an id": b'{"engine": "offline", "supplier_vat_id": ["IE1"]}',
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_without_facts_is_refused_in_one_line(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "facts.json"
    file.write_bytes(REFUSED[name])

    status = main(["advise", str(file)])

    said = capsys.readouterr()
    assert status == 2
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1
    assert any(words in said.err for words in ("ci vuole", "non è", "fuori"))


@pytest.mark.parametrize("place", ["absent.json", "."])
def test_a_file_that_cannot_be_opened(place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["advise", str(tmp_path / place)]) == 2
    assert "non si può aprire" in capsys.readouterr().err


ACCEPTED = {
    "byte order mark": b"\xef\xbb\xbf" + with_facts(),
    "UTF-16": with_facts().decode().encode("utf-16"),
    "unknown keys": with_facts(note="x", supplier={"country": "IE", "site": {"url": ["a"]}}),
    "one id that is no list": with_facts(supplier={"country": "IE", "vat_ids": "IE6388047V"}),
    "null among the ids": with_facts(supplier={"country": "IE", "vat_ids": [None, "IE6388047V"]}),
    "unknown, in words": with_facts(supplier={"country": "IE", "established_in_italy": "unknown"}),
    "a moment for a day": with_facts(document={"receipt_date": "2026-11-03T10:00:00Z"}),
    "wording in a list": with_facts(supply={"nature": "services", "wording": ["Hosting", "Reverse charge"]}),
    "numbers for amounts": with_facts(document={"total_net": 12.5, "total_gross": 12.5}),
    "a very long text": with_facts(supply={"nature": "services", "wording": "lorem ipsum " * 100_000}),
    "odd characters": with_facts(supplier={"country": "IE", "name": "a\u0000b\u202e"}),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_can_be_understood_is_answered(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "facts.json"
    file.write_bytes(ACCEPTED[name])

    status = main(["advise", str(file)])

    said = capsys.readouterr()
    assert (status, said.err) == (0, "")
    assert json.loads(said.out)["outcome"] == "TD17"


def test_the_last_hour_of_a_day_elsewhere_is_the_next_day_in_italy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "facts.json"
    file.write_bytes(with_facts(document={"receipt_date": "2026-11-30T23:30:00Z"}))

    main(["advise", str(file)])

    assert json.loads(capsys.readouterr().out)["vat_period"] == "2026-12"


def test_half_a_character_does_not_stop_the_answer(tmp_path: Path) -> None:
    """JSON admits a lone surrogate; the terminal's encoding does not."""
    file = tmp_path / "facts.json"
    file.write_bytes(b'{"supplier": {"name": "\\ud800", "country": "IE"}, "supply": {"nature": "services"}}')
    start = "import sys; from autofatture.entrypoints.cli import main; sys.exit(main(sys.argv[1:]))"

    done = subprocess.run([sys.executable, "-c", start, "advise", str(file)], capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["outcome"] == "TD17"


@pytest.mark.parametrize(
    "reading",
    [
        {"engine": "offline"},
        {"engine": "offline", "total_vat": "abc", "vat_lines": {"a": 1}},
        {"engine": "offline", "vat_ids": [{"party": "supplier"}], "vat_lines": [1, 2], "wordings": "abc"},
        {"engine": "offline", "document_kind": "xyz", "confidence": None, "boxes": None},
    ],
)
def test_a_reading_with_odd_parts_is_asked_about(
    reading: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "facts.json"
    file.write_text(json.dumps(reading), encoding="utf-8")

    assert main(["advise", str(file)]) == 0
    assert json.loads(capsys.readouterr().out)["outcome"] == "ASK"


@pytest.mark.parametrize(
    ("command", "needless"),
    [
        ("advise", ("autofatture.domain.reading", "lxml", "boto3", "httpx", "anyascii")),
        ("check", ("autofatture.domain.reading", "boto3", "httpx", "anyascii")),
    ],
)
def test_a_command_loads_only_what_it_needs(command: str, needless: tuple[str, ...]) -> None:
    """Starting took half of its time with models of readings that the decision never uses."""
    start = f"import sys, autofatture.entrypoints.cli.{command}; print([m for m in {needless!r} if m in sys.modules])"

    done = subprocess.run([sys.executable, "-c", start], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
