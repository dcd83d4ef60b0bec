"""Goods that look like an intra-EU acquisition and are something else.

Each turns a confident TD18 into a wrong filing (docs/fiscal-rules.md#traps).
"""

from __future__ import annotations

from autofatture.domain.advice import Outcome
from autofatture.domain.decision.questions import CUSTOMS, SHIP_FROM, doubts_of_td18
from autofatture.domain.decision.situation import Situation
from autofatture.domain.decision.verdict import Sentence, Verdict, ask, instead, rule
from autofatture.domain.decision.wording import Said
from autofatture.domain.places import Area


@rule("trappola.margine", source="artt. 36 e 37 DL 41/1995; art. 74-ter DPR 633/1972")
def margin_scheme(s: Situation) -> Verdict | None:
    """Margin scheme: the tax is inside the price, no intra-EU acquisition. ASK."""
    if s.scheme != "margin":
        return None
    words = s.said.get(Said.MARGIN)
    return Verdict(
        Outcome.ASK,
        Sentence(s)
        .supplier()
        .supply()
        .add(f"in regime del margine{f' («{words}»)' if words else ''}")
        .so("l'imposta è già nel margine del venditore, non è un acquisto intracomunitario e va confermato il regime"),
        law=("margin",),
        alternatives=(
            instead(Outcome.NONE, "Se il regime del margine è confermato: si registra il costo, senza autofattura."),
            instead(Outcome.TD18, "Se il fornitore riemette la fattura in regime ordinario."),
        ),
        questions=(
            ask(
                "vat_scheme",
                "Il fornitore conferma il regime del margine (beni usati, agenzie di viaggio)?",
                "supplier.vat_scheme",
                "margin",
                "ordinary",
            ),
        ),
    )


@rule(
    "trappola.piccola-impresa",
    source="art. 38, c. 5, lett. d), DL 331/1993; risposta Agenzia delle Entrate 431/2022",
)
def goods_of_a_small_business(s: Situation) -> Verdict | None:
    """Goods of an EU seller in the small-business exemption. NONE; ASK when they were already in Italy."""
    if s.nature != "goods" or s.scheme != "small_business" or not s.supplier_in_eu:
        return None
    words = s.said.get(Said.SMALL_BUSINESS)
    sentence = (
        Sentence(s).supplier().supply().add(f"in franchigia per piccole imprese{f' («{words}»)' if words else ''}")
    )
    if s.goods_in_italy:
        return Verdict(
            Outcome.ASK,
            sentence.add("con beni già in Italia").so(
                "la franchigia estera non copre una cessione in Italia e va chiarita"
            ),
            law=("intra_small_business", "goods_in_italy"),
            alternatives=(
                instead(Outcome.TD19, "Se la cessione è avvenuta in Italia."),
                instead(Outcome.NONE, "Se i beni sono partiti dall'estero."),
            ),
            questions=(SHIP_FROM,),
        )
    return Verdict(
        Outcome.NONE,
        sentence.so("non è un acquisto intracomunitario e quindi non va emesso il TD18"),
        law=("intra_small_business",),
        notes=("Il documento va comunque registrato come costo, senza IVA.",),
        alternatives=(instead(Outcome.TD18, "Se il fornitore in realtà applica il regime ordinario."),),
    )


@rule("trappola.energia", source="art. 7-bis, c. 3, DPR 633/1972")
def gas_and_electricity(s: Situation) -> Verdict | None:
    """Gas, electricity, heat: the place depends on whether the buyer resells. ASK."""
    if s.category_place != "energy":
        return None
    return Verdict(
        Outcome.ASK,
        Sentence(s)
        .supplier()
        .supply()
        .so("il luogo dipende dal fatto che l'acquirente sia un rivenditore e va chiesto"),
        law=("energy_to_reseller",),
        alternatives=(
            instead(Outcome.TD19, "Se l'energia è usata o ceduta in Italia da un fornitore non stabilito."),
            instead(Outcome.NONE, "Se la cessione è territoriale all'estero ed entro 5.000 euro."),
        ),
        questions=(ask("reseller", "L'acquirente rivende gas o energia, o li consuma?", "supply.wording"),),
    )


@rule("trappola.triangolazione", source="art. 38, c. 7, e art. 40, c. 2, DL 331/1993")
def state_to_state(s: Situation) -> Verdict | None:
    """Goods that go from state to state or in a chain of three. ASK."""
    if s.nature != "goods":
        return None
    words = s.said.get(Said.TRIANGULATION)
    elsewhere = s.ship is not None and s.goods_at is not None and s.goods_at.area is not Area.ITALY
    moved_abroad = elsewhere and s.ship != s.goods_at
    if words is None and not moved_abroad and not s.shipped_from_the_mainland:
        return None
    how = (
        f"e i beni vanno da {s.ship.label} a {s.goods_at.label}, senza passare dall'Italia"
        if moved_abroad and s.ship and s.goods_at
        else f"e la fattura parla di «{words}»"
    )
    if s.shipped_from_the_mainland and words is None:
        how = f"e i beni risultano partiti da {s.ship.label if s.ship else ''}, dove il venditore non ha sede"
    return Verdict(
        Outcome.ASK,
        Sentence(s).supplier().supply().add(how).so("può essere una triangolazione e va chiarito chi spedisce e a chi"),
        law=("triangulation",),
        alternatives=(
            instead(Outcome.TD18, "Se i beni arrivano in Italia e l'acquirente è il debitore dell'IVA."),
            instead(Outcome.NONE, "Se i beni non arrivano in Italia (acquisto senza IVA nello Stato di arrivo)."),
        ),
        questions=(
            ask("destination", "Dove sono arrivati i beni e chi li ha fatti trasportare?", "supply.goods_location"),
        ),
    )


@rule("trappola.call-off-stock", source="art. 38-ter DL 331/1993")
def call_off_stock(s: Situation) -> Verdict | None:
    """Goods taken out of a stock kept for the buyer and sent from another member state.

    TD18, not TD19; ASK when the origin is outside the EU or not known.
    """
    if s.nature != "goods" or s.facts.supply.call_off_stock is not True:
        return None
    sentence = Sentence(s).supplier().supply().add("da un call-off stock in Italia")
    from_eu = s.supplier_in_eu or bool(s.eu_ids) or (s.ship is not None and s.ship.goods_in_eu)
    if not from_eu or s.shipped_from_outside:
        return Verdict(
            Outcome.ASK,
            sentence.so("il call-off stock vale solo tra Stati UE e non risulta da quale Stato siano partiti i beni"),
            law=("call_off_stock",),
            alternatives=(
                instead(Outcome.TD18, "Se i beni sono arrivati nel deposito da un altro Stato UE."),
                instead(Outcome.TD19, "Se i beni erano stati importati in Italia dal venditore."),
            ),
            questions=(SHIP_FROM,),
        )
    return Verdict(
        Outcome.TD18,
        sentence.so("il prelievo è un acquisto intracomunitario che si integra con TD18"),
        law=("call_off_stock", "intra_acquisition"),
        alternatives=(instead(Outcome.TD19, "Se il deposito non ha i requisiti del call-off stock."),),
        doubts=doubts_of_td18(s),
    )


@rule("trappola.installazione", source="art. 7-bis, c. 1, DPR 633/1972; art. 38, c. 5, lett. b), DL 331/1993")
def installed_in_italy(s: Situation) -> Verdict | None:
    """Goods installed or assembled in Italy by or for the seller.

    TD19, not TD18; ASK for goods from outside the EU when the customs bill is not known.
    """
    if s.nature not in ("goods", "mixed") or s.installed is not True:
        return None
    words = s.said.get(Said.INSTALLATION)
    sentence = (
        Sentence(s)
        .supplier()
        .supply()
        .add("installati o montati in Italia dal fornitore" + (f" («{words}»)" if words and s.installed else ""))
    )
    doubts = (
        ()
        if s.facts.supply.installed_in_italy
        else (
            ask(
                "installed_in_italy",
                "I beni sono installati o montati in Italia dal fornitore o per suo conto?",
                "supply.installed_in_italy",
                "true",
                "false",
            ),
        )
    )
    imported = not s.goods_in_italy and not (s.ship.goods_in_eu if s.ship else s.supplier_in_eu)
    if imported and s.facts.supply.customs_bill is None:
        return Verdict(
            Outcome.ASK,
            sentence.add("da fuori UE").so(
                "con la bolla doganale è un'importazione, altrimenti è una cessione in Italia"
            ),
            law=("installed_goods", "import"),
            alternatives=(
                instead(Outcome.NONE, "Se la bolla doganale è intestata all'acquirente."),
                instead(Outcome.TD19, "Se il fornitore ha importato i beni e li ha poi installati."),
            ),
            questions=(CUSTOMS,),
        )
    return Verdict(
        Outcome.TD19,
        sentence.so("la cessione è in Italia e non intracomunitaria, quindi TD19 e non TD18"),
        law=("installed_goods", "non_established_seller"),
        alternatives=(
            instead(Outcome.NONE, "Se il fornitore spedisce soltanto: è un'importazione, con bolla doganale.")
            if imported
            else instead(Outcome.TD18, "Se il fornitore spedisce soltanto e l'installazione è dell'acquirente."),
        ),
        doubts=doubts,
    )


RULES = (
    goods_of_a_small_business,
    gas_and_electricity,
    state_to_state,
    call_off_stock,
    installed_in_italy,
)
"""In order; :data:`margin_scheme` comes before San Marino and the Vatican."""
