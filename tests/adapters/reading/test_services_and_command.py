"""The services over bytes, and ``autofatture read``."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from autofatture.adapters.reading.isolation.process import cut_isolated
from autofatture.adapters.reading.reader import IsolatedReader
from autofatture.domain.errors import UnreadableDocument
from autofatture.domain.reading import Engine, Reading
from autofatture.domain.source import EmbeddedState, TextState
from autofatture.entrypoints.cli import main
from autofatture.services.reading import extract, read_source, unpack_source
from samples.hostile import build
from samples.hostile.containers import mail, zipped
from samples.hostile.raw import pdf
from samples.hostile.xml import attached
from tests.adapters.reading.electronic import cii

FILES = dict(build())
PLAIN = pdf()


# ------------------------------------------------------------------------------------------ services


def test_read_source_tells_what_a_file_is_and_where_its_words_stand():
    found = read_source(attached("x.xml", cii()), "application/pdf", reader=IsolatedReader())
    assert (found.report.pages, found.report.text, found.report.embedded) == (1, TextState.TEXT, EmbeddedState.FOUND)
    assert len(found.report.sha256) == 64
    (page,) = json.loads(found.layout_json())
    number = next(word for word in page["words"] if word[0] == "HX-2026-118")
    assert 0 < number[1] < number[3] < 1


def test_extract_prefers_the_exact_invoice_and_asks_no_engine():
    class Never:
        def read(self, source: bytes, *, content_type: str, deadline: float) -> Reading:
            raise AssertionError(content_type, deadline, len(source))

    reading = extract(attached("x.xml", cii()), "application/pdf", reader=IsolatedReader(), engine=Never())
    assert reading.engine is Engine.EMBEDDED


def test_a_scan_without_an_engine_says_what_to_do():
    reading = extract(FILES["picture_cut.jpg"], "image/jpeg", reader=IsolatedReader())
    assert reading.engine is Engine.NONE
    (warning,) = reading.warnings
    assert warning.code == "scansione"
    assert "motore AI" in warning.message


def test_parts_of_an_archive_and_of_a_mail():
    for source, kind in ((zipped({"a.pdf": PLAIN}), "application/zip"), (mail({"a.pdf": PLAIN}), "message/rfc822")):
        parts = unpack_source(source, kind, reader=IsolatedReader())
        assert [(part.name, part.body) for part in parts.parts] == [("a.pdf", PLAIN)]


def test_pages_are_cut_out_in_the_order_asked_for():
    two = cut_isolated(FILES["fifty_pages.pdf"], [3, 1], deadline=8)
    assert read_source(two, "application/pdf", reader=IsolatedReader()).report.pages == 2
    with pytest.raises(UnreadableDocument) as caught:
        cut_isolated(PLAIN, [2], deadline=8)
    assert caught.value.error_code == "page_range"


def test_the_parsing_process_holds_no_credentials_of_the_parent(monkeypatch):
    """It is started with two variables of our own: nothing of the environment reaches a stranger's file."""
    seen: list[dict[str, str]] = []
    real = subprocess.Popen

    def spy(*args: Any, **kwargs: Any) -> Any:
        seen.append(kwargs["env"])
        return real(*args, **kwargs)

    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setattr(subprocess, "Popen", spy)
    IsolatedReader().read(PLAIN, content_type="application/pdf", deadline=8)
    assert [set(env) for env in seen] == [{"PYTHONPATH", "PYTHONDONTWRITEBYTECODE"}]


# ------------------------------------------------------------------------------------------ the command


def run(capsys, *arguments: object):
    status = main(["read", *map(str, arguments)])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def written(tmp_path: Path, name: str, body: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(body)
    return path


PROMISED = {
    "engine", "document_kind", "supplier_name", "supplier_vat_id", "supplier_country", "customer_name", "customer_vat_id",
    "invoice_number", "invoice_date", "currency", "total_net", "total_vat", "total_gross", "vat_lines", "is_credit_note",
    "nature", "warnings", "confidence", "boxes",
}  # fmt: skip


def test_json_prints_one_object_with_every_promised_key(capsys, tmp_path):
    status, out, _ = run(capsys, written(tmp_path, "x.pdf", PLAIN), "--json")
    answer = json.loads(out)
    assert status == 0
    assert set(answer) >= PROMISED
    assert answer["engine"] == "offline"
    assert (answer["invoice_date"], answer["total_gross"], answer["is_credit_note"]) == ("2026-03-14", "240.00", False)
    assert answer["confidence"]["invoice_number"] == "sicuro"
    (box,) = answer["boxes"]["invoice_number"]
    assert box["page"] == 1
    assert 0 <= box["x0"] < box["x1"] <= 1


def test_the_engine_can_be_chosen(capsys, tmp_path):
    path = written(tmp_path, "x.pdf", attached("x.xml", cii(gross="240.01")))
    by_engine = {name: json.loads(run(capsys, path, "--json", "--engine", name)[1]) for name in ("offline", "embedded")}
    assert by_engine["offline"]["total_gross"] == "240.00"
    assert by_engine["embedded"]["total_gross"] == "240.01"
    none = json.loads(run(capsys, written(tmp_path, "y.pdf", PLAIN), "--json", "--engine", "embedded")[1])
    assert none["warnings"][0]["code"] == "nessuna_fattura_incorporata"
    broken = json.loads(
        run(capsys, written(tmp_path, "z.pdf", FILES["xml_cut_off.pdf"]), "--json", "--engine", "embedded")[1]
    )
    assert broken["warnings"][0]["code"] == "xml_illeggibile"


def test_what_is_no_invoice_is_still_an_answer(capsys, tmp_path):
    status, out, _ = run(capsys, written(tmp_path, "x.pdf", FILES["right_to_left.pdf"]), "--json")
    assert status == 0
    assert json.loads(out)["document_kind"] == "not_an_invoice"


@pytest.mark.parametrize("name", ["encrypted.pdf", "empty.pdf", "program.exe", "fifty_one_pages.pdf"])
def test_a_file_that_cannot_be_read_ends_with_one_line_of_reason(capsys, tmp_path, name):
    status, out, error = run(capsys, written(tmp_path, name, FILES[name]))
    assert (status, out) == (2, "")
    assert error.count("\n") == 1


def test_several_documents_are_read_one_by_one(capsys, tmp_path):
    _, out, _ = run(capsys, written(tmp_path, "x.zip", FILES["two_documents.zip"]), "--json")
    answer = json.loads(out)
    assert [document["invoice_number"] for document in answer["documents"]] == ["HX-2026-118"] * 2
    assert answer["invoice_number"] is None
    assert answer["skipped"] == [{"file": "readme.txt", "reason": "not_a_document"}]
    single = json.loads(run(capsys, written(tmp_path, "m.eml", FILES["mail_with_invoice.eml"]), "--json")[1])
    assert single["invoice_number"] == "HX-2026-118"


def test_a_model_without_a_key_is_said_in_one_line(capsys, tmp_path, monkeypatch):
    monkeypatch.delenv("AUTOFATTURE_ANTHROPIC_API_KEY", raising=False)
    status, _, error = run(capsys, written(tmp_path, "x.pdf", PLAIN), "--engine", "anthropic")
    assert status == 2
    assert "AUTOFATTURE_ANTHROPIC_API_KEY" in error


def test_a_person_sees_names_values_and_confidence(capsys, tmp_path):
    _, out, _ = run(capsys, written(tmp_path, "x.pdf", PLAIN))
    assert "invoice_number         HX-2026-118   [sicuro]" in out


def test_the_command_loads_no_validation_library_and_no_client(tmp_path):
    """Half a second from start to answer: what is not needed is not loaded."""
    path = written(tmp_path, "x.pdf", PLAIN)
    script = (
        "import sys\nfrom autofatture.entrypoints.cli import main\n"
        f"main(['read', {str(path)!r}, '--json'])\n"
        "loaded = {name.partition('.')[0] for name in sys.modules}\n"
        "assert not loaded & {'pydantic', 'anthropic', 'boto3', 'httpx', 'pypdfium2', 'lxml'}, loaded\n"
    )
    started = time.monotonic()
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
    assert time.monotonic() - started < 5
