"""From a verified draft to the self-invoice that is meant. Pure: the same values give the same document."""

from __future__ import annotations

from decimal import Decimal

from autofatture.domain.advice import Advice, DocumentType, ExchangeRate
from autofatture.domain.company import CompanyProfile
from autofatture.domain.conversion import Portion, portions_in_eur
from autofatture.domain.decision.dates import NO_LINKED_DATE, italian
from autofatture.domain.draft import Draft, EurTotals
from autofatture.domain.errors import BadInput
from autofatture.domain.fiscal_text import Romanise, basic_ending, latin
from autofatture.domain.law import LEGAL_REFERENCE_LIMIT
from autofatture.domain.money import EUR, to_cents
from autofatture.domain.parties import cedente, cessionario
from autofatture.domain.self_invoice import LinkedDocument, SelfInvoice, SelfInvoiceLine

NUMBER_LIMIT = 20
"""``IdDocumento`` (2.1.6.2): of a longer number the last 20 characters are kept, all of it goes into the Causale."""
_CAUSALE, _DESCRIPTION = 200, 1000
_SOURCES = {"banca_italia": "Banca d'Italia", "ecb": "BCE", "manual": "indicato a mano"}


class IncompleteDraft(BadInput):
    code = "incomplete_draft"
    default_message = "La bozza non è completa: nulla è stato creato. Completa i campi indicati e riprova."


def portions(draft: Draft) -> list[Portion]:
    """The lines with their treatment, in the invoice's currency, negative on a credit note.

    Raises:
        IncompleteDraft: no amount, or a line without rate.
    """
    lines = [(line.net, line.vat_rate, line.natura) for line in draft.lines]
    if not lines:
        raise IncompleteDraft(details={"field": "lines"})
    if any(rate is None for _, rate, _ in lines):
        raise IncompleteDraft(details={"field": "lines"})
    total = sum((net for net, _, _ in lines), Decimal(0))
    sign = -1 if draft.is_credit_note and total > 0 else 1
    return [Portion(sign * net, rate, natura or None) for net, rate, natura in lines if rate is not None]


def totals_in_eur(draft: Draft, rate: ExchangeRate | None) -> EurTotals | None:
    """Amounts as they will be created; None while the draft or the rate is incomplete."""
    try:
        converted = portions_in_eur(portions(draft), draft.currency or "", rate)
    except (IncompleteDraft, ValueError):
        return None
    bases: dict[tuple[Decimal, str | None], Decimal] = {}
    for one in converted:
        key = (one.vat_rate, one.natura)
        bases[key] = bases.get(key, Decimal(0)) + one.net
    net = sum(bases.values(), Decimal(0))
    vat = sum((to_cents(base * key[0] / 100) for key, base in bases.items()), Decimal(0))
    return EurTotals(net=net, vat=vat, gross=net + vat)


def compose(
    draft: Draft,
    advice: Advice | None,
    company: CompanyProfile,
    rate: ExchangeRate | None,
    *,
    reference: str,
    romanise: Romanise | None = None,
) -> SelfInvoice:
    """Build what FiC will be asked to create.

    Raises:
        IncompleteDraft: something that the preflight blocks on is missing.
    """
    document_type, day = draft.document_type, draft.document_date or (advice.document_date if advice else None)
    if document_type is None or day is None or draft.currency is None:
        raise IncompleteDraft(details={"field": "document_type" if document_type is None else "document_date"})
    try:
        seller, _ = cedente(draft, company, document_type, romanise)
        converted = portions_in_eur(portions(draft), draft.currency, rate)
    except LookupError as error:
        raise IncompleteDraft(details={"field": "supplier.country"}) from error
    except ValueError as error:
        raise IncompleteDraft(details={"field": "currency"}) from error
    legal = advice.vat_treatment.legal_reference if advice else None
    return SelfInvoice(
        reference=reference,
        document_type=document_type,
        date=day,
        numeration=company.numeration,
        cedente=seller,
        cessionario=cessionario(company, romanise),
        lines=tuple(
            SelfInvoiceLine(
                description=latin(line.description or _summary_text(draft), _DESCRIPTION, romanise).value,
                net=one.net,
                vat_rate=one.vat_rate,
                natura=one.natura,
                legal_reference=latin(legal, LEGAL_REFERENCE_LIMIT).value if legal and one.natura else None,
            )
            for line, one in zip(draft.lines, converted, strict=True)
        ),
        linked=_linked(draft, romanise),
        causale=tuple(causale(draft, advice, rate, document_type, romanise)),
    )


def _linked(draft: Draft, romanise: Romanise | None) -> tuple[LinkedDocument, ...]:
    """The supplier's own document: the invoice, or its credit note; on a *storno* the self-invoice taken back."""
    if draft.reverses is not None:
        own = draft.reverses
        number = basic_ending(own.number, NUMBER_LIMIT, romanise).value
        return (LinkedDocument(number=number, date=own.date, sdi_id=own.sdi_id),)
    if not draft.invoice_number:
        return ()
    number = basic_ending(draft.invoice_number, NUMBER_LIMIT, romanise).value
    day = None if draft.link_choice == NO_LINKED_DATE else draft.invoice_date
    return (LinkedDocument(number=number, date=day, sdi_id=draft.sdi_id),)


def causale(
    draft: Draft,
    advice: Advice | None,
    rate: ExchangeRate | None,
    document_type: DocumentType,
    romanise: Romanise | None = None,
) -> list[str]:
    """Sentences of 2.1.1.11, each within 200 characters: reference, rate, dates."""
    of_day = f" del {italian(draft.invoice_date)}" if draft.invoice_date else ""
    what = "nota di credito" if draft.is_credit_note else "fattura"
    texts = []
    if draft.reverses is not None:
        what = "fattura"
        texts.append(f"Storno dell'autofattura n. {draft.reverses.number} del {italian(draft.reverses.date)}")
    texts += [
        f"{document_type.value} - {what} n. {draft.invoice_number or '?'}{of_day} di {draft.supplier.name or '?'}"
    ]
    if draft.is_credit_note and draft.related_number:
        texts.append(f"Rettifica della fattura n. {draft.related_number}")
    if draft.currency and draft.currency != EUR and rate is not None and draft.total_net is not None:
        source = _SOURCES.get(rate.source, rate.source)
        texts.append(
            f"Importo originario {_italian(draft.total_net)} {draft.currency}, "
            f"cambio {_italian_rate(rate.units_per_eur)} {draft.currency} per 1 EUR del {italian(rate.day)} ({source})"
        )
    texts.extend(advice.causale if advice else ())
    return [latin(text, _CAUSALE, romanise).value for text in texts]


def _summary_text(draft: Draft) -> str:
    words = {"goods": "Beni", "services": "Servizi", "mixed": "Beni e servizi"}
    return f"{words.get(draft.nature or '', 'Acquisto')} - fattura n. {draft.invoice_number or '?'}"


def _italian(amount: Decimal) -> str:
    return f"{amount:,.2f}".translate({ord(","): ".", ord("."): ","})


def _italian_rate(rate: Decimal) -> str:
    return format(rate.normalize(), "f").replace(".", ",")
