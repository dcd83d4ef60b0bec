"""Law references by internal key, resolved by the date of the operation.

From 2027-01-01 the Testo unico IVA replaces DPR 633/1972, DL 331/1993 and others. Where its article number is
not known from a source, both texts are cited; a number is never invented.
"""

from __future__ import annotations

import datetime as dt

from autofatture.domain.fiscal_data import table

LEGAL_REFERENCE_LIMIT = 100
"""``RiferimentoNormativo`` (2.2.2.8) holds at most 100 characters."""


def cite(key: str, on: dt.date) -> str:
    """The citation in force on ``on``.

    Raises:
        KeyError: a key that the table does not hold: a programming error, found by the tests.
    """
    data = table("law")
    row = data["keys"][key]
    new = data["testo_unico"]
    if not row["replaced"] or on < dt.date.fromisoformat(new["from"]):
        return str(row["cite"])
    if row["article"] is not None:
        return f"{row['article']} {new['name']}"
    return f"{row['cite']}, ora {new['name']}"


def cite_all(keys: tuple[str, ...], on: dt.date) -> str:
    """Several citations in one text; the name of the new act is written once."""
    data = table("law")
    new = data["testo_unico"]
    texts = [cite(key, on) for key in keys]
    suffix = f", ora {new['name']}"
    if len(texts) > 1 and all(text.endswith(suffix) for text in texts):
        return " e ".join(text.removesuffix(suffix) for text in texts) + suffix
    return " e ".join(texts)
