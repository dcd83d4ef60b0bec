"""How amounts and dates are printed in the countries of our suppliers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
}
_SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£", "CHF": "CHF", "PLN": "zł", "SEK": "kr", "CAD": "$"}


@dataclass(frozen=True, kw_only=True)
class Locale:
    """``date`` is a strftime pattern in which ``%B`` is the month's name in ``language`` and ``%-d`` the bare day."""

    language: str
    thousands: str
    decimal: str
    date: str
    money: str
    """``{symbol}``, ``{code}`` and ``{amount}``."""

    def number(self, value: Decimal, places: int = 2) -> str:
        text = f"{abs(value):,.{places}f}"
        text = text.replace(",", "\0").replace(".", self.decimal).replace("\0", self.thousands)
        return f"-{text}" if value < 0 else text

    def quantity(self, value: Decimal) -> str:
        """Without decimals when it has none."""
        if value == value.to_integral_value():
            return self.number(value, 0)
        return self.number(value, max(-int(value.normalize().as_tuple().exponent), 0))

    def amount(self, value: Decimal, currency: str, places: int = 2) -> str:
        text = self.money.format(symbol=_SYMBOLS[currency], code=currency, amount=self.number(abs(value), places))
        return f"-{text}" if value < 0 else text

    def day(self, value: dt.date | None) -> str:
        """Empty for a date that is not known."""
        if value is None:
            return ""
        month = _MONTHS[self.language].split()[value.month - 1] if self.language in _MONTHS else ""
        return value.strftime(self.date.replace("%-d", str(value.day)).replace("%B", month))

    def rate(self, value: Decimal) -> str:
        """A percentage, without a decimal part that is zero."""
        return f"{self.quantity(value)}%"


NBSP = "\N{NO-BREAK SPACE}"
EN_IE = Locale(language="en", thousands=",", decimal=".", date="%-d %B %Y", money="{symbol}{amount}")
EN_GB = Locale(language="en", thousands=",", decimal=".", date="%d/%m/%Y", money="{symbol}{amount}")
EN_US = Locale(language="en", thousands=",", decimal=".", date="%B %-d, %Y", money="{symbol}{amount}")
EN_US_NUMERIC = Locale(language="en", thousands=",", decimal=".", date="%m/%d/%Y", money="{symbol}{amount}")
EN_EUR = Locale(language="en", thousands=",", decimal=".", date="%-d %B %Y", money="{code} {amount}")
EN_SE = Locale(language="sv", thousands=NBSP, decimal=",", date="%Y-%m-%d", money="{amount} {code}")
DE = Locale(language="de", thousands=".", decimal=",", date="%d.%m.%Y", money="{amount} {symbol}")
DE_CH = Locale(language="de", thousands="'", decimal=".", date="%d.%m.%Y", money="{code} {amount}")
FR = Locale(language="fr", thousands=NBSP, decimal=",", date="%d/%m/%Y", money="{amount} {symbol}")
ES = Locale(language="es", thousands=".", decimal=",", date="%d/%m/%Y", money="{amount} {symbol}")
NL = Locale(language="nl", thousands=".", decimal=",", date="%-d %B %Y", money="{symbol} {amount}")
PL = Locale(language="pl", thousands=NBSP, decimal=",", date="%d.%m.%Y", money="{amount} {code}")
PT = Locale(language="pt", thousands=".", decimal=",", date="%d-%m-%Y", money="{amount} {symbol}")
IT = Locale(language="it", thousands=".", decimal=",", date="%d/%m/%Y", money="{symbol} {amount}")
