"""Goods: where they were and how they moved decides between TD18, TD19, an import and nothing.

Rows 7, 10, 11, 12, 14, 15 of the decision table.
"""

from __future__ import annotations

from autofatture.domain.advice import Alternative, Outcome, Question
from autofatture.domain.decision import rules_traps
from autofatture.domain.decision.limits import over_goods_threshold
from autofatture.domain.decision.questions import BRANCH, CUSTOMS, SHIP_FROM, doubts_of_td18, vat_charged_question
from autofatture.domain.decision.situation import Situation
from autofatture.domain.decision.verdict import Sentence, Verdict, ask, instead, rule
from autofatture.domain.decision.wording import Said
from autofatture.domain.places import Area

_ITALIAN_ENCLAVES = ("LIVIGNO", "CAMPIONE")


@rule("riga-7.bolla-doganale", source="autofattura.md 3 row 7; bug report C6")
def customs_bill(s: Situation) -> Verdict | None:
    if s.facts.supply.customs_bill is not True or s.nature == "services":
        return None
    return Verdict(
        Outcome.NONE,
        Sentence(s)
        .supplier()
        .supply()
        .add("e c'è una bolla doganale")
        .so("è un'importazione, si registra la bolla e non serve nessuna autofattura"),
        law=("import",),
        notes=(
            "La bolla doganale si registra tra gli acquisti; la fattura estera è solo il costo.",
            *_vat_by_mistake(s),
        ),
        alternatives=(
            instead(Outcome.TD19, "Se i beni erano già in libera pratica in Italia quando sono stati venduti."),
        ),
        sure=not s.nature_is_derived and not (s.ship is not None and s.ship.area is Area.EU),
    )


@rule("riga-12.beni-san-marino-vaticano", source="autofattura.md 3 row 12")
def from_san_marino_or_vatican(s: Situation) -> Verdict | None:
    states = (Area.SAN_MARINO, Area.VATICAN)
    origin = s.ship.area if s.ship else s.supplier_area
    if s.nature != "goods" or origin not in states or s.goods_in_italy:
        return None
    return Verdict(
        Outcome.TD19,
        Sentence(s)
        .supplier()
        .supply()
        .charged()
        .so("i beni di San Marino e del Vaticano senza IVA si integrano con TD19"),
        law=("san_marino" if origin is Area.SAN_MARINO else "vatican", "non_established_seller"),
        alternatives=(instead(Outcome.TD28, "Se San Marino avesse addebitato l'IVA su fattura cartacea."),)
        if origin is Area.SAN_MARINO
        else (),
        doubts=() if s.charges is not None else (vat_charged_question(),),
    )


@rule("riga-11.deposito-iva", source="autofattura.md 1 TD19; accountant.md 4: N3.6")
def vat_warehouse(s: Situation) -> Verdict | None:
    if s.nature != "goods" or s.facts.supply.vat_warehouse is not True:
        return None
    sentence = Sentence(s).supplier().supply()
    if s.ship is not None and s.ship.goods_in_eu and not s.goods_in_italy:
        return Verdict(
            Outcome.TD18,
            sentence.add(f"in partenza da {s.ship.label} per un deposito IVA").so(
                "l'acquisto intracomunitario con introduzione in deposito si integra con TD18 senza imposta"
            ),
            law=("intra_acquisition", "vat_warehouse"),
            alternatives=(instead(Outcome.TD19, "Se i beni erano già nel deposito quando sono stati venduti."),),
            treatment="vat_warehouse",
            doubts=doubts_of_td18(s),
        )
    return Verdict(
        Outcome.TD19,
        sentence.add("che si trovano in un deposito IVA").so(
            "la cessione nel deposito si documenta con TD19 senza imposta"
        ),
        law=("vat_warehouse", "non_established_seller"),
        alternatives=(instead(Outcome.NONE, "Se i beni sono entrati nel deposito con una bolla doganale."),),
        treatment="vat_warehouse",
        sure=s.goods_in_italy or s.ship is not None,
        notes=("All'estrazione dal deposito servirà TD22 o TD23.",),
    )


@rule("riga-14.livigno-campione", source="autofattura.md 3 row 14; SdI 00473")
def from_livigno_or_campione(s: Situation) -> Verdict | None:
    place = s.supplier_place
    origin = s.ship or place
    if s.nature != "goods" or place is None or place.territory not in _ITALIAN_ENCLAVES:
        return None
    if s.goods_in_italy or (origin and origin.territory not in _ITALIAN_ENCLAVES):
        return None
    return Verdict(
        Outcome.TD19,
        Sentence(s)
        .supplier()
        .supply()
        .charged()
        .so("il territorio è fuori dall'IVA, quindi TD19 con Paese OO se non c'è una bolla doganale"),
        law=("territory_places", "non_established_seller"),
        alternatives=(instead(Outcome.NONE, "Se i beni sono passati in dogana: c'è la bolla."),),
        doubts=() if s.facts.supply.customs_bill is False else (CUSTOMS,),
    )


@rule("riga-11.beni-in-italia", source="autofattura.md 3 rows 11, 15; bug report C6")
def goods_already_in_italy(s: Situation) -> Verdict | None:
    if s.nature != "goods" or not s.goods_in_italy:
        return None
    seller = "con una partita IVA italiana ma non stabilito" if s.italian_ids else "non stabilito in Italia"
    doubts: list[Question] = []
    if (
        s.facts.supply.call_off_stock is None
        and s.supplier_in_eu
        and s.ship is None
        and s.category_place != "local_goods"
    ):
        doubts.append(
            ask(
                "call_off_stock",
                "I beni erano in un call-off stock riservato all'acquirente?",
                "supply.call_off_stock",
                "true",
                "false",
            )
        )
    if s.charges is None:
        doubts.append(vat_charged_question())
    if s.branch_possible:
        doubts.append(BRANCH)
    return Verdict(
        Outcome.TD19,
        Sentence(s)
        .supplier()
        .add(seller)
        .supply()
        .add("che erano già in Italia")
        .so("la cessione è in Italia e il debitore è l'acquirente, con TD19"),
        law=("goods_in_italy", "non_established_seller"),
        alternatives=_other_readings_of_goods_in_italy(s),
        doubts=tuple(doubts),
        sure=s.charges is not None and not s.place_is_derived,
    )


@rule("beni.origine-contraddittoria", source="autofattura.md 3 rows 10-11 (D)")
def shipped_or_already_here(s: Situation) -> Verdict | None:
    at_italy = s.goods_at is not None and s.goods_at.area is Area.ITALY
    if s.nature != "goods" or not (at_italy and s.ship is not None and s.ship.goods_in_eu):
        return None
    return Verdict(
        Outcome.ASK,
        Sentence(s)
        .supplier()
        .supply()
        .add(f"in partenza da {s.ship.label} e insieme già in Italia")
        .so("partiti per questa consegna vogliono TD18, presi da un deposito in Italia TD19"),
        law=("intra_acquisition", "goods_in_italy"),
        alternatives=(
            instead(Outcome.TD18, "Se sono partiti per questa consegna, o da un call-off stock."),
            instead(Outcome.TD19, "Se erano in un deposito del venditore in Italia."),
        ),
        questions=(
            ask(
                "call_off_stock",
                "I beni erano in un call-off stock riservato all'acquirente?",
                "supply.call_off_stock",
                "true",
                "false",
            ),
            SHIP_FROM,
        ),
    )


@rule("riga-7.importazione", source="autofattura.md 3 row 7; country traps")
def shipped_from_outside(s: Situation) -> Verdict | None:
    if s.nature != "goods" or s.ship is None or not s.shipped_from_outside:
        return None
    sentence = Sentence(s).supplier().supply().add(f"in partenza da {s.ship.label}, fuori dal territorio IVA dell'UE,")
    if s.facts.supply.customs_bill is False or Said.DELIVERED_DUTY_PAID in s.said:
        how = "senza bolla doganale" if s.facts.supply.customs_bill is False else "con resa DDP"
        return Verdict(
            Outcome.ASK,
            sentence.add(how).so("i beni devono essere stati importati da qualcuno, e chi lo ha fatto decide"),
            law=("import", "goods_in_italy"),
            alternatives=(
                instead(Outcome.TD19, "Se il venditore ha importato a suo nome e ha venduto in Italia (resa DDP)."),
                instead(Outcome.NONE, "Se la bolla doganale è dell'acquirente e deve ancora arrivare."),
            ),
            questions=(
                ask(
                    "importer", "Chi ha importato i beni in Italia, il venditore o l'acquirente?", "supply.customs_bill"
                ),
            ),
        )
    return Verdict(
        Outcome.NONE,
        sentence.so("è un'importazione, si registra la bolla doganale e non serve nessuna autofattura"),
        law=("import",),
        notes=("Se la bolla doganale non c'è ancora, va chiesta allo spedizioniere.", *_vat_by_mistake(s)),
        alternatives=(
            instead(Outcome.TD19, "Se il venditore ha importato a suo nome e ha venduto beni già in Italia."),
        ),
        doubts=(CUSTOMS,),
    )


@rule("forfettari.soglia-beni-ue", source="autofattura.md 3 Forfettari; accountant.md 19")
def threshold_of_small_buyers(s: Situation) -> Verdict | None:
    """Forfettari and bodies without option: below 10,000 euro of EU goods a year there is no TD18."""
    if s.nature != "goods" or not s.has_goods_threshold or not _comes_from_the_eu(s):
        return None
    customer = s.facts.customer
    if customer.intra_goods_option is True or over_goods_threshold(s) or customer.in_vies is True:
        return None
    return Verdict(
        Outcome.ASK,
        Sentence(s)
        .supplier()
        .supply()
        .charged()
        .add(f"a un acquirente in regime {s.regime}")
        .so("sotto 10.000 euro annui di beni UE senza opzione il TD18 non va emesso, e il totale annuo non risulta"),
        law=("intra_threshold",),
        alternatives=(
            instead(Outcome.TD18, "Se la soglia annua è superata o è stata fatta l'opzione."),
            instead(Outcome.NONE, "Se la soglia non è superata e non c'è opzione: il fornitore addebita la sua IVA."),
        ),
        questions=(
            ask(
                "intra_goods_total",
                "Quanti beni UE sono stati comprati quest'anno e l'anno scorso?",
                "customer.intra_goods_total",
            ),
            ask(
                "intra_goods_option",
                "È stata fatta l'opzione per l'IVA in Italia?",
                "customer.intra_goods_option",
                "true",
                "false",
            ),
        ),
    )


@rule("riga-10.acquisto-intracomunitario", source="autofattura.md 3 rows 10, 15")
def shipped_from_the_eu(s: Situation) -> Verdict | None:
    if s.nature != "goods" or not _comes_from_the_eu(s):
        return None
    words = s.said.get(Said.INTRA_EU_SUPPLY)
    how = f"in partenza da {s.ship.label}" if s.ship else f"con la dicitura «{words}»"
    sentence = Sentence(s).supplier()
    if s.italian_ids:
        sentence.add("con una partita IVA italiana ma non stabilito")
    sentence.supply().add(how).charged()
    if s.has_goods_threshold and over_goods_threshold(s):
        sentence.add("per più di 10.000 euro")
    seller_outside = not s.supplier_in_eu and s.supplier_area is not Area.GOODS_ONLY
    if s.ids_known and not s.eu_ids and (seller_outside or not s.ids) and not s.italian_ids:
        return Verdict(
            Outcome.ASK,
            sentence.add("e senza una partita IVA di uno Stato UE").so(
                "per il TD18 il venditore deve essere identificato in un altro Stato UE, e non risulta"
            ),
            law=("intra_acquisition",),
            alternatives=(
                instead(Outcome.TD18, "Se il venditore ha una partita IVA UE."),
                instead(Outcome.NONE, "Se i beni erano in transito doganale (bolla) o il venditore è in franchigia."),
            ),
            questions=(ask("eu_vat_id", "Con quale partita IVA UE ha venduto il fornitore?", "supplier.vat_ids"),),
        )
    return Verdict(
        Outcome.TD18,
        sentence.so("è un acquisto intracomunitario di beni, che si integra con TD18"),
        law=("intra_acquisition",),
        alternatives=_other_readings_of_a_shipment(s),
        doubts=doubts_of_td18(s),
        sure=s.ship is not None and s.charges is not None,
    )


@rule("beni.origine-ignota", source="bug report C6: ask the origin of goods")
def origin_unknown(s: Situation) -> Verdict | None:
    if s.nature != "goods":
        return None
    sentence = Sentence(s).supplier().supply().charged()
    exported = s.said.get(Said.EXPORT)
    if exported and not s.supplier_in_eu:
        sentence.add(f"con la dicitura «{exported}»")
    questions = (SHIP_FROM,) if s.supplier_in_eu else (CUSTOMS, SHIP_FROM)
    return Verdict(
        Outcome.ASK,
        sentence.so("senza sapere da dove sono partiti i beni non si può scegliere tra TD18, TD19 e importazione"),
        law=("intra_acquisition", "goods_in_italy", "import"),
        alternatives=(
            instead(Outcome.TD18, "Se i beni sono partiti da un altro Stato UE."),
            instead(Outcome.TD19, "Se i beni erano già in Italia."),
            instead(Outcome.NONE, "Se i beni sono arrivati da fuori UE con bolla doganale."),
        ),
        questions=questions,
    )


def _other_readings_of_goods_in_italy(s: Situation) -> tuple[Alternative, ...]:
    """What a sale from a warehouse in Italy could be instead, as far as the facts leave it open."""
    readings: list[Alternative] = []
    may_have_travelled = s.facts.supply.call_off_stock is None or s.ship is None
    if may_have_travelled and s.category_place != "local_goods":
        shipped = "Se i beni sono partiti per questa consegna da un altro Stato UE, o da un call-off stock."
        readings.append(instead(Outcome.TD18, shipped))
    if s.facts.supplier.established_in_italy is None:
        readings.append(instead(Outcome.NONE, "Se il fornitore è stabilito in Italia e addebita l'IVA."))
    return tuple(readings)


def _other_readings_of_a_shipment(s: Situation) -> tuple[Alternative, ...]:
    """What an intra-EU shipment could be instead, as far as the facts leave it open."""
    readings: list[Alternative] = []
    in_italy = ["erano già in Italia quando sono stati venduti"] if s.ship is None else []
    if s.facts.supply.installed_in_italy is None:
        in_italy.append("sono installati o montati in Italia dal fornitore")
    if in_italy:
        readings.append(instead(Outcome.TD19, f"Se i beni {', o '.join(in_italy)}."))
    if not s.facts.supplier.vat_scheme:
        readings.append(instead(Outcome.NONE, "Se il fornitore è in franchigia per piccole imprese."))
    if s.charges is None:
        readings.append(instead(Outcome.FIX, "Se il fornitore ha addebitato la sua IVA."))
    return tuple(readings)


def _vat_by_mistake(s: Situation) -> tuple[str, ...]:
    """On goods that are exported to Italy the seller's country charges no VAT."""
    return ("L'IVA estera addebitata su beni esportati è un errore da farsi rimborsare.",) if s.foreign_vat else ()


def _comes_from_the_eu(s: Situation) -> bool:
    """Shipped from another member state, or said to be an intra-EU supply by an EU seller."""
    if s.ship is not None:
        return s.ship.goods_in_eu
    return Said.INTRA_EU_SUPPLY in s.said and (s.supplier_in_eu or bool(s.eu_ids))


RULES = (
    customs_bill,
    rules_traps.margin_scheme,
    from_san_marino_or_vatican,
    *rules_traps.RULES,
    vat_warehouse,
    from_livigno_or_campione,
    goods_already_in_italy,
    shipped_or_already_here,
    shipped_from_outside,
    threshold_of_small_buyers,
    shipped_from_the_eu,
    origin_unknown,
)
