"""A model's answer as a reading: parsed by our own rules, grounded on the page, never repaired."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from autofatture.adapters.reading.model.answer import WireAnswer
from autofatture.adapters.reading.model.grounding import locate
from autofatture.adapters.reading.offline.dates import Order, order_of, parse_day, resolve
from autofatture.adapters.reading.offline.numbers import Style, parse, style_of_texts
from autofatture.domain.reading import (
    Box,
    Confidence,
    DocumentKind,
    Engine,
    FieldReading,
    InvoiceLine,
    Nature,
    Origin,
    Reading,
    ReadingWarning,
    Usage,
    VatId,
    VatLine,
    Wording,
    WordingKind,
)
from autofatture.domain.source import PageLayout

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CURRENCY = re.compile(r"^[A-Z]{3}$")
_COUNTRY = re.compile(r"^[A-Z]{2}$")
NOT_SEEN = "Il valore letto dal motore AI non si trova nel testo della pagina: controllalo."
NO_TEXT = "La pagina non ha testo con cui confrontare il valore: controllalo."


def interpret(answer: WireAnswer, *, engine: Engine, layout: Sequence[PageLayout], pages: int, usage: Usage) -> Reading:
    """The reading that ``answer`` means. ``layout`` holds the seen words of each page, none for a scan."""
    return _Interpreter(answer, layout).reading(engine, pages, usage)


class _Interpreter:
    def __init__(self, answer: WireAnswer, layout: Sequence[PageLayout]) -> None:
        self._answer = answer
        self._layout = [page for page in layout if page.words]
        self._evidence = {item.field.strip().lower(): item for item in answer.evidence}
        texts = [word[0] for page in self._layout for word in page.words] or _amount_texts(answer)
        self._style = style_of_texts(texts)
        days = [day for text in texts if (day := parse_day(text)) is not None]
        self._order = order_of(days)

    def reading(self, engine: Engine, pages: int, usage: Usage) -> Reading:
        answer = self._answer
        amounts = {
            name: self._amount(name) for name in ("total_net", "total_vat", "total_gross", "total_paid", "total_due")
        }
        warnings = _sum_warning(amounts)
        if answer.other_invoice_numbers:
            numbers = ", ".join(_clean(number) for number in answer.other_invoice_numbers[:5])
            message = f"Il motore AI segnala altre fatture nello stesso file: {numbers}. Dividi il file."
            warnings = (*warnings, ReadingWarning(code="piu_fatture", message=message))
        texts = {
            name: self._text(name)
            for name in (
                "supplier_name", "supplier_street", "supplier_city", "supplier_postal_code", "customer_name",
                "invoice_number", "related_number",
            )
        }  # fmt: skip
        codes = {name: self._coded(name, _COUNTRY) for name in ("supplier_country", "ship_from")}
        dates = {
            name: self._date(name) for name in ("invoice_date", "due_date", "service_from", "service_to", "paid_date")
        }
        kind = self._kind()
        fields: dict[str, Any] = {**texts, **codes, **dates, **amounts}
        return Reading(
            engine=engine,
            pages=pages,
            language=_clean(answer.language)[:2].lower() or None,
            document_kind=kind,
            is_credit_note=FieldReading[bool](
                value=kind.value is DocumentKind.CREDIT_NOTE, origin=Origin.MODEL, confidence=Confidence.DA_CONTROLLARE
            ),
            **fields,
            supplier_vat_id=self._vat_id("supplier_vat_id"),
            customer_vat_id=self._vat_id("customer_vat_id"),
            customer_is_person=self._is_person(),
            currency=self._coded("currency", _CURRENCY),
            nature=self._nature(),
            nature_evidence=_clean(answer.nature_evidence)[:200] or None,
            vat_lines=self._vat_lines(),
            lines=self._lines(),
            vat_ids=self._vat_ids(),
            wordings=self._wordings(),
            warnings=warnings,
            usage=usage,
        )

    # ------------------------------------------------------------------------------------ fields

    def _printed(self, name: str) -> str:
        return _clean(getattr(self._answer, name))

    def _boxes(self, name: str, printed: str) -> tuple[Box, ...]:
        evidence = self._evidence.get(name)
        quote, page = (evidence.quote, evidence.page) if evidence else ("", 0)
        return locate(printed, quote, page, self._layout)

    def _found(self, kind: Any, name: str, value: Any, printed: str) -> Any:
        """A field with its place; not on the visible page means never sure."""
        boxes = self._boxes(name, printed)
        note = None if boxes else NOT_SEEN if self._layout else NO_TEXT
        return kind(value=value, origin=Origin.MODEL, confidence=Confidence.DA_CONTROLLARE, boxes=boxes, note=note)

    def _text(self, name: str) -> FieldReading[str]:
        printed = self._printed(name)
        if not printed:
            return FieldReading[str]()
        found: FieldReading[str] = self._found(FieldReading[str], name, printed, printed)
        return found

    def _vat_id(self, name: str) -> FieldReading[str]:
        printed = self._printed(name)
        if not printed:
            return FieldReading[str]()
        value = printed if printed.upper().startswith("CHE") else re.sub(r"[\s.\-/]", "", printed).upper()
        found: FieldReading[str] = self._found(FieldReading[str], name, value, printed)
        return found

    def _coded(self, name: str, shape: re.Pattern[str]) -> FieldReading[str]:
        """A code: what the page prints for it may be a name or a sign, so its quote is what is looked for."""
        code = self._printed(name).upper()
        if not shape.match(code):
            return FieldReading[str]()
        evidence = self._evidence.get(name)
        found: FieldReading[str] = self._found(
            FieldReading[str], name, code, _clean(evidence.quote) if evidence and evidence.quote else code
        )
        return found

    def _date(self, name: str) -> FieldReading[dt.date]:
        printed = self._printed(name)
        day = parse_day(printed) if printed else None
        if day is None:
            return FieldReading[dt.date]()
        day = resolve(day, self._order if self._order.name else Order(None))
        if not day.ordered and day.value and day.other:
            note = f"Giorno e mese non si distinguono: {day.value:%d/%m/%Y} oppure {day.other:%d/%m/%Y}."
            return FieldReading[dt.date](
                origin=Origin.MODEL,
                confidence=Confidence.DA_CONTROLLARE,
                boxes=self._boxes(name, printed),
                others=(day.value, day.other),
                note=note,
            )
        found: FieldReading[dt.date] = self._found(FieldReading[dt.date], name, day.value, printed)
        return found

    def _amount(self, name: str) -> FieldReading[Decimal]:
        printed = self._printed(name)
        value = _decimal(printed, self._style)
        if value is None:
            return FieldReading[Decimal]()
        bare = re.sub(r"[^\d.,' \u00a0\u202f-]", "", printed).strip()
        found: FieldReading[Decimal] = self._found(FieldReading[Decimal], name, value, bare)
        return found

    def _kind(self) -> FieldReading[DocumentKind]:
        if self._answer.document_kind == "unknown":
            return FieldReading[DocumentKind]()
        evidence = self._evidence.get("document_kind")
        printed = _clean(evidence.quote) if evidence else ""
        found: FieldReading[DocumentKind] = self._found(
            FieldReading[DocumentKind], "document_kind", DocumentKind(self._answer.document_kind), printed
        )
        return found

    def _is_person(self) -> FieldReading[bool]:
        if self._answer.customer_is_person == "unknown":
            return FieldReading[bool]()
        value = self._answer.customer_is_person == "yes"
        return FieldReading[bool](value=value, origin=Origin.MODEL, confidence=Confidence.DA_CONTROLLARE)

    def _nature(self) -> FieldReading[Nature]:
        if self._answer.nature == "unknown":
            return FieldReading[Nature]()
        found: FieldReading[Nature] = self._found(
            FieldReading[Nature], "nature", Nature(self._answer.nature), self._printed("nature_evidence")
        )
        return found

    # ------------------------------------------------------------------------------------ lists

    def _vat_lines(self) -> tuple[VatLine, ...]:
        rows = (
            (
                _decimal(_clean(row.rate).rstrip("% "), self._style),
                _decimal(_clean(row.base), self._style),
                _decimal(_clean(row.amount), self._style),
            )
            for row in self._answer.vat_lines[:20]
        )
        return tuple(VatLine(rate=rate, base=base, amount=amount) for rate, base, amount in rows if amount is not None)

    def _lines(self) -> tuple[InvoiceLine, ...]:
        return tuple(
            InvoiceLine(
                description=_clean(row.description)[:1000],
                quantity=_decimal(_clean(row.quantity), self._style),
                unit_price=_decimal(_clean(row.unit_price), self._style),
                net=_decimal(_clean(row.net), self._style),
                vat_rate=_decimal(_clean(row.vat_rate).rstrip("% "), self._style),
            )
            for row in self._answer.lines[:300]
        )

    def _vat_ids(self) -> tuple[VatId, ...]:
        pairs = [(self._printed("supplier_vat_id"), "supplier"), (self._printed("customer_vat_id"), "customer")]
        others: list[tuple[str, str | None]] = [
            *pairs,
            *((_clean(number), None) for number in self._answer.other_vat_ids[:10]),
        ]
        return tuple(
            VatId(value=value, party=party, box=next(iter(locate(value, "", 0, self._layout)), None))
            for value, party in others
            if value
        )

    def _wordings(self) -> tuple[Wording, ...]:
        """Sentences that really stand on the page; for a scan they are taken as they are."""
        found = []
        for row in self._answer.wordings[:20]:
            text = _clean(row.text)
            boxes = locate(" ".join(text.split()[:6]), "", 0, self._layout)
            if boxes or not self._layout:
                found.append(Wording(kind=WordingKind(row.kind), text=text, box=boxes[0] if boxes else None))
        return tuple(found)


def _clean(text: str) -> str:
    """Without control and direction characters, which would travel on into files and screens."""
    return " ".join(_CONTROL.sub(" ", text).split())


def _amount_texts(answer: WireAnswer) -> list[str]:
    amounts = [answer.total_net, answer.total_vat, answer.total_gross, *(row.net for row in answer.lines)]
    return [part for text in amounts for part in text.split()]


def _decimal(printed: str, style: Style) -> Decimal | None:
    """The value of an amount as printed, signs and currency apart; None when it stays open."""
    bare = re.sub(r"[^\d.,'’ \u00a0\u202f()\-−–]", "", printed).strip()
    bare = re.sub(r"(?<=[-−–])\s+|\s+(?=-$)", "", bare)
    parsed = parse(bare, style) if bare else None
    return parsed[0] if parsed else None


def _sum_warning(amounts: dict[str, FieldReading[Decimal]]) -> tuple[ReadingWarning, ...]:
    net, vat, gross = (amounts[f"total_{name}"].value for name in ("net", "vat", "gross"))
    if net is None or vat is None or gross is None or net + vat == gross:
        return ()
    message = f"Imponibile {net} + IVA {vat} non dà il totale {gross}: controlla gli importi."
    return (ReadingWarning(code="totali_non_quadrano", message=message, field="total_gross"),)
