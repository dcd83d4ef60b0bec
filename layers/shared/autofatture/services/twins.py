"""Earlier documents of the same purchase: the same file, the same invoice, the receipt of it.

Two ways lead to the invoice. The claim is exact: supplier, number and year. A payment receipt, or a page that is read
badly, often prints no VAT id and the supplier's trade name instead of its legal one; then the number leads to the
documents that carry it too, and the names, or the amounts, tell whether a person is asked.
"""

from __future__ import annotations

from autofatture.domain.document import Document, DuplicateDecision, Status
from autofatture.domain.draft import Draft
from autofatture.domain.reading import DocumentKind
from autofatture.domain.supplier_keys import akin, alike, name_key, number_key, supplier_key
from autofatture.number_ports import InvoiceNumbers, Numbered
from autofatture.stores import ClaimStore, DocumentStore

_WITHOUT_EFFECT = frozenset(
    {Status.CANCELLED, Status.NO_DOCUMENT, Status.FAILED, Status.DELETED_IN_FIC, Status.DISCARDED, Status.SDI_ERROR}
)
_MOST_LOOKED_AT = 3
"""Documents of the same number that are opened to compare them."""


def invoice_key(draft: Draft) -> str | None:
    """Supplier, number and year in a form that ignores how they were typed; None while one is missing.

    Numbering restarts every year, so the year belongs to the key. A supplier is its VAT id, else its name.
    """
    supplier = None if draft.reverses else supplier_key(draft)  # a storno is a second document on one invoice
    if not (supplier and draft.invoice_number and draft.invoice_date):
        return None
    number = number_key(draft.invoice_number)
    return f"{supplier}#{number}#{draft.invoice_date.year}" if number else None


def keys_of_paid_invoice(draft: Draft) -> tuple[str, ...]:
    """Of a payment receipt: the keys that the invoice it pays may have; empty for everything else.

    The number of the invoice is printed on the receipt, sometimes as the only number. A receipt of January may pay
    an invoice of the year before.
    """
    supplier, day = supplier_key(draft), draft.invoice_date or draft.payment_date
    if draft.document_kind is not DocumentKind.RECEIPT or not supplier or day is None:
        return ()
    found = [f"{supplier}#{number}#{year}" for number in number_keys(draft) for year in (day.year, day.year - 1)]
    return tuple(dict.fromkeys(found))


def number_keys(draft: Draft) -> tuple[str, ...]:
    """The numbers under which a document may be found: its own, and of a receipt also that of the invoice it pays."""
    if draft.reverses:
        return ()
    printed = [draft.invoice_number]
    if draft.document_kind is DocumentKind.RECEIPT:
        printed.insert(0, draft.related_number)
    return tuple(dict.fromkeys(key for number in printed if (key := number_key(number))))


class Twins:
    def __init__(self, documents: DocumentStore, claims: ClaimStore, numbers: InvoiceNumbers) -> None:
        self._documents = documents
        self._claims = claims
        self._numbers = numbers

    def of(self, draft: Draft, document: Document) -> str | None:
        """The document that came first with this purchase; claims the invoice for ``document`` where none did.

        Calls: the claim, the file, one for each number (at most two), one where something is written, and one for
        each of at most three documents that have the same number and are compared.
        """
        if document.duplicate_decision is DuplicateDecision.DIFFERENT:
            return document.duplicate_of
        of_invoice = self._of_claim(draft, document) or self._of_number(draft, document)
        of_file = self._claims.file_owner(document.company_id, document.sha256) if document.sha256 else None
        # The same file says more than the same number: two documents may share a number that was read wrongly.
        return (of_file if of_file != document.document_id else None) or of_invoice

    def _of_claim(self, draft: Draft, document: Document) -> str | None:
        key = invoice_key(draft)
        if document.invoice_key and document.invoice_key != key:
            self._claims.release(
                document.company_id, document.document_id, sha256=None, invoice_key=document.invoice_key
            )
        if draft.document_kind is not DocumentKind.RECEIPT:
            return self._claims.claim_invoice(document.company_id, key, document.document_id) if key else None
        # It looks and takes nothing: the invoice that comes after its receipt is no duplicate of it.
        keys = keys_of_paid_invoice(draft)
        owners = self._claims.invoice_owners(document.company_id, keys) if keys else ()
        return next((owner for owner in owners if owner != document.document_id), None)

    def _of_number(self, draft: Draft, document: Document) -> str | None:
        """By number alone; also writes under which numbers ``document`` may be found from now on."""
        mine = {number: _entry(draft, document, number) for number in number_keys(draft)}
        found = [one for number in mine for one in self._numbers.with_number(document.company_id, number)]
        before = {one.number: one for one in found if one.document_id == document.document_id}
        new = [entry for number, entry in mine.items() if before.get(number) != entry]
        gone = [
            Numbered(document_id=document.document_id, number=number)
            for number in document.number_keys
            if number not in mine
        ]
        if new or gone:
            self._numbers.keep(document.company_id, new, gone=gone)
        others = [
            one for one in found if one.document_id != document.document_id and _years_meet(mine[one.number], one)
        ]
        # Names first: of several documents with one number the supplier's own is the likely one.
        others.sort(key=lambda one: not akin(mine[one.number].name, one.name))
        for one in others[:_MOST_LOOKED_AT]:
            other = self._documents.get(document.company_id, one.document_id)
            if other is not None and _may_be_one(draft, mine[one.number], other, one):
                return other.document_id
        return None


def _entry(draft: Draft, document: Document, number: str) -> Numbered:
    day = draft.invoice_date or draft.payment_date
    return Numbered(
        document_id=document.document_id,
        number=number,
        year=day.year if day else None,
        name=name_key(draft.supplier.name),
        vat_id=number_key(draft.supplier.vat_id),
        receipt=draft.document_kind is DocumentKind.RECEIPT,
    )


def _years_meet(mine: Numbered, other: Numbered) -> bool:
    """Same year; a receipt may be of the year after its invoice. A day that was not read stops nothing."""
    if mine.year is None or other.year is None or mine.year == other.year:
        return True
    if mine.receipt == other.receipt:
        return False
    receipt, invoice = (mine, other) if mine.receipt else (other, mine)
    return receipt.year == (invoice.year or 0) + 1


def _may_be_one(draft: Draft, mine: Numbered, other: Document, theirs: Numbered) -> bool:
    if other.status in _WITHOUT_EFFECT or other.reversal_of or other.redo_of:
        return False
    if theirs.receipt and not mine.receipt and other.editable:
        return False  # the invoice is the one to work on; the receipt finds it when it is saved or sent
    if mine.vat_id and mine.vat_id == theirs.vat_id:
        return True
    if mine.receipt != theirs.receipt:
        # A receipt of the same number over the same sum pays that invoice, whatever it calls the seller.
        return akin(mine.name, theirs.name) or _same_sum(draft, other)
    return not (mine.vat_id and theirs.vat_id) and alike(mine.name, theirs.name)


def _same_sum(draft: Draft, other: Document) -> bool:
    """The receipt of a payment may say only what was paid, and the invoice only its net."""
    mine = {amount for amount in (draft.total_gross, draft.total_net) if amount}
    theirs = {amount for amount in (other.gross, other.net) if amount}
    return draft.currency == other.currency and bool(mine & theirs)
