"""*Storno*: the negative twin of an issued self-invoice, and the draft of the one made anew.

An issued document that is wrong is taken back by an identical one of the other sign: same type, parties, rates and
exchange rate, linked to the self-invoice itself (autofattura.md 2, credit notes; accountant.md item 11).
"""

from __future__ import annotations

import datetime as dt

from autofatture.domain.advice import DocumentType, ExchangeRate
from autofatture.domain.composing import portions
from autofatture.domain.draft import Draft, ReceiptOrigin, ReversedDocument
from autofatture.domain.reading_terms import DocumentKind

_SAME_RATE = "stesso cambio dell'autofattura stornata"


def reversed_draft(
    draft: Draft,
    own: ReversedDocument,
    *,
    document_type: DocumentType,
    rate: ExchangeRate | None,
    reason: str,
    today: dt.date,
) -> Draft:
    """The twin: every amount with the other sign, dated today (Europe/Rome).

    Args:
        draft: what was issued; all its lines have a rate.
        own: the issued self-invoice, which the twin is linked to.
        document_type: the type that was issued, whatever is proposed today.
        rate: the exchange rate that was used, None for EUR.
        today: the fiscal day of the twin.
        reason: why it is taken back; it stands for the reason of a type that the rules do not propose.

    Raises:
        IncompleteDraft: a line without amount or rate; an issued document has none.
    """
    lines = tuple(
        line.model_copy(update={"net": -portion.net})
        for line, portion in zip(draft.lines, portions(draft), strict=True)
    )
    net = sum((line.net for line in lines), start=lines[0].net - lines[0].net)
    negative = net < 0
    return draft.model_copy(
        update={
            "lines": lines,
            "total_net": net,
            "total_vat": None,
            "total_gross": net,
            "printed_eur": None,
            "vat_lines": (),
            "is_credit_note": negative,
            "document_kind": DocumentKind.CREDIT_NOTE if negative else DocumentKind.INVOICE,
            "document_type": document_type,
            "override_reason": reason,
            "document_date": today,
            "operation_date": today,
            "operation_presumed": False,
            "payment_date": None,
            "receipt_date": today,
            "receipt_origin": ReceiptOrigin.DICHIARATA,
            "manual_rate": rate.model_copy(update={"reason": _SAME_RATE}) if rate else None,
            "related_number": None,
            "link_choice": None,
            "reverses": own,
            "confirmed": (),
        }
    )


def redone_draft(draft: Draft) -> Draft:
    """What was issued, to be put right: nothing is confirmed and no reason is carried over."""
    return draft.model_copy(update={"confirmed": (), "override_reason": None, "document_date": None, "reverses": None})
