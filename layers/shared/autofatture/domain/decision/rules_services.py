"""Services, and what cannot be told apart from them.

Rows 8, 9, 16 of the decision table (docs/fiscal-rules.md#the-sixteen-rows), and the traps of services.
"""

from __future__ import annotations

from autofatture.domain.advice import Alternative, Outcome, Question
from autofatture.domain.decision.questions import BRANCH, NATURE, SUPPLIER_COUNTRY, vat_charged_question
from autofatture.domain.decision.rules_charged import out_of_scope
from autofatture.domain.decision.situation import Situation
from autofatture.domain.decision.verdict import Sentence, Verdict, ask, instead, rule
from autofatture.domain.decision.wording import Said
from autofatture.domain.places import Area


@rule("riga-16.misto", source="art. 12 DPR 633/1972; FatturaPA 2.1.1.1 (un solo tipo per documento)")
def goods_and_services(s: Situation) -> Verdict | None:
    """Goods and services on one invoice: two documents, unless the services are accessory. ASK."""
    if s.nature != "mixed":
        return None
    return Verdict(
        Outcome.ASK,
        Sentence(s)
        .supplier()
        .supply()
        .so("un'autofattura porta un solo tipo, quindi va divisa in due, oppure i servizi sono accessori ai beni"),
        law=("accessory",),
        alternatives=(
            instead(Outcome.TD17, "Per la parte di servizi, su un documento separato."),
            instead(
                Outcome.TD18,
                "Per la parte di beni partiti da un altro Stato UE, o per tutto se i servizi sono accessori.",
            ),
            instead(Outcome.TD19, "Per la parte di beni già in Italia."),
        ),
        questions=(
            ask(
                "accessory_only",
                "I servizi sono solo accessori ai beni (trasporto, imballaggio, assicurazione), o vanno divisi?",
                "supply.accessory_only",
                "true",
                "false",
            ),
        ),
    )


@rule("natura.ignota", source="artt. 2 e 3 DPR 633/1972")
def nature_unknown(s: Situation) -> Verdict | None:
    """Not known whether goods or services: no default. ASK."""
    if s.nature is not None:
        return None
    return Verdict(
        Outcome.ASK,
        Sentence(s)
        .supplier()
        .supply()
        .charged()
        .so("i servizi vogliono TD17, i beni TD18 o TD19, e non si sceglie a caso"),
        law=("non_established_seller",),
        alternatives=(
            instead(Outcome.TD17, "Se sono servizi."),
            instead(Outcome.TD18, "Se sono beni partiti da un altro Stato UE."),
            instead(Outcome.TD19, "Se sono beni già in Italia."),
        ),
        questions=(NATURE,),
    )


@rule("trappola.telecomunicazioni", source="artt. 7-bis, c. 3, e 7-ter DPR 633/1972")
def telecom(s: Situation) -> Verdict | None:
    """Telecommunications may be resold. ASK; for the buyer's own use TD17."""
    if s.category_place != "telecom" or Said.END_USE in s.said:
        return None
    words = s.said.get(Said.RESALE)
    sentence = Sentence(s).supplier().supply()
    if words:
        sentence.add(f"e la fattura parla di «{words}»")
    return Verdict(
        Outcome.ASK,
        sentence.so("le telecomunicazioni hanno regole proprie se l'acquirente le rivende, e va chiesto"),
        law=("energy_to_reseller", "generic_services"),
        alternatives=(
            instead(Outcome.TD17, "Se l'acquirente usa il servizio per sé."),
            instead(Outcome.TD16, "Se è un reverse charge interno tra rivenditori."),
        ),
        questions=(ask("reseller", "L'acquirente rivende le telecomunicazioni o le usa per sé?", "supply.wording"),),
    )


@rule("trappola.agenzia-di-viaggio", source="art. 74-ter DPR 633/1972")
def travel_agency(s: Situation) -> Verdict | None:
    """A foreign travel agency taxes packages on its margin, at home; its commissions are generic services.

    ASK, unless it applies the ordinary scheme.
    """
    if s.nature != "services" or s.category_place != "travel_agent" or s.facts.supplier.vat_scheme == "ordinary":
        return None
    return Verdict(
        Outcome.ASK,
        Sentence(s)
        .supplier()
        .supply()
        .charged()
        .so("i pacchetti di viaggio sono tassati sul margine dell'agenzia e le commissioni no, e va chiesto"),
        law=("margin", "generic_services"),
        alternatives=(
            instead(Outcome.NONE, "Se è un pacchetto in regime del margine: si registra il costo, senza autofattura."),
            instead(Outcome.TD17, "Se è una commissione o un servizio in regime ordinario."),
        ),
        questions=(
            ask(
                "vat_scheme",
                "L'agenzia di viaggio ha applicato il regime del margine?",
                "supplier.vat_scheme",
                "margin",
                "ordinary",
            ),
        ),
    )


@rule("trappola.servizi-localizzati", source="artt. 7-quater e 7-quinquies DPR 633/1972")
def local_services(s: Situation) -> Verdict | None:
    """Real estate, short hire of vehicles, passengers, meals, admission: taxed where they are had.

    In Italy TD17, abroad the limit of row 5, not known ASK.
    """
    if s.nature != "services" or s.category_place != "local":
        return None
    sentence = Sentence(s).supplier().supply()
    if s.used_in_italy is True:
        return Verdict(
            Outcome.TD17,
            sentence.add("in Italia")
            .charged()
            .so("il luogo è in Italia anche se il fornitore è estero, quindi TD17 con IVA italiana"),
            law=("local_services", "non_established_seller"),
            doubts=_service_doubts(s),
            place="local",
        )
    if s.used_in_italy is False:
        return out_of_scope(s, sentence.add("all'estero").charged())
    return Verdict(
        Outcome.ASK,
        sentence.charged().so("la tassazione segue il luogo in cui il servizio è stato usato, che non risulta"),
        law=("local_services",),
        alternatives=(
            instead(Outcome.TD17, "Se il servizio è stato usato in Italia."),
            instead(Outcome.NONE, "Se è stato usato all'estero e non supera 5.000 euro."),
        ),
        questions=(
            ask(
                "used_in_italy",
                "Il servizio è stato usato in Italia o all'estero?",
                "supply.used_in_italy",
                "true",
                "false",
            ),
        ),
        place="local",
    )


@rule("riga-9.servizi-esenti", source="art. 10, c. 1, n. 1) e 2), DPR 633/1972; FatturaPA 2.2.1.14 N4")
def exempt_services(s: Situation) -> Verdict | None:
    """Financial and insurance services, at any amount. TD17 at rate 0 with N4, confirmed by a person."""
    if s.nature != "services" or s.category is None or not s.category.row.get("natura"):
        return None
    return Verdict(
        Outcome.TD17,
        Sentence(s)
        .supplier()
        .supply()
        .charged()
        .so(
            "le commissioni si documentano con TD17 a qualunque importo, e se siano esenti o imponibili è discusso"
            if s.exemption_is_disputed
            else "i servizi esenti si documentano con TD17 a qualunque importo, senza imposta"
        ),
        law=("generic_services", "non_established_seller"),
        alternatives=(instead(Outcome.TD17, "Con aliquota ordinaria, se la commissione non è un servizio esente."),),
        doubts=_service_doubts(s),
        sure=False,  # N4 is confirmed by a person once per supplier
    )


@rule("riga-8.servizi", source="artt. 7-ter e 17, c. 2, DPR 633/1972")
def generic_services(s: Situation) -> Verdict | None:
    """Any other service of a supplier who is not established in Italy, without VAT.

    TD17, 22 % unless proven otherwise.
    """
    if s.nature != "services":
        return None
    sentence = Sentence(s).supplier().supply()
    if s.scheme == "small_business":
        words = s.said.get(Said.SMALL_BUSINESS)
        sentence.add(f"in franchigia per piccole imprese{f' («{words}»)' if words else ''}")
    sentence.charged()
    if s.supplier_in_eu:
        what = "il servizio è tassato in Italia e la fattura UE si integra con TD17"
    else:
        what = "il servizio è tassato in Italia e si emette l'autofattura TD17"
    return Verdict(
        Outcome.TD17,
        sentence.so(what),
        law=("generic_services", "non_established_seller"),
        alternatives=_other_readings_of_a_service(s),
        doubts=_service_doubts(s),
        sure=s.charges is not None
        and (s.category is not None or Said.OTHER_SERVICE in s.said)
        and not s.nature_is_derived
        and s.supplier_place is not None
        and not s.place_is_derived,
    )


def _other_readings_of_a_service(s: Situation) -> tuple[Alternative, ...]:
    """What the invoice could be instead, as far as the facts leave it open."""
    readings: list[Alternative] = []
    if s.category is None and Said.OTHER_SERVICE not in s.said:
        local = "Se è un servizio usato all'estero (hotel, ristorante, fiera) e non supera 5.000 euro."
        readings.append(instead(Outcome.NONE, local))
    if s.nature_is_derived or "supply.nature" in s.facts.doubtful or Said.INSTALLATION in s.said:
        readings.append(
            instead(
                Outcome.TD19, "Se la fattura riguarda invece beni già in Italia, o installati in Italia dal fornitore."
            )
        )
    if s.charges is None:
        readings.append(instead(Outcome.FIX, "Se il fornitore ha addebitato la sua IVA o quella italiana."))
    if s.branch_possible:
        readings.append(instead(Outcome.NONE, "Se ha venduto una stabile organizzazione in Italia con IVA."))
    return tuple(readings)


def _service_doubts(s: Situation) -> tuple[Question, ...]:
    doubts: list[Question] = []
    if s.charges is None:
        doubts.append(vat_charged_question())
    if s.facts.customer.in_vies is False and s.supplier_in_eu:
        doubts.append(
            ask(
                "in_vies",
                "L'azienda non è iscritta al VIES: il fornitore l'ha trattata da impresa?",
                "customer.in_vies",
            )
        )
    if s.branch_possible:
        doubts.append(BRANCH)
    if s.supplier_place is None and s.consumer_scheme is not None:
        doubts.append(SUPPLIER_COUNTRY)
    if s.category is None and Said.INSTALLATION in s.said:
        doubts.append(
            ask(
                "installed_in_italy",
                f"La fattura parla di «{s.said[Said.INSTALLATION]}»: il fornitore vende anche i beni che installa in "
                "Italia? Allora è TD19.",
                "supply.installed_in_italy",
                "true",
                "false",
            )
        )
    if s.electronic and s.facts.document.sdi_id is None:
        doubts.append(ask("sdi_id", "Qual è l'identificativo SdI della fattura ricevuta?", "document.sdi_id"))
    outside = s.supplier_place if s.supplier_area is Area.OUTSIDE else None
    if outside is not None and outside.territory is None and s.eu_ids and not s.northern_ireland_id:
        doubts.append(
            ask(
                "supplier_country",
                "Il fornitore è stabilito fuori UE o nello Stato della sua partita IVA UE?",
                "supplier.country",
            )
        )
    if s.kind in ("self_billing", "self_billed_invoice"):
        doubts.append(ask("self_billing", "È un'autofatturazione: l'azienda è davvero l'acquirente?", "document.kind"))
    return tuple(doubts)


RULES = (goods_and_services, nature_unknown, telecom, travel_agency, local_services, exempt_services, generic_services)
