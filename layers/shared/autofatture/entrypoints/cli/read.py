"""``autofatture read``: what is read on one file, for a person or as JSON.

The offline and embedded engines load neither the validation library nor any client, so that the answer is
there at once.
"""

from __future__ import annotations

import argparse
import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

from autofatture.adapters.reading.intake.archive import unpack
from autofatture.adapters.reading.intake.detect import CONTAINERS, detect
from autofatture.adapters.reading.intake.limits import RECOGNITION_SECONDS
from autofatture.adapters.reading.isolation.process import read_isolated
from autofatture.adapters.reading.recognition import available
from autofatture.domain.errors import AutofattureError, UnreadableDocument

VALUES = (
    "document_kind",
    "supplier_name",
    "supplier_vat_id",
    "supplier_country",
    "customer_name",
    "customer_vat_id",
    "invoice_number",
    "invoice_date",
    "due_date",
    "service_from",
    "service_to",
    "paid_date",
    "currency",
    "total_net",
    "total_vat",
    "total_gross",
    "total_paid",
    "total_due",
    "is_credit_note",
    "related_number",
    "nature",
    "ship_from",
    "supplier_street",
    "supplier_city",
    "supplier_postal_code",
    "customer_is_person",
)
_LOCAL_SECONDS = 9.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("file", type=Path, help="PDF, immagine, ZIP, EML, XML o p7m")
    parser.add_argument(
        "--engine",
        choices=("offline", "embedded", "anthropic", "bedrock"),
        help="chi legge; senza, la fattura elettronica incorporata o, se manca, il testo della pagina",
    )
    parser.add_argument("--json", action="store_true", help="un oggetto JSON")


def run(args: argparse.Namespace) -> int:
    """0 when something was read, also when it is no invoice; 2 with one line of reason otherwise."""
    try:
        source = args.file.read_bytes()
    except OSError:
        return _failed(f"Il file {args.file} non si può aprire.")
    try:
        answer = _answer(source, args.engine)
    except AutofattureError as error:
        return _failed(f"{error.message} [{error.error_code}]")
    sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n" if args.json else _for_a_person(answer))
    return 0


def _failed(reason: str) -> int:
    sys.stderr.write(" ".join(reason.split()) + "\n")
    return 2


def _answer(source: bytes, engine: str | None) -> dict[str, Any]:
    kind = detect(source)
    if kind not in CONTAINERS:
        return _project(_read(source, engine))
    found = unpack(source, kind)
    documents: list[dict[str, Any]] = []
    for member in found.members:
        try:
            documents.append({"file": member.name, **_project(_read(member.body, engine))})
        except UnreadableDocument as error:
            documents.append({"file": member.name, "error": error.error_code, "message": error.message})
    skipped = [{"file": name, "reason": reason} for name, reason in found.skipped]
    if len(documents) == 1:
        if "error" in documents[0]:
            raise UnreadableDocument(documents[0]["message"], code=documents[0]["error"])
        return {**documents[0], "skipped": skipped}
    empty = _project({"engine": "none", "warnings": [_several(len(documents))]})
    return {**empty, "documents": documents, "skipped": skipped}


def _several(count: int) -> dict[str, Any]:
    message = f"Il file contiene {count} documenti: ognuno è letto a parte."
    return {"code": "piu_documenti", "message": message, "field": None}


def _read(source: bytes, engine: str | None) -> dict[str, Any]:
    """The reading of one document in the shape of ``domain.reading.Reading``."""
    if engine in {"anthropic", "bedrock"}:
        return _read_with_model(source, engine)
    seconds = RECOGNITION_SECONDS if available() else _LOCAL_SECONDS
    report = read_isolated(source, "", deadline=seconds, recognition=available())
    if engine == "embedded":
        return report["embedded_reading"] or _no_embedded(report)
    chosen: dict[str, Any] = (report["offline_reading"] if engine == "offline" else None) or report["reading"]
    return chosen


def _no_embedded(report: dict[str, Any]) -> dict[str, Any]:
    unreadable = report["embedded"] == "unreadable"
    code = "xml_illeggibile" if unreadable else "nessuna_fattura_incorporata"
    message = (
        "Il documento contiene una fattura elettronica che non si può leggere."
        if unreadable
        else "Il documento non contiene una fattura elettronica."
    )
    return {
        "engine": "embedded",
        "pages": report["pages"],
        "warnings": [{"code": code, "message": message, "field": None}],
    }


def _read_with_model(source: bytes, engine: str) -> dict[str, Any]:
    """Read with a model, checked against the page. Loads what the other engines never need."""
    from autofatture.adapters.reading.isolation.process import render_isolated  # noqa: PLC0415
    from autofatture.adapters.reading.model.clients import anthropic_client, bedrock_client  # noqa: PLC0415
    from autofatture.adapters.reading.model.engine import ClaudeReader  # noqa: PLC0415
    from autofatture.adapters.reading.reader import IsolatedReader  # noqa: PLC0415
    from autofatture.domain.reading import Engine  # noqa: PLC0415
    from autofatture.services.reading import extract  # noqa: PLC0415
    from autofatture.settings import Reading, load  # noqa: PLC0415

    settings = load(Reading)
    key = settings.anthropic_api_key
    if engine == "anthropic" and key is None:
        message = "Manca la chiave del motore AI: imposta AUTOFATTURE_ANTHROPIC_API_KEY, oppure usa --engine offline."
        raise AutofattureError(message, code="engine_not_configured")
    local = IsolatedReader()
    if engine == "anthropic" and key is not None:
        model, secret = settings.anthropic_model, key.get_secret_value()
        reader = ClaudeReader(
            lambda: anthropic_client(secret, base_url=settings.anthropic_base_url),
            engine=Engine.ANTHROPIC,
            model=model,
            local=local,
            render=lambda body, _: render_isolated(body, deadline=_LOCAL_SECONDS),
        )
    else:
        reader = ClaudeReader(
            lambda: bedrock_client(settings.bedrock_model, region=settings.bedrock_region),
            engine=Engine.BEDROCK,
            model=settings.bedrock_model,
            local=local,
            render=lambda body, _: render_isolated(body, deadline=_LOCAL_SECONDS),
        )
    dumped: dict[str, Any] = extract(source, "", reader=local, engine=reader).model_dump(mode="json")
    return dumped


def _project(reading: dict[str, Any]) -> dict[str, Any]:
    """The flat object that the command promises, with ``confidence`` and ``boxes`` by field."""
    fields = {name: reading.get(name) or {} for name in VALUES}
    return {
        "engine": reading["engine"],
        "pages": reading.get("pages", 0),
        "language": reading.get("language"),
        **{name: field.get("value") for name, field in fields.items()},
        "nature_evidence": reading.get("nature_evidence"),
        "vat_lines": reading.get("vat_lines", []),
        "vat_charged": vat_charged(reading),
        "lines": reading.get("lines", []),
        "vat_ids": reading.get("vat_ids", []),
        "wordings": reading.get("wordings", []),
        "parts": reading.get("parts", []),
        "warnings": reading.get("warnings", []),
        "confidence": {name: field.get("confidence", "mancante") for name, field in fields.items()},
        "origin": {name: field["origin"] for name, field in fields.items() if field.get("origin")},
        "boxes": {name: field["boxes"] for name, field in fields.items() if field.get("boxes")},
        "others": {name: field["others"] for name, field in fields.items() if field.get("others")},
        "notes": {name: field["note"] for name, field in fields.items() if field.get("note")},
        "usage": reading.get("usage"),
    }


def vat_charged(reading: dict[str, Any]) -> bool | None:
    """Whether the supplier charged VAT; None when the document does not tell."""
    total = (reading.get("total_vat") or {}).get("value")
    amounts = [total, *(line.get("amount") for line in reading.get("vat_lines", []))]
    known = [Decimal(amount) for amount in amounts if amount is not None]
    return any(known) if known else None


def _for_a_person(answer: dict[str, Any]) -> str:
    """One line for each field: name, value, confidence."""
    documents = answer.get("documents") or [answer]
    return "\n".join(_page(document) for document in documents) + "\n"


def _page(document: dict[str, Any]) -> str:
    if "error" in document:
        return f"{document['file']}: {document['message']}"
    rows = [f"letto da: {document['engine']}"]
    for name in VALUES:
        value = document.get(name)
        if value is not None or document["confidence"][name] == "da_controllare":
            note = document["notes"].get(name)
            shown = "?" if value is None else value
            rows.append(f"{name:22} {shown}   [{document['confidence'][name]}]" + (f"  {note}" if note else ""))
    rows += [f"avviso: {warning['message']}" for warning in document["warnings"]]
    return "\n".join(rows)
