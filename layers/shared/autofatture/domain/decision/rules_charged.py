"""VAT was charged: by San Marino, by Italy through a foreigner, by another country rightly or wrongly.

Rows 4, 5, 6 and 13 of the decision table; accountant.md items 5, 6, 19.
"""

from __future__ import annotations

from autofatture.domain.advice import Alternative, Outcome, Question
from autofatture.domain.decision.limits import exceeds, over_goods_threshold, threshold
from autofatture.domain.decision.questions import ESTABLISHED
from autofatture.domain.decision.situation import Situation
from autofatture.domain.decision.verdict import Sentence, Verdict, ask, instead, rule
from autofatture.domain.decision.wording import Said
from autofatture.domain.places import Area

_WORDS_OF_A_GENERIC_SERVICE = (Said.OTHER_SERVICE, Said.REVERSE_CHARGE, Said.REVERSE_CHARGE_SERVICES)
_LAW_OF = {
    Outcome.TD17: "generic_services",
    Outcome.TD18: "intra_acquisition",
    Outcome.TD19: "goods_in_italy",
}
_USED_WHERE_CHARGED = ("hotel", "restaurant", "fuel", "parking", "passenger_transport")
"""The VAT of a country on these is the VAT of the place where they were had."""
_ITALIAN_DIGITS = str.maketrans({",": ".", ".": ","})


@rule("riga-13.san-marino-con-iva", source="autofattura.md 3 row 13")
def san_marino_with_vat(s: Situation) -> Verdict | None:
    if s.supplier_area is not Area.SAN_MARINO or not s.charges or s.nature == "services":
        return None
    sentence = Sentence(s).supplier().supply().charged()
    if s.electronic:
        return Verdict(
            Outcome.NONE,
            sentence.add("in forma elettronica").so("l'IVA è già assolta e non serve nessuna autofattura"),
            law=("san_marino",),
            alternatives=(instead(Outcome.TD28, "Se la fattura fosse invece cartacea."),),
        )
    if s.form in ("paper", "cartacea"):
        return Verdict(
            Outcome.TD28,
            sentence.add("con fattura cartacea").so("l'acquisto si comunica con TD28"),
            law=("san_marino",),
            notes=(
                "Il TD28 si emette in Fatture in Cloud o nel gestionale, con Paese SM: qui se ne spiega il motivo.",
            ),
            alternatives=(instead(Outcome.NONE, "Se la stessa fattura è arrivata anche da SdI."),),
            treatment="charged",
        )
    return Verdict(
        Outcome.ASK,
        sentence.so("la stessa fattura cartacea vuole TD28 e quella elettronica nulla, e non si sa quale sia questa"),
        law=("san_marino",),
        alternatives=(
            instead(Outcome.TD28, "Se la fattura è cartacea (questo PDF ne è la scansione)."),
            instead(Outcome.NONE, "Se la fattura è arrivata in formato elettronico da SdI."),
        ),
        questions=(
            ask(
                "san_marino_form",
                "La fattura di San Marino è cartacea o è arrivata da SdI?",
                "document.form",
                "paper",
                "sdi_xml",
            ),
        ),
    )


@rule("riga-4.iva-italiana-di-non-stabilito", source="autofattura.md 3 row 4; ris. 21/E/2015")
def italian_vat_of_a_foreigner(s: Situation) -> Verdict | None:
    if not s.italian_vat and (not s.vat_may_be_italian or _bought_and_used_abroad(s)):
        return None
    established = s.facts.supplier.established_in_italy
    certain = established is False or s.directly_identified or s.consumer_scheme is not None
    no_italian_id = s.ids_known and not s.italian_ids
    sentence = Sentence(s).supplier().supply().charged()
    if not certain and not no_italian_id:
        return Verdict(
            Outcome.ASK,
            sentence.so(
                "l'IVA addebitata è regolare solo se il fornitore ha una stabile organizzazione qui, e non risulta"
            ),
            law=("wrong_vat",),
            alternatives=(
                instead(Outcome.NONE, "Se vende la stabile organizzazione italiana: è un acquisto interno."),
                instead(Outcome.FIX, "Se il fornitore è solo identificato o ha un rappresentante fiscale in Italia."),
            ),
            questions=(ESTABLISHED,),
        )
    fallback = document_on_the_net(s)
    if s.is_credit_note:
        return _credit_of_a_wrong_invoice(sentence, fallback)
    how = "tramite OSS" if s.consumer_scheme else "pur non essendo stabilito in Italia"
    return Verdict(
        Outcome.FIX,
        sentence.add(how).so(
            "l'addebito non è valido verso un'impresa, il fornitore deve stornarlo e riemettere la fattura senza IVA"
        ),
        law=("wrong_vat", "non_established_seller"),
        alternatives=(
            *_regularise(fallback, "sul netto"),
            *(() if certain else (instead(Outcome.NONE, "Se vende da una stabile organizzazione in Italia."),)),
        ),
        notes=(
            "L'IVA addebitata non si detrae: resta un costo finché il fornitore non la restituisce.",
            "Il dovere del reverse charge corre lo stesso: il cessionario italiano resta il debitore dell'imposta.",
        ),
        doubts=() if certain else (ESTABLISHED,),
        treatment="none",
        fallback=fallback,
        sure=not s.place_is_derived,
    )


@rule("forfettari.beni-ue-con-iva", source="autofattura.md 3 Forfettari; accountant.md 19")
def goods_below_the_threshold(s: Situation) -> Verdict | None:
    """Forfettari and bodies below 10,000 euro without option: the seller rightly charges its own VAT."""
    if not (s.has_goods_threshold and s.foreign_vat and s.nature == "goods"):
        return None
    from_eu = s.ship.goods_in_eu if s.ship else s.supplier_in_eu
    if not from_eu or s.facts.customer.intra_goods_option is True or over_goods_threshold(s):
        return None
    return Verdict(
        Outcome.NONE,
        Sentence(s)
        .supplier()
        .supply()
        .charged()
        .add(f"a un acquirente in regime {s.regime}")
        .so("sotto i 10.000 euro annui di beni UE e senza opzione l'IVA resta quella del fornitore e non serve TD18"),
        law=("intra_threshold",),
        alternatives=(instead(Outcome.FIX, "Se la soglia annua di 10.000 euro è superata o è stata fatta l'opzione."),),
        doubts=(
            ask(
                "intra_goods_total",
                "Quanti beni UE ha comprato quest'anno e l'anno scorso? Oltre 10.000 euro cambia tutto.",
                "customer.intra_goods_total",
            ),
        ),
    )


@rule("riga-5.iva-estera-di-operazione-estera", source="autofattura.md 3 row 5; DL 73/2022 art. 12")
def foreign_vat_on_a_foreign_supply(s: Situation) -> Verdict | None:
    if not s.foreign_vat or not _bought_and_used_abroad(s):
        return None
    return out_of_scope(s, Sentence(s).supplier().supply().charged())


def out_of_scope(s: Situation, sentence: Sentence) -> Verdict:
    """Not taxable in Italy: nothing up to 5,000 euro per operation with the foreign VAT, else N2."""
    limit = threshold("out_of_scope", s.day)
    above = exceeds(s.gross, s.currency, limit, rate=s.rate)
    total = "per un totale che non risulta"
    if s.gross is not None:
        total = " ".join(
            ("per", f"{abs(s.gross):,.2f}".translate(_ITALIAN_DIGITS), *([s.currency] if s.currency else []))
        )
    sentence.add(total)
    outcome = Outcome.TD19 if s.nature == "goods" else Outcome.TD17
    if above is None:
        return Verdict(
            Outcome.ASK,
            sentence.so(
                f"l'operazione è tassata all'estero e il limite di 5.000 euro decide se va comunicata ({outcome})"
            ),
            law=("territory", "out_of_scope_limit"),
            alternatives=(
                instead(Outcome.NONE, "Se il totale con l'IVA estera non supera 5.000 euro."),
                instead(outcome, "Se supera 5.000 euro: aliquota 0 e natura N2."),
            ),
            questions=(ask("total_gross", _total_question(s), "document.total_gross"),),
            place="out_of_scope",
        )
    if not above:
        return Verdict(
            Outcome.NONE,
            sentence.so("l'operazione è tassata all'estero e non supera 5.000 euro, quindi nessuna autofattura"),
            law=("territory", "out_of_scope_limit"),
            notes=(
                "Il documento va comunque registrato come costo.",
                *(("L'IVA estera è un costo, oppure si chiede a rimborso allo Stato estero.",) if s.charges else ()),
            ),
            alternatives=(
                (instead(Outcome.FIX, "Se il servizio era tassabile in Italia e l'IVA estera è un errore."),)
                if s.charges and s.used_in_italy is None
                else ()
            ),
            sure=s.category is not None and (s.used_in_italy is False or s.category.key in _USED_WHERE_CHARGED),
        )
    return Verdict(
        outcome,
        sentence.so(
            f"l'operazione è tassata all'estero ma supera 5.000 euro, quindi si comunica con {outcome} senza IVA"
        ),
        law=("territory", "out_of_scope_limit"),
        alternatives=(instead(Outcome.NONE, "Se si tratta di più operazioni distinte, ciascuna sotto 5.000 euro."),),
        doubts=(
            ask("natura_out_of_scope", "La natura è N2.1 o N2.2? È una questione discussa.", None, "N2.1", "N2.2"),
        ),
        treatment="out_of_scope",
        place="out_of_scope",
    )


def _total_question(s: Situation) -> str:
    if s.gross is None:
        return "Qual è il totale in euro, IVA estera compresa?"
    return f"Al cambio del giorno il totale in {s.currency or 'euro'}, IVA estera compresa, supera 5.000 euro?"


@rule("riga-6.iva-estera-da-correggere", source="autofattura.md 3 row 6; accountant.md 6")
def foreign_vat_by_mistake(s: Situation) -> Verdict | None:
    if not s.foreign_vat or _imported_by_the_buyer(s):
        return None
    sentence = Sentence(s).supplier().supply().charged()
    question = _unknown_place_of_taxation(s)
    if question is not None:
        return Verdict(
            Outcome.ASK,
            sentence.so(
                "se l'operazione è tassata all'estero non c'è nulla da emettere, altrimenti la fattura va corretta"
            ),
            alternatives=(
                instead(
                    Outcome.NONE,
                    "Se è un acquisto fatto e usato all'estero (hotel, ristorante, carburante, negozio) entro "
                    "5.000 euro.",
                ),
                instead(
                    Outcome.FIX,
                    "Se è un servizio generico (software, pubblicità, consulenza) o un bene spedito in Italia; se il "
                    f"fornitore non corregge, {document_on_the_net(s)} sul netto.",
                ),
            ),
            questions=(question,),
            law=("territory",),
        )
    fallback = document_on_the_net(s)
    if s.is_credit_note:
        return _credit_of_a_wrong_invoice(sentence, fallback)
    why = (
        "con la dichiarazione OSS dei consumatori"
        if s.consumer_scheme
        else "su un'operazione che verso un'impresa è tassata in Italia"
    )
    return Verdict(
        Outcome.FIX,
        sentence.add(why).so(
            "il fornitore deve annullare e riemettere la fattura senza la sua IVA, con la nostra partita IVA"
        ),
        law=(_LAW_OF[fallback], "non_established_seller"),
        alternatives=_regularise(fallback, "sul netto"),
        notes=(
            *_why_the_seller_may_be_right(s),
            "L'IVA estera addebitata resta un costo o si chiede a rimborso: non si detrae in Italia.",
            "Il dovere del reverse charge corre lo stesso: il cessionario italiano resta il debitore dell'imposta.",
        ),
        treatment="none",
        fallback=fallback,
        sure=s.category is not None or s.consumer_scheme is not None or s.ship is not None,
    )


def _credit_of_a_wrong_invoice(sentence: Sentence, fallback: Outcome) -> Verdict:
    """The credit note that a FIX asked for: it takes back an invoice that had no self-invoice."""
    return Verdict(
        Outcome.NONE,
        sentence.add("con una nota di credito").so(
            "storna una fattura con IVA addebitata per errore, che non aveva un'autofattura da stornare"
        ),
        law=("wrong_vat",),
        alternatives=(
            instead(
                fallback,
                f"Se per la fattura stornata era già stato emesso {fallback}: lo stesso, con importi negativi.",
            ),
        ),
        notes=(f"Alla nuova fattura senza IVA, quando arriva, segue {fallback}.",),
    )


def _why_the_seller_may_be_right(s: Situation) -> tuple[str, ...]:
    if s.facts.customer.in_vies is not False or not s.supplier_in_eu:
        return ()
    return (
        "L'azienda non è iscritta al VIES: prima va iscritta, altrimenti il fornitore non può togliere la sua IVA.",
    )


def _bought_and_used_abroad(s: Situation) -> bool:
    """Hotel, restaurant, fuel, admission ... outside Italy, or goods bought where they stay."""
    if s.used_in_italy is True:
        return False
    if s.category_place in ("local", "local_goods"):
        return s.ship is None or s.category_place == "local"
    if s.used_in_italy is False and s.nature != "goods" and s.category is None:
        return True
    if s.nature == "goods":
        stays_abroad = s.goods_at is not None and s.goods_at.area is not Area.ITALY
        return stays_abroad and s.ship is None
    return s.category is None and Said.LOCAL_SERVICE in s.said and Said.OTHER_SERVICE not in s.said


def _imported_by_the_buyer(s: Situation) -> bool:
    """Goods that crossed the border for this sale: the customs bill counts, whatever the seller charged."""
    supply = s.facts.supply
    handed_over_here = s.goods_in_italy or s.installed or supply.call_off_stock or supply.vat_warehouse
    crossed = supply.customs_bill is True or (s.shipped_from_outside and not handed_over_here)
    return s.nature == "goods" and bool(crossed)


def _unknown_place_of_taxation(s: Situation) -> Question | None:
    """The question without whose answer the VAT cannot be called right or wrong."""
    if s.consumer_scheme is not None or s.used_in_italy is True:
        return None
    if s.nature == "goods":
        if s.ship is not None or s.goods_at is not None:
            return None
        return ask("goods_moved", "I beni sono stati spediti in Italia? Da quale Paese?", "supply.ship_from")
    if s.category is not None or any(words in s.said for words in _WORDS_OF_A_GENERIC_SERVICE):
        return None
    return ask("service_category", "Che cosa è stato comprato, e dove è stato usato?", "supply.category")


def document_on_the_net(s: Situation) -> Outcome:
    """The document that regularises on the net when the supplier does not answer."""
    if s.nature != "goods":
        return Outcome.TD17
    if s.facts.supply.call_off_stock is True:
        return Outcome.TD18
    if s.goods_in_italy or s.installed or not (s.ship.goods_in_eu if s.ship else s.supplier_in_eu):
        return Outcome.TD19
    return Outcome.TD18


def _regularise(fallback: Outcome, how: str) -> tuple[Alternative, ...]:
    when = f"Se il fornitore non corregge in tempo: {fallback} {how}, con la conferma di una persona dello studio."
    return (
        instead(fallback, when),
        instead(Outcome.TD20, "Se la fattura regolare non arriva: regolarizzazione con TD20 nei termini di legge."),
    )


RULES = (
    san_marino_with_vat,
    italian_vat_of_a_foreigner,
    goods_below_the_threshold,
    foreign_vat_on_a_foreign_supply,
)
"""In order; :data:`foreign_vat_by_mistake` comes after the check of the institutional buyer."""
