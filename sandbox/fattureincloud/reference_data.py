"""Lists that a client needs before it can write: countries, VAT types, currencies, payment methods."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response

from sandbox.fattureincloud import access
from sandbox.fattureincloud.answers import answer
from sandbox.fattureincloud.countries import COUNTRIES
from sandbox.fattureincloud.store import Store
from sandbox.rates.book import CURRENCIES, units_per_eur

PAYMENT_ACCOUNTS: tuple[dict[str, Any], ...] = (
    {"id": 501, "name": "Conto corrente", "type": "bank", "iban": "IT60X0542811101000000123456", "sia": "",
     "cuc": "", "virtual": False},
    {"id": 502, "name": "Cassa", "type": "standard", "iban": "", "sia": "", "cuc": "", "virtual": False},
)  # fmt: skip
PAYMENT_METHODS: tuple[dict[str, Any], ...] = (
    {"id": 601, "name": "Bonifico bancario", "type": "standard", "is_default": True,
     "default_payment_account": PAYMENT_ACCOUNTS[0], "details": [{"title": "Banca", "description": "Banca Inventata"}],
     "bank_iban": "IT60X0542811101000000123456", "bank_name": "Banca Inventata", "bank_beneficiary": "",
     "ei_payment_method": "MP05"},
    {"id": 602, "name": "Carta di credito", "type": "standard", "is_default": False, "default_payment_account": None,
     "details": [], "bank_iban": "", "bank_name": "", "bank_beneficiary": "", "ei_payment_method": "MP08"},
)  # fmt: skip
SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"}


def blueprint(store: Store) -> Blueprint:
    routes = Blueprint("reference_data", __name__)

    @routes.get("/info/countries")
    def countries() -> Response:
        access.user(store)
        return answer({"data": names()})

    @routes.get("/info/detailed_countries")
    def detailed_countries() -> Response:
        access.user(store)
        return answer(
            {
                "data": [
                    {
                        "name": country.name,
                        "settings_name": country.name,
                        "iso": country.iso,
                        "fiscal_iso": country.fiscal_iso,
                        "uic": f"{number:03d}",
                    }
                    for number, country in enumerate(COUNTRIES, start=1)
                ]
            }
        )

    @routes.get("/info/currencies")
    def list_currencies() -> Response:
        access.user(store)
        return answer({"data": currencies(store)})

    @routes.get("/c/<int:company_id>/info/vat_types")
    def vat_types(company_id: int) -> Response:
        access.visit(store, company_id).need("settings:r")
        return answer({"data": store.vat_types(company_id)})

    @routes.get("/c/<int:company_id>/info/payment_methods")
    def payment_methods(company_id: int) -> Response:
        access.visit(store, company_id)
        return answer({"data": PAYMENT_METHODS})

    @routes.get("/c/<int:company_id>/info/payment_accounts")
    def payment_accounts(company_id: int) -> Response:
        access.visit(store, company_id)
        return answer({"data": PAYMENT_ACCOUNTS})

    return routes


def names() -> list[str]:
    return [country.name for country in COUNTRIES]


def currencies(store: Store) -> list[dict[str, Any]]:
    """FiC writes the rate as text: units of the currency for one euro, five decimals."""
    today = store.clock.today()
    rows = [{"id": "EUR", "symbol": "€", "exchange_rate": "1.00000", "html_symbol": "&euro;"}]
    for currency in CURRENCIES:
        symbol = SYMBOLS.get(currency, currency)
        rate = units_per_eur(currency, today, walk_back=True)
        rows.append({"id": currency, "symbol": symbol, "exchange_rate": f"{rate:.5f}", "html_symbol": symbol})
    return rows
