"""Before anything: is it addressed to this company, and is it an invoice at all?

See docs/fiscal-rules.md#buyer-and-kind-of-document.
"""

from __future__ import annotations

from autofatture.domain.advice import Outcome
from autofatture.domain.decision.rules_charged import document_on_the_net
from autofatture.domain.decision.situation import Situation
from autofatture.domain.decision.verdict import Verdict, ask, instead, rule
from autofatture.domain.vat_ids import identify

_NOT_INVOICES = {
    "proforma": "una proforma: la fattura deve ancora arrivare",
    "pro_forma": "una proforma: la fattura deve ancora arrivare",
    "quote": "un preventivo",
    "estimate": "un preventivo",
    "purchase_order": "un ordine",
    "dunning": "un sollecito di pagamento",
    "order": "un ordine",
    "order_confirmation": "una conferma d'ordine",
    "delivery_note": "un documento di trasporto",
    "reminder": "un sollecito di pagamento",
    "terms": "un testo di condizioni contrattuali",
    "contract": "un contratto",
    "payslip": "un cedolino paga",
    "not_an_invoice": "un documento che non è una fattura",
    "other": "un documento che non è una fattura",
}
_INVOICE_WORDS = ("invoice", "fattura", "bill", "credit", "refund", "receipt", "statement", "debit_note", "note")
"""A kind that is in no table and has none of these words in it may be anything: it is asked about."""
_CUSTOMS = frozenset({"customs_bill", "bolla_doganale", "customs_declaration", "dau", "h1"})
_OWN = frozenset({"self_invoice", "autofattura", "own_self_invoice"})
_RECEIPTS = frozenset({"receipt", "payment_receipt"})
_STATEMENTS = frozenset({"statement", "account_statement", "card_statement", "bank_statement"})


@rule("intestatario.altra-azienda", source="art. 21, c. 2, lett. e) ed f), DPR 633/1972")
def addressed_to_another(s: Situation) -> Verdict | None:
    """The document is made out to another company: nothing is created until the right one is chosen. ASK."""
    if (s.facts.document.addressed_to or "").lower() not in ("other", "other_company", "another_company"):
        return None
    return Verdict(
        Outcome.ASK,
        f"Il documento {s.of_the_supplier} è intestato a un'altra azienda e non a quella selezionata: "
        "non si crea nulla finché non si sceglie l'azienda giusta.",
        alternatives=(instead(Outcome.NONE, "Se l'acquisto non riguarda nessuna delle aziende dello studio."),),
        questions=(
            ask(
                "wrong_company",
                "A quale azienda è intestato il documento? Si può spostare lì, senza creare nulla qui.",
                "document.addressed_to",
            ),
        ),
    )


@rule("intestatario.persona", source="artt. 7-ter, 19 e 21, c. 2, DPR 633/1972")
def addressed_to_a_person(s: Situation) -> Verdict | None:
    """The document is made out to a private person: reverse charge and deduction belong to the business.

    ASK, with the owner of a one-person business as the way on.
    """
    if (s.facts.document.addressed_to or "").lower() not in ("person", "private", "private_person", "consumer"):
        return None
    return Verdict(
        Outcome.ASK,
        f"Il documento {s.of_the_supplier} è intestato a una persona e non all'impresa: per la detrazione e il "
        "reverse charge serve l'intestazione all'impresa con la partita IVA, quindi va chiesta la correzione.",
        alternatives=(
            instead(Outcome.FIX, "Se il fornitore può riemettere la fattura intestata all'impresa."),
            *(
                (instead(document_on_the_net(s), "Se la persona è il titolare dell'impresa individuale che compra."),)
                if s.nothing_charged and s.nature is not None
                else ()
            ),
            instead(Outcome.NONE, "Se l'acquisto è privato e non entra nella contabilità dell'impresa."),
        ),
        questions=(
            ask(
                "addressed_to_person",
                "La persona è il titolare dell'impresa individuale (nome e codice fiscale coincidono)?",
                "document.addressed_to",
                "company",
                "person",
            ),
        ),
    )


@rule("intestatario.id-estero", source="art. 17, c. 2, DPR 633/1972; SdI 00475, 00476")
def buyer_id_is_foreign(s: Situation) -> Verdict | None:
    """The buyer's id on the document is a foreign one, and only a buyer with an Italian id owes the tax here. ASK."""
    text = s.facts.customer.vat_id
    if not text:
        return None
    buyer = identify(text)
    if buyer.is_italian or not (buyer.is_eu or buyer.country in ("GB", "CH", "NO")):
        return None
    return Verdict(
        Outcome.ASK,
        f"Sul documento {s.of_the_supplier} l'acquirente ha la partita IVA estera {buyer.text} e non una italiana: "
        "l'autofattura spetta solo a un cessionario con partita IVA italiana.",
        alternatives=(instead(Outcome.FIX, "Se il fornitore ha usato un identificativo sbagliato dell'impresa."),),
        questions=(ask("buyer_id", "Con quale partita IVA italiana è stato fatto l'acquisto?", "customer.vat_id"),),
    )


@rule("documento.non-fattura", source="art. 21, c. 1, DPR 633/1972")
def not_an_invoice(s: Situation) -> Verdict | None:
    """A proforma, an order, a reminder, a customs bill, one of our own self-invoices … is no supplier's invoice.

    NONE, with what remains to do.
    """
    if s.kind in _OWN:
        what = "un'autofattura già emessa: torna da SdI e non va registrata due volte"
    elif s.kind in _CUSTOMS:
        what = "una bolla doganale: si registra nel registro acquisti con la sua IVA"
    elif s.kind in _NOT_INVOICES:
        what = _NOT_INVOICES[s.kind]
    else:
        return None
    return Verdict(
        Outcome.NONE,
        f"Il documento {s.of_the_supplier} è {what}, perciò non c'è nessuna autofattura da emettere.",
        notes=("Se l'operazione è stata fatta, la fattura del fornitore va chiesta: il termine corre lo stesso.",),
    )


@rule("documento.estratto-conto", source="art. 21, c. 1, DPR 633/1972")
def statement(s: Situation) -> Verdict | None:
    """A statement of a card or an account is a list of invoices to ask for. NONE."""
    if s.kind not in _STATEMENTS:
        return None
    return Verdict(
        Outcome.NONE,
        "Il documento è un estratto conto e non una fattura: nessuna autofattura, ma ogni pagamento estero che "
        "contiene è una fattura da chiedere al fornitore.",
        notes=("I pagamenti esteri dell'estratto sono l'elenco delle fatture da chiedere.",),
    )


@rule("documento.ricevuta-di-fattura", source="art. 21, c. 1, DPR 633/1972: un'operazione, una fattura")
def receipt_of_a_known_invoice(s: Situation) -> Verdict | None:
    """The receipt of an invoice whose number it prints is the same operation. NONE."""
    number = s.facts.document.related_number
    if s.kind not in _RECEIPTS or not number:
        return None
    return Verdict(
        Outcome.NONE,
        f"Il documento {s.of_the_supplier} è la ricevuta di pagamento della fattura {number}, che è la stessa "
        "operazione: l'autofattura si fa una volta sola, dalla fattura.",
        notes=(f"Se la fattura {number} non è ancora arrivata, va chiesta al fornitore.",),
    )


@rule("documento.ricevuta-sola", source="art. 21, c. 2, DPR 633/1972")
def receipt_alone(s: Situation) -> Verdict | None:
    """A receipt that names no invoice: the invoice is asked for first. ASK."""
    if s.kind not in _RECEIPTS:
        return None
    return Verdict(
        Outcome.ASK,
        f"Il documento {s.of_the_supplier} è una ricevuta di pagamento e non una fattura: va chiesta la fattura "
        "prima di emettere l'autofattura.",
        alternatives=(
            instead(Outcome.NONE, "Se la fattura della stessa operazione è già stata caricata."),
            instead(Outcome.TD17, "Se il fornitore non emette fatture e la ricevuta ne contiene tutti gli elementi."),
        ),
        questions=(
            ask("receipt_invoice", "Chiedi la fattura al fornitore: quale numero ha?", "document.related_number"),
        ),
    )


@rule("parti.fornitore-uguale-azienda", source="SdI 00471")
def company_sells_to_itself(s: Situation) -> Verdict | None:
    """The supplier's id is the company's own: swapped parties, or a sale. ASK."""
    if not s.sells_to_itself:
        return None
    return Verdict(
        Outcome.ASK,
        f"La partita IVA indicata come fornitore ({s.facts.customer.vat_id}) è quella dell'azienda stessa: o le parti "
        "sono scambiate, o il documento è una vendita e non un acquisto.",
        alternatives=(instead(Outcome.NONE, "Se è una fattura emessa dall'azienda: è una vendita."),),
        questions=(ask("supplier_identity", "Chi è il fornitore estero di questo documento?", "supplier.vat_ids"),),
    )


@rule(
    "documento.autofatturazione-estera",
    source="art. 21, c. 1, DPR 633/1972 (fattura emessa dal cliente per conto del cedente)",
)
def self_billing_of_an_italian_sale(s: Situation) -> Verdict | None:
    """A foreign customer wrote the invoice of what the Italian company sold to it: a sale, not a purchase. NONE."""
    if s.kind not in ("self_billing", "self_billed_invoice") or not s.supplier_is_italian:
        return None
    return Verdict(
        Outcome.NONE,
        f"Il documento è un'autofatturazione emessa dal cliente per conto {s.of_the_supplier}, che è italiano: "
        "è una vendita dell'azienda e non un acquisto, quindi non c'è un'autofattura da emettere.",
        law=("self_billing",),
        notes=("La vendita va registrata tra le fatture emesse.",),
    )


@rule("documento.genere-sconosciuto", source="art. 21, c. 2, DPR 633/1972")
def unheard_of_kind(s: Situation) -> Verdict | None:
    """A kind of document that no table knows may be anything. ASK."""
    if not s.kind or any(word in s.kind for word in (*_INVOICE_WORDS, "self_billing")):
        return None
    return Verdict(
        Outcome.ASK,
        f"Il documento {s.of_the_supplier} è indicato come «{s.facts.document.kind}» e non come fattura, e senza una "
        "fattura non si emette l'autofattura.",
        alternatives=(
            instead(Outcome.NONE, "Se il documento non è una fattura: la fattura va chiesta al fornitore."),
            instead(document_on_the_net(s), "Se il documento vale come fattura e non c'è IVA addebitata."),
        ),
        questions=(
            ask("document_kind", "Il documento è una fattura del fornitore?", "document.kind", "invoice", "other"),
        ),
    )


RULES = (
    addressed_to_another,
    addressed_to_a_person,
    buyer_id_is_foreign,
    not_an_invoice,
    statement,
    receipt_of_a_known_invoice,
    receipt_alone,
    unheard_of_kind,
    company_sells_to_itself,
    self_billing_of_an_italian_sale,
)
