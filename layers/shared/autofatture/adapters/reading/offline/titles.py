"""The kind of document and the sign of its amounts."""

from __future__ import annotations

from decimal import Decimal

from autofatture.adapters.reading.offline.kinds import Title, find_titles, kind_by_label, kind_of, names_an_invoice
from autofatture.adapters.reading.offline.labels import Hits
from autofatture.adapters.reading.offline.layout import spots
from autofatture.adapters.reading.result import Found, Result
from autofatture.domain.reading_terms import Confidence, DocumentKind, Origin

NOT_TO_ISSUE = {
    DocumentKind.PROFORMA: "È una proforma: non è una fattura e non dà luogo a un'autofattura.",
    DocumentKind.ORDER: "È un ordine o un preventivo, non una fattura.",
    DocumentKind.REMINDER: "È un sollecito: serve la fattura a cui si riferisce.",
    DocumentKind.STATEMENT: "È un estratto conto: servono le singole fatture.",
    DocumentKind.RECEIPT: (
        "È una ricevuta di pagamento: se la fattura c'è già è un doppione, altrimenti chiedila al fornitore."
    ),
    DocumentKind.NOT_AN_INVOICE: "Non sembra una fattura.",
    DocumentKind.SELF_BILLING: (
        "È una fattura emessa dal cliente per conto del fornitore (self-billing): verifica chi la emette."
    ),
}


def put_kind(result: Result, hits: Hits, *, numbered: bool) -> None:
    """Decide the kind by title, labels and the sign of the total."""
    titles = find_titles(hits)
    gross = result.value("total_gross")
    has_total = isinstance(gross, Decimal)
    paid_receipt = any(hits.of("paid_date"))
    title, kind = kind_of(
        titles,
        labelled=kind_by_label(hits),
        has_number=numbered or names_an_invoice(hits),
        has_total=has_total,
        paid_receipt=paid_receipt,
    )
    negative = isinstance(gross, Decimal) and gross < 0
    if negative and kind is DocumentKind.INVOICE:
        kind, title = DocumentKind.CREDIT_NOTE, None
    sure = title is not None and title.score >= 7.0 and has_total and not _contested(titles, title)
    if kind in NOT_TO_ISSUE:
        result.warn(f"tipo_{kind}", NOT_TO_ISSUE[kind], "document_kind")
    spot = spots(title.tokens) if title else ()
    word = Confidence.SICURO if sure else Confidence.DA_CONTROLLARE
    result.put("document_kind", Found(str(kind), Origin.TEXT, word, spot))
    credit = kind is DocumentKind.CREDIT_NOTE
    result.put("is_credit_note", Found(credit, Origin.TEXT, word, spot))
    if kind in {DocumentKind.REMINDER, DocumentKind.STATEMENT, DocumentKind.NOT_AN_INVOICE, DocumentKind.ORDER}:
        _doubt_all(result)


def _doubt_all(result: Result) -> None:
    """What a reminder or a statement prints belongs to other documents: nothing of it is sure."""
    for name, found in result.fields.items():
        if found.confidence is Confidence.SICURO and name not in {"document_kind", "is_credit_note"}:
            result.fields[name] = found._replace(confidence=Confidence.DA_CONTROLLARE)


def _contested(titles: list[Title], chosen: Title) -> bool:
    """Whether another kind is told almost as prominently."""
    return any(title.kind is not chosen.kind and title.score > chosen.score - 2.0 for title in titles)
