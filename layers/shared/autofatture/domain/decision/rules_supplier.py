"""Who the supplier is: Italian, established in Italy, unknown, not a taxable person.

Rows 1-3 of the decision table; accountant.md item 5.
"""

from __future__ import annotations

from autofatture.domain.advice import Outcome
from autofatture.domain.decision.questions import NATURE, SUPPLIER_COUNTRY
from autofatture.domain.decision.rules_charged import document_on_the_net
from autofatture.domain.decision.situation import Situation
from autofatture.domain.decision.verdict import Sentence, Verdict, ask, instead, rule
from autofatture.domain.decision.wording import Said


@rule("riga-1.fattura-italiana-sdi", source="autofattura.md 3 row 1")
def italian_invoice_from_sdi(s: Situation) -> Verdict | None:
    if not (s.supplier_is_italian and s.electronic and s.charges):
        return None
    return Verdict(
        Outcome.NONE,
        Sentence(s)
        .supplier()
        .add("ha inviato una fattura elettronica da SdI con IVA addebitata")
        .so("è un normale acquisto interno e non serve nessuna autofattura"),
        notes=("La fattura si registra tra gli acquisti con la sua IVA.",),
    )


@rule("riga-3.reverse-charge-interno", source="autofattura.md 3 row 3")
def domestic_reverse_charge(s: Situation) -> Verdict | None:
    established = s.supplier_is_italian or s.facts.supplier.established_in_italy is True
    words = s.said.get(Said.DOMESTIC_REVERSE_CHARGE) or s.said.get(Said.REVERSE_CHARGE)
    if not established or s.charges or words is None:
        return None
    return Verdict(
        Outcome.TD16,
        Sentence(s)
        .supplier()
        .add(f"è stabilito in Italia e scrive «{words}» senza addebitare IVA")
        .so("è un reverse charge interno, che si integra con TD16"),
        law=("domestic_reverse_charge",),
        notes=(
            "Il TD16 si emette in Fatture in Cloud o nel gestionale: qui se ne spiega il motivo.",
            "L'integrazione elettronica è facoltativa.",
        ),
        alternatives=(instead(Outcome.NONE, "Se l'integrazione viene fatta a mano, fuori da SdI."),),
        treatment="domestic",
    )


@rule("riga-2.fornitore-stabilito", source="autofattura.md 3 row 2")
def established_in_italy(s: Situation) -> Verdict | None:
    if s.facts.supplier.established_in_italy is not True or s.supplier_is_italian or s.vat_of_a_named_country:
        return None
    sentence = Sentence(s).supplier().add("ha una stabile organizzazione in Italia").charged()
    if s.nothing_charged:
        return Verdict(
            Outcome.ASK,
            sentence.so("bisogna sapere se a vendere è la sede italiana o la casa madre estera"),
            alternatives=(
                instead(Outcome.NONE, "Se ha venduto la stabile organizzazione: è un acquisto interno."),
                instead(Outcome.TD17, "Se ha venduto la casa madre, senza intervento della sede italiana."),
                instead(Outcome.TD16, "Se la sede italiana applica l'inversione contabile."),
            ),
            questions=(
                ask(
                    "branch_took_part",
                    "La stabile organizzazione italiana ha partecipato all'operazione?",
                    "supplier.established_in_italy",
                    "true",
                    "false",
                ),
            ),
            law=("non_established_seller",),
        )
    return Verdict(
        Outcome.NONE,
        sentence.so("è un normale acquisto interno e non serve nessuna autofattura"),
        law=("non_established_seller",),
        alternatives=(instead(Outcome.TD17, "Se ha venduto la casa madre estera senza addebitare IVA."),),
        notes=("La fattura elettronica della sede italiana arriva da SdI e si registra tra gli acquisti.",),
        sure=s.italian_vat,
    )


@rule("riga-1.fornitore-italiano", source="autofattura.md 3 rows 1-3")
def italian_supplier(s: Situation) -> Verdict | None:
    if not s.supplier_is_italian:
        return None
    sentence = Sentence(s).supplier()
    if s.nature is None:
        sentence.add("ha emesso una fattura")
    else:
        sentence.supply()
    sentence.charged()
    exempt = s.said.get(Said.ITALIAN_FLAT_SCHEME) or s.said.get(Said.EXEMPTION)
    if s.charges or exempt or s.scheme == "small_business":
        note = "" if s.electronic else "La fattura elettronica deve arrivare da SdI: questo file è solo una copia."
        return Verdict(
            Outcome.NONE,
            (sentence.add(f"e scrive «{exempt}»") if exempt else sentence).so(
                "il fornitore è italiano, quindi è un acquisto interno senza autofattura"
            ),
            notes=(note,) if note else (),
            sure=not s.place_is_derived,
            doubts=(SUPPLIER_COUNTRY,) if s.place_is_derived and s.charges else (),
            alternatives=(instead(Outcome.TD16, "Se la fattura riporta l'inversione contabile (N6)."),),
        )
    return Verdict(
        Outcome.ASK,
        sentence.so("il fornitore è italiano e il motivo dell'IVA assente o ignota decide tra TD16 e nulla"),
        alternatives=(
            instead(Outcome.TD16, "Se la fattura riporta «inversione contabile» (natura N6)."),
            instead(Outcome.NONE, "Se il fornitore è forfettario, esente o ha addebitato l'IVA."),
        ),
        questions=(
            ask("italian_no_vat", "Perché la fattura italiana è senza IVA: quale dicitura riporta?", "supply.wording"),
        ),
        law=("domestic_reverse_charge",),
    )


@rule("fornitore.paese-ignoto", source="accountant.md 5; bug report B11")
def supplier_country_unknown(s: Situation) -> Verdict | None:
    if s.supplier_place is not None and s.supplier_area != "italy":
        return None
    if s.supplier_place is None and s.consumer_scheme is not None:
        return None
    known_foreign = s.directly_identified or s.facts.supplier.established_in_italy is False
    left_the_eu = s.nature == "goods" and s.ship is not None and s.ship.goods_in_eu
    if known_foreign and (s.italian_vat or s.nature == "services" or s.goods_in_italy or left_the_eu):
        return None  # whatever the country, the answer is the same
    why = (
        "ha solo una partita IVA italiana ma non è stabilito in Italia"
        if s.italian_ids
        else "ha un Paese che non risulta"
    )
    return Verdict(
        Outcome.ASK,
        f"{s.supplier_label[:1].upper()}{s.supplier_label[1:]} {why}, e senza il Paese di stabilimento non si può "
        "sapere se l'acquisto è interno, intracomunitario o da fuori UE.",
        alternatives=(
            instead(Outcome.TD17, "Se il fornitore è estero e si tratta di servizi."),
            instead(Outcome.TD18, "Se i beni sono partiti da un altro Stato UE."),
            instead(Outcome.TD19, "Se i beni erano già in Italia."),
            instead(Outcome.NONE, "Se il fornitore è stabilito in Italia."),
        ),
        questions=(SUPPLIER_COUNTRY, *((NATURE,) if s.nature is None else ())),
    )


@rule("fornitore.privato", source="accountant.md 5: art. 17 c. 2 needs a taxable person")
def private_seller(s: Situation) -> Verdict | None:
    if s.scheme != "private":
        return None
    return Verdict(
        Outcome.ASK,
        Sentence(s)
        .supplier()
        .add("non risulta un soggetto passivo IVA")
        .so("senza un fornitore soggetto passivo non c'è reverse charge e la qualifica va accertata"),
        law=("non_established_seller",),
        alternatives=(
            instead(Outcome.NONE, "Se il fornitore è davvero un privato: si registra il costo, senza autofattura."),
            instead(Outcome.TD17, "Se il fornitore è un'impresa o un professionista e si tratta di servizi."),
        ),
        questions=(
            ask(
                "supplier_taxable",
                "Il fornitore è un'impresa o un professionista (ha una partita IVA o un numero fiscale d'impresa)?",
                "supplier.taxable_person",
                "true",
                "false",
            ),
        ),
    )


@rule("acquirente.istituzionale", source="accountant.md 5: Intra 12 route")
def institutional_buyer(s: Situation) -> Verdict | None:
    acting = (s.facts.customer.acting_as or "").lower()
    if acting != "institutional" and not (s.regime == "ente" and not acting):
        return None
    stated = (
        "compra per l'attività istituzionale"
        if acting
        else "è un ente e non si sa se compra per l'attività commerciale o istituzionale"
    )
    return Verdict(
        Outcome.ASK,
        f"L'acquirente {stated} da {s.supplier_label}, e per gli acquisti istituzionali la via è il modello Intra 12 e "
        "non l'autofattura.",
        law=("institutional",),
        alternatives=(
            instead(Outcome.NONE, "Se l'acquisto è istituzionale: dichiarazione Intra 12 e versamento dell'IVA."),
            instead(Outcome.TD17, "Se servizi per l'attività commerciale."),
            instead(Outcome.TD18, "Se beni da un altro Stato UE per l'attività commerciale."),
        ),
        questions=(
            ask(
                "acting_as",
                "L'acquisto riguarda l'attività commerciale o quella istituzionale dell'ente?",
                "customer.acting_as",
                "business",
                "institutional",
            ),
        ),
    )


@rule("fornitore.paese-contraddetto", source="accountant.md 5; row 15 of the decision table")
def country_and_ids_contradict(s: Situation) -> Verdict | None:
    """Said to be Italian, with foreign ids only and no branch known: the country was the branch's or a misreading."""
    foreign = s.ids and not s.italian_ids and any(one.country for one in s.ids)
    if not s.supplier_is_italian or s.facts.supplier.established_in_italy is True or not foreign:
        return None
    return Verdict(
        Outcome.ASK,
        f"{s.supplier_label[:1].upper()}{s.supplier_label[1:]} risulta italiano ma ha solo la partita IVA estera "
        f"{s.ids[0].text}, e il Paese di stabilimento decide se l'acquisto è interno o dall'estero.",
        alternatives=(
            instead(Outcome.NONE, "Se il fornitore è stabilito in Italia e ha addebitato l'IVA."),
            instead(document_on_the_net(s), "Se il fornitore è stabilito all'estero."),
        ),
        questions=(SUPPLIER_COUNTRY,),
    )


ITALIAN_RULES = (
    country_and_ids_contradict,
    italian_invoice_from_sdi,
    domestic_reverse_charge,
    established_in_italy,
    italian_supplier,
)
IDENTITY_RULES = (supplier_country_unknown, private_seller)
