"""What a document adds up to: per VAT rate, rounded half-up to the cent."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from sandbox.fattureincloud.answers import number

CENT = Decimal("0.01")


def cents(value: Decimal) -> Decimal:
    return value.quantize(CENT, rounding=ROUND_HALF_UP)


def line_net(item: dict[str, Any]) -> Decimal:
    """Quantity by price less the discount, unrounded."""
    return number(item["qty"]) * number(item["net_price"]) * (1 - number(item["discount"]) / 100)


def by_vat(items: list[dict[str, Any]]) -> dict[tuple[Decimal, str], tuple[Decimal, Decimal]]:
    """``(rate, natura) -> (net, vat)``. Lines that are not taxable are left out."""
    sums: dict[tuple[Decimal, str], Decimal] = {}
    for item in items:
        if item["not_taxable"]:
            continue
        vat = item["vat"]
        natura = str(vat.get("ei_type") or "0")
        key = (number(vat["value"]), "" if natura == "0" else natura)
        sums[key] = sums.get(key, Decimal(0)) + line_net(item)
    return {key: (cents(net), cents(cents(net) * key[0] / 100)) for key, net in sums.items()}


def compute(document: dict[str, Any]) -> dict[str, Any]:
    """The ``totals`` answer for a document in its stored form."""
    items = document["items_list"]
    vat_list: dict[str, dict[str, Decimal]] = {}
    for (rate, _), (net, vat) in by_vat(items).items():
        entry = vat_list.setdefault(format(rate.normalize(), "f"), {"amount_net": Decimal(0), "amount_vat": Decimal(0)})
        entry["amount_net"] += net
        entry["amount_vat"] += vat
    taxable = sum((entry["amount_net"] for entry in vat_list.values()), Decimal(0))
    vat_sum = sum((entry["amount_vat"] for entry in vat_list.values()), Decimal(0))
    not_taxable = cents(sum((line_net(item) for item in items if item["not_taxable"]), Decimal(0)))
    withholding = cents(taxable * number(document["withholding_tax"]) / 100)
    gross = taxable + not_taxable + vat_sum
    return {
        "amount_net": taxable + not_taxable,
        "amount_rivalsa": 0,
        "amount_net_with_rivalsa": taxable + not_taxable,
        "amount_cassa": 0,
        "taxable_amount": taxable,
        "not_taxable_amount": not_taxable,
        "vat_list": vat_list,
        "amount_vat": vat_sum,
        "amount_gross": gross,
        "taxable_amount_withholding_tax": taxable,
        "amount_withholding_tax": withholding,
        "amount_other_withholding_tax": 0,
        "stamp_duty": number(document["stamp_duty"]),
        "amount_due": gross - withholding - number(document["amount_due_discount"]),
        "amount_due_discount": number(document["amount_due_discount"]),
        "is_enasarco_maximal_exceeded": False,
        "payments_sum": sum((number(payment["amount"]) for payment in document["payments_list"]), Decimal(0)),
    }
