"""The amounts of a reading: net, VAT, gross, paid, due and the currency they are in."""

from __future__ import annotations

from decimal import Decimal

from autofatture.adapters.reading.offline.charged import vat_country
from autofatture.adapters.reading.offline.currency import Currency, Marks, currency_of, spoken
from autofatture.adapters.reading.offline.labels import Hits
from autofatture.adapters.reading.offline.layout import spots
from autofatture.adapters.reading.offline.numbers import Number
from autofatture.adapters.reading.offline.phrases import Phrase
from autofatture.adapters.reading.offline.row_labels import TOTAL_ROW
from autofatture.adapters.reading.offline.sums import Sum
from autofatture.adapters.reading.offline.totals import Totals, read_totals
from autofatture.adapters.reading.result import Found, FoundVatLine, Result
from autofatture.domain.reading_terms import Confidence, Origin, WordingKind

_NO_VAT = frozenset(
    {
        WordingKind.REVERSE_CHARGE,
        WordingKind.INTRA_EU_SUPPLY,
        WordingKind.EXEMPTION,
        WordingKind.OUTSIDE_SCOPE,
        WordingKind.SMALL_BUSINESS,
        WordingKind.CUSTOMS,
    }
)


def put_amounts(
    result: Result,
    hits: Hits,
    numbers: dict[int, list[Number]],
    phrases: list[Phrase],
    *,
    customer_country: str | None = None,
) -> None:
    """Set the totals and the currency of ``result``; sums that do not agree are shown, not mended."""
    marks = Marks(hits.layout)
    said = [mark.code for mark in spoken(hits) if mark.code]
    totals = read_totals(hits, numbers, marks, said[0] if said else None)
    _put_totals(result, totals)
    _put_zero_vat(result, numbers, phrases)
    country = result.value("supplier_country")
    currency = currency_of(hits, marks, totals.beside, str(country) if country else None)
    _put_currency(result, currency)
    seller_id, buyer_id = result.value("supplier_vat_id"), result.value("customer_vat_id")
    charged = vat_country(
        (line.rate for line in totals.lines if line.amount),
        seller_id=str(seller_id) if seller_id else None,
        seller=str(country) if country else None,
        customer=customer_country or (str(buyer_id)[:2] if buyer_id else None),
    )
    result.vat_lines = [line._replace(country=charged if line.amount else None) for line in totals.lines]
    if not result.vat_lines:
        _single_line(result)


def _put_totals(result: Result, totals: Totals) -> None:
    sure = totals.balanced and totals.rival is None
    gross, net, vat = totals.gross, totals.net, totals.vat
    strong = gross is not None and "gross" in gross.roles
    sure = sure and not any(item is not None and item.number.doubtful for item in (gross, net, vat))
    named = strong and gross is not None and (gross.own or TOTAL_ROW in gross.roles)
    sure = sure and (named or totals.largest)
    # Without a rate that explains the VAT, two amounts may add up to a third by chance.
    solid = sure and bool(totals.vat_value) and bool(totals.lines)
    equal = sure and totals.vat_value == 0 and strong and net is not None and vat is not None
    for name, item in (("total_gross", gross), ("total_net", net), ("total_vat", vat)):
        if item is not None:
            result.put(name, _found(item, sure=solid or equal))
    if net is None and totals.net_value is not None:
        note = "Non è stampato: viene da righe, spese e sconti o dall'IVA compresa nel totale."
        result.put("total_net", Found(totals.net_value, Origin.COMPUTED, Confidence.DA_CONTROLLARE, note=note))
    if vat is None and totals.vat_value:
        word = Confidence.SICURO if solid else Confidence.DA_CONTROLLARE
        result.put(
            "total_vat", Found(totals.vat_value, Origin.COMPUTED, word, note="Somma dell'IVA delle singole aliquote.")
        )
    if totals.rival is not None:
        found = result["total_gross"]
        result.put("total_gross", found._replace(others=(totals.rival,), note="Sulla pagina c'è un altro totale."))
    if not totals.balanced and gross and net and vat and net.value + vat.value != gross.value:
        result.warn(
            "totali_non_quadrano",
            f"Imponibile {net.value} + IVA {vat.value} non dà il totale {gross.value}: controlla gli importi.",
            "total_gross",
        )
    for name, item in (("total_paid", totals.paid), ("total_due", totals.due)):
        if item is not None:
            result.put(name, _found(item, sure=False))


def _found(item: Sum, *, sure: bool) -> Found:
    word = Confidence.SICURO if sure else Confidence.DA_CONTROLLARE
    return Found(item.value, Origin.TEXT, word, spots(item.number.tokens))


def _put_zero_vat(result: Result, numbers: dict[int, list[Number]], phrases: list[Phrase]) -> None:
    """Where no VAT is charged the net is the gross: stated as computed, never as read."""
    gross, charged = result.value("total_gross"), result.value("total_vat")
    if charged is None and gross is not None and gross == result.value("total_net"):
        note = "Imponibile e totale sono uguali: nessuna IVA in fattura."
        result.put("total_vat", Found(Decimal("0.00"), Origin.COMPUTED, Confidence.DA_CONTROLLARE, note=note))
    if not isinstance(gross, Decimal) or result.value("total_net") is not None:
        return
    rates = {
        number.value for found in numbers.values() for number in found if number.percent and 3 <= number.value <= 27
    }
    no_vat = charged == 0 or any(phrase.kind in _NO_VAT for phrase in phrases)
    if charged or (rates and not no_vat):
        return
    note = "Nessuna IVA in fattura: l'imponibile è uguale al totale."
    found = result["total_gross"]
    result.put("total_net", Found(gross, Origin.COMPUTED, Confidence.DA_CONTROLLARE, found.spots, note=note))
    if charged is None:
        result.put("total_vat", Found(Decimal("0.00"), Origin.COMPUTED, Confidence.DA_CONTROLLARE, note=note))


def _single_line(result: Result) -> None:
    net, vat = result.value("total_net"), result.value("total_vat")
    if isinstance(net, Decimal) and vat == 0:
        result.vat_lines = [FoundVatLine(Decimal(0), net, Decimal(0))]


def _put_currency(result: Result, currency: Currency) -> None:
    if currency.code:
        sure = currency.sure
        result.put(
            "currency",
            Found(
                currency.code,
                Origin.TEXT,
                Confidence.SICURO if sure else Confidence.DA_CONTROLLARE,
                spots(currency.tokens),
                others=() if sure else currency.others,
                note="La pagina riporta importi in più valute." if currency.others else None,
            ),
        )
    elif currency.options:
        sign = currency.tokens[0].text if currency.tokens else ""
        note = f"Il simbolo «{sign}» vale per più valute ({', '.join(currency.options)}): indica quale."
        result.put(
            "currency",
            Found(None, Origin.TEXT, Confidence.DA_CONTROLLARE, spots(currency.tokens), currency.options, note),
        )
