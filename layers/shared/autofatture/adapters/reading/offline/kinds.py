"""What a document is: its title decides, then its labels. Not every paper with amounts is an invoice."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from autofatture.adapters.reading.offline.labels import Hits
from autofatture.adapters.reading.offline.layout import Cell, Token
from autofatture.adapters.reading.offline.lexicon import fold
from autofatture.domain.reading_terms import DocumentKind

_TITLES = {
    DocumentKind.SELF_BILLING: (
        "self-billing invoice | self billed invoice | self-billed invoice | self billing | selbst ausgestellte rechnung"
        " | gutschrift (selbst ausgestellte rechnung) | autofacturation | autofacturación | samofakturowanie"
        " | autofattura"
        " | gutschriftsverfahren | self-billing | autofacture | autofaturação | facture établie par le client"
    ),
    DocumentKind.CREDIT_NOTE: (
        "credit note | credit memo | credit invoice | tax credit note | credit adjustment | gutschrift"
        " | rechnungskorrektur"
        " | stornorechnung | rechnungsstorno | korrekturrechnung | storno | avoir | facture d'avoir"
        " | note de crédit | nota de crédito"
        " | factura rectificativa | factura de abono | abono | nota di credito | nota di accredito | creditnota"
        " | creditfactuur | credit nota | faktura korygująca | korekta faktury | faktura korekta | kreditnota"
        " | kreditfaktura"
        " | opravný daňový doklad | dobropis | hyvityslasku | adjustment note | refund note | jóváíró számla"
        " | kreditna nota"
    ),
    DocumentKind.PROFORMA: (
        "proforma | pro forma | proforma invoice | pro forma invoice | pro-forma invoice | proformarechnung"
        " | proforma-rechnung | pro-forma-rechnung | facture proforma | facture pro forma | factura proforma"
        " | fattura proforma"
        " | fattura pro forma | proforma factuur | pro forma factuur | proformafactuur | faktura proforma"
        " | faktura pro forma | fatura proforma | fatura pró-forma | zálohová faktura | proforma faktura"
        " | proformalasku"
    ),
    DocumentKind.RECEIPT: (
        "receipt | payment receipt | receipt of payment | official receipt | sales receipt | quittung"
        " | zahlungsbestätigung | kassenbon"
        " | zahlungsbeleg | reçu | reçu de paiement | justificatif de paiement | recibo | recibo de pago | ricevuta"
        " | ricevuta di pagamento | kassabon | bonnr | bonnummer | kassenbeleg | kassenzettel"
        " | till receipt | scontrino | ticket de caisse | talão | paragon | kwitancja | betalingsbewijs | kwitantie"
        " | betaalbewijs | payment confirmation"
        " | potwierdzenie płatności | kvitto | kvittering | kuitti | your receipt | recibo de pagamento"
    ),
    DocumentKind.STATEMENT: (
        "statement | statement of account | account statement | monthly statement | customer statement | kontoauszug"
        " | saldenliste | relevé de compte | relevé | estado de cuenta | extracto de cuenta | extracto | estratto conto"
        " | rekeningoverzicht | rekeningafschrift | wyciąg | extrato | extrato de conta | extrato bancário"
        " | credit card statement"
        " | billing statement | card statement | kreditkartenabrechnung | statement of transactions"
        " | transaction history"
    ),
    DocumentKind.REMINDER: (
        "reminder | payment reminder | overdue notice | final notice | first reminder | second reminder | mahnung"
        " | zahlungserinnerung | 1. mahnung | 2. mahnung | letzte mahnung | rappel | lettre de rappel | relance"
        " | rappel de paiement | recordatorio de pago | recordatorio | sollecito di pagamento | sollecito | aanmaning"
        " | herinnering | betalingsherinnering | wezwanie do zapłaty | przypomnienie | aviso de pagamento"
        " | lembrete de pagamento"
        " | påminnelse | rykker | maksumuistutus | upomínka | mise en demeure | past due notice | demand for payment"
    ),
    DocumentKind.ORDER: (
        "order | purchase order | order confirmation | sales order | sales order confirmation"
        " | auftragsbestätigung | bestellung"
        " | bestellbestätigung | bestätigung | commande | bon de commande | confirmation de commande"
        " | accusé de réception de commande | pedido"
        " | orden de compra | confirmación de pedido | ordine | conferma d'ordine | conferma ordine"
        " | ordine di acquisto"
        " | bestelling | orderbevestiging | inkooporder | zamówienie | potwierdzenie zamówienia | encomenda"
        " | nota de encomenda"
        " | confirmação de encomenda | quotation | quote | angebot | kostenvoranschlag | devis | presupuesto"
        " | preventivo"
        " | offerte | offerta | orçamento | oferta | offer | orderbekräftelse | ordrebekræftelse"
        " | tilausvahvistus | estimate"
    ),
    DocumentKind.NOT_AN_INVOICE: (
        "delivery note | packing list | packing slip | lieferschein | bon de livraison"
        " | bordereau de livraison | albarán"
        " | documento di trasporto | pakbon | vrachtbrief | dowód dostawy | list przewozowy | guia de remessa"
        " | guia de transporte"
        " | terms and conditions | general terms and conditions | allgemeine geschäftsbedingungen"
        " | conditions générales de vente"
        " | condiciones generales | condizioni generali | algemene voorwaarden | payslip | pay slip | lohnabrechnung"
        " | gehaltsabrechnung | bulletin de paie | nómina | cedolino | busta paga | loonstrook | employment contract"
        " | contract | vertrag | contrat | contrato | contratto | overeenkomst | umowa | certificate | certificat"
        " | bill of lading | air waybill | customs declaration | newsletter | boarding pass | bank statement"
    ),
    DocumentKind.INVOICE: (
        "invoice | tax invoice | vat invoice | commercial invoice | sales invoice | tax invoice / receipt"
        " | invoice / receipt"
        " | invoice/receipt | rechnung | handelsrechnung | rechnung / invoice | invoice / rechnung | schlussrechnung"
        " | kostennote | kostenrechnung"
        " | teilrechnung | abschlagsrechnung | honorarrechnung | honorarnote | warenrechnung | baurechnung"
        " | sammelrechnung"
        " | facture | facture d'acompte | note d'honoraires | factura | factura simplificada | minuta"
        " | fattura | fattura immediata"
        " | parcella | factuur | verkoopfactuur | nota | fatura | fatura-recibo | fatura simplificada | fatura/recibo"
        " | faktura | faktura vat | rachunek | lasku | faktura - daňový doklad | daňový doklad | faktúra | számla"
        " | factură | factura fiscala | račun | τιμολόγιο | bill | invoice summary | monthly invoice"
        " | anzahlungsrechnung | final invoice | deposit invoice | advance invoice | prepayment invoice"
        " | freight invoice"
        " | facture de solde | facture finale | fattura di acconto | fattura di saldo | fattura differita"
        " | fattura accompagnatoria | faktura końcowa | faktura zaliczkowa | voorschotfactuur | eindfactuur"
        " | kopie factuur | copy invoice | e-rechnung | proforma invoice paid | invoice/credit note | statement invoice"
    ),
}
_COMBINED = frozenset(
    fold(text)
    for text in (
        "tax invoice / receipt",
        "invoice / receipt",
        "receipt / invoice",
        "receipt / tax invoice",
        "rechnung / quittung",
        "fatura-recibo",
        "fatura/recibo",
    )
)


_ENDINGS = {
    "rechnung": DocumentKind.INVOICE,
    "faktura": DocumentKind.INVOICE,
    "factuur": DocumentKind.INVOICE,
    "gutschrift": DocumentKind.CREDIT_NOTE,
    "creditnota": DocumentKind.CREDIT_NOTE,
    "kreditnota": DocumentKind.CREDIT_NOTE,
}


class Title(NamedTuple):
    """A title of a document and what speaks for it."""

    kind: DocumentKind
    tokens: tuple[Token, ...]
    score: float
    labels: bool = False
    """The word begins a label (``Invoice number: 7``, ``Bill to``), which other papers print as well."""


def is_title(text: str) -> bool:
    """Whether a line says nothing but what paper it is on."""
    return fold(text) in _table()


@cache
def _table() -> dict[str, DocumentKind]:
    table: dict[str, DocumentKind] = {}
    for kind, phrases in _TITLES.items():
        for phrase in phrases.split("|"):
            table.setdefault(fold(phrase), kind)
    table.update(dict.fromkeys(_COMBINED, DocumentKind.INVOICE))
    return table


PROMINENT = 3.5
"""Below this score a word that would make the paper something else than an invoice is a line of its text."""


def find_titles(hits: Hits) -> list[Title]:
    """Words that name the kind of the document, the most prominent first."""
    heights = sorted(token.height for line in hits.layout.lines for token in line.tokens)
    usual = heights[len(heights) // 2] if heights else 10.0
    found = [
        title._replace(labels=_is_label(hits, cell, len(title.tokens)))
        for cell in _early_cells(hits)
        if (title := _title(cell, usual)) is not None
    ]
    plain = [title for title in found if title.kind is DocumentKind.INVOICE or title.score >= PROMINENT]
    return sorted(plain, key=lambda title: -title.score)


def _is_label(hits: Hits, cell: Cell, end: int) -> bool:
    return any(
        hit.start == 0 and hit.end > end and hit.has("number", "number_weak", "customer") for hit in hits.in_cell(cell)
    )


def _early_cells(hits: Hits) -> Iterable[Cell]:
    first = hits.layout.lines[0].page.number if hits.layout.lines else 1
    for line in hits.layout.lines:
        if line.page.number > first + 1:
            break
        if len(line.cells) <= 4:
            yield from line.cells


def _title(cell: Cell, usual: float) -> Title | None:
    found = _longest(cell)
    if found is None:
        return None
    kind, end = found
    rest = cell.tokens[end:]
    if len(cell.tokens) > end + 6 or (rest and rest[0].text[:1].islower() and len(rest) > 3):
        return None
    position = cell.y0 / max(cell.page.height, 1.0) + (cell.page.number - 1)
    size = cell.height / max(usual, 1.0)
    score = 4.0 * min(size, 3.0) + 3.0 * (1.0 - min(position, 1.5))
    score += 1.5 if not rest else 0.0
    score += 0.5 if cell.text.isupper() else 0.0
    if rest and not any(any(map(str.isdigit, token.text)) for token in rest):
        score -= 3.0
    if cell.tokens[end - 1].text.endswith(":") and len(rest) != 1:
        score -= 2.0
    if kind in {DocumentKind.ORDER, DocumentKind.NOT_AN_INVOICE, DocumentKind.RECEIPT} and rest:
        score -= 2.0
    if kind in _LABELS_TOO and size < LARGE and _names_a_value(cell):
        score -= 4.0
    return Title(kind, tuple(cell.tokens[:end]), score)


_LABELS_TOO = frozenset(
    {DocumentKind.ORDER, DocumentKind.NOT_AN_INVOICE, DocumentKind.STATEMENT, DocumentKind.REMINDER}
)
"""Papers that an invoice names beside their numbers: ``Lieferschein | 8077120``."""
LARGE = 1.4
"""A word of this size, in that of the usual text, is no label of a table."""


def _names_a_value(cell: Cell) -> bool:
    """Whether a cell is a label with its value in the next cell of the row."""
    beside = next((other for other in cell.line.cells if other.x0 > cell.x0), None)
    return beside is not None and any(map(str.isdigit, beside.tokens[0].text))


def _longest(cell: Cell) -> tuple[DocumentKind, int] | None:
    letters = ""
    best: tuple[DocumentKind, int] | None = None
    table = _table()
    for end, token in enumerate(cell.tokens[:6], 1):
        letters += token.fold
        if letters in table:
            best = (table[letters], end)
    if best is None and (kind := _compound(cell.tokens[0].fold)) is not None:
        return kind, 1
    return best


def _compound(word: str) -> DocumentKind | None:
    """``Leasingrechnung``, ``Monatsfaktura``: words that end in the name of a document, in languages that join them."""
    if len(word) < 12:
        return None
    for ending, kind in _ENDINGS.items():
        if word.endswith(ending):
            return kind
    return None


def kind_by_label(hits: Hits) -> DocumentKind | None:
    """The kind that the label of the document's number tells (``Fatura``, ``Credit note no.``), the first one."""
    table = _table()
    found = sorted(hits.of("number", "number_weak"), key=lambda hit: (hit.cell.line.index, hit.x0))
    for hit in found:
        known = next((table[hit.key[:size]] for size in range(len(hit.key), 3, -1) if hit.key[:size] in table), None)
        if known is not None and hit.start == 0:
            return known
    return None


def names_an_invoice(hits: Hits) -> bool:
    """Whether a number stands behind the word for an invoice within a line: ``Situation n° 2 - Facture 7``."""
    table = _table()
    return any(
        table.get(hit.key) is DocumentKind.INVOICE
        and hit.end == len(hit.cell.tokens) - 1
        and any(map(str.isdigit, hit.cell.tokens[-1].text))
        for hit in hits.of("number_weak")
    )


def kind_of(
    titles: list[Title], *, labelled: DocumentKind | None, has_number: bool, has_total: bool, paid_receipt: bool
) -> tuple[Title | None, DocumentKind]:
    """The kind that the titles tell; without a title, labels of an invoice must stand on the page."""
    top = titles[0] if titles else None
    if top is None:
        plain = DocumentKind.INVOICE if has_number else DocumentKind.NOT_AN_INVOICE
        return None, (labelled or plain) if has_total else DocumentKind.NOT_AN_INVOICE
    if top.kind is DocumentKind.NOT_AN_INVOICE and labelled is DocumentKind.INVOICE and has_number and has_total:
        return None, DocumentKind.INVOICE
    return _told(titles, has_number=has_number, paid_receipt=paid_receipt)


def _told(titles: list[Title], *, has_number: bool, paid_receipt: bool) -> tuple[Title, DocumentKind]:
    """The kind that stands out among titles of several kinds."""
    top = titles[0]
    if paid_receipt and all(title.labels for title in titles if title.kind is DocumentKind.INVOICE):
        # Without a title the label of the receipt's own number tells; that of the invoice it pays may stand above it.
        own = next((title for title in titles if title.kind is DocumentKind.RECEIPT), None)
        if own is not None:
            return own, DocumentKind.RECEIPT
    near = [title for title in titles if title.score >= top.score - 2.5]
    special = next((title for title in near if title.kind not in {DocumentKind.INVOICE, DocumentKind.ORDER}), None)
    invoice = next((title for title in near if title.kind is DocumentKind.INVOICE), None)
    if special is not None and invoice is not None:
        if special.kind in {
            DocumentKind.CREDIT_NOTE,
            DocumentKind.PROFORMA,
            DocumentKind.SELF_BILLING,
            DocumentKind.REMINDER,
        }:
            return special, special.kind
        return invoice, DocumentKind.INVOICE
    if top.kind is DocumentKind.ORDER and has_number and any(title.kind is DocumentKind.INVOICE for title in titles):
        return next(title for title in titles if title.kind is DocumentKind.INVOICE), DocumentKind.INVOICE
    if top.kind is DocumentKind.RECEIPT and not paid_receipt and invoice is not None:
        return invoice, DocumentKind.INVOICE
    return top, top.kind
