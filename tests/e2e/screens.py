"""The screens of the app, each with the person who sees it."""

from __future__ import annotations

import dataclasses

from tests.e2e.stand_in import (
    CLEAN,
    CLIENT,
    COMPANY,
    DOUBTFUL,
    DUPLICATE,
    FOREIGN,
    LIST,
    NEWCOMER,
    STUDIO,
    WRONG_BUYER,
)


@dataclasses.dataclass(frozen=True)
class Screen:
    name: str
    path: str
    who: str | None = STUDIO
    kept: bool = False
    """A picture of it is kept in ``docs/screenshots``."""
    compared: bool = False
    """It has to look like that picture."""


SCREENS = (
    Screen("accedi", "/accedi", None, kept=True),
    Screen("iscriviti", "/iscriviti", None, kept=True),
    Screen("conferma", "/conferma?email=anna@example.it", None),
    Screen("password", "/password", None),
    Screen("non-trovata", "/da/nessuna/parte"),
    Screen("aziende", "/", kept=True),
    Screen("da-fare", "/da-fare", kept=True),
    Screen("autofatture", LIST, kept=True),
    Screen("autofatture-vuota", f"{LIST}?q=nessuna"),
    Screen("carica", f"{LIST}/carica", kept=True),
    Screen("carica-senza-azienda", "/carica"),
    Screen("verifica", f"{DOUBTFUL}?coda=lista", kept=True, compared=True),
    Screen("verifica-certa", f"{CLEAN}?coda=lista"),
    Screen("verifica-valuta", f"{FOREIGN}?coda=lista", kept=True, compared=True),
    Screen("verifica-altra-azienda", f"{WRONG_BUYER}?coda=lista"),
    Screen("verifica-duplicato", DUPLICATE, kept=True, compared=True),
    Screen("da-inviare", f"{LIST}/d006-104201", kept=True),
    Screen("inviata", f"{LIST}/d007-104201", kept=True),
    Screen("scartata", f"{LIST}/d008-104201"),
    Screen("nessuna-autofattura", f"{LIST}/d009-104201"),
    Screen("fermata", f"{LIST}/d010-104201"),
    Screen("esportazioni", "/esportazioni", kept=True),
    Screen("azienda", f"/aziende/{COMPANY}", kept=True),
    Screen("account", "/account"),
    Screen("profilo-commercialista", "/account/commercialista", kept=True),
    Screen("studio", "/account/studio", kept=True),
    Screen("fatture-in-cloud", "/account/fatture-in-cloud", kept=True),
    Screen("referral", "/account/referral", kept=True),
    Screen("crediti", "/account/crediti"),
    Screen("sicurezza", "/account/sicurezza", kept=True),
    Screen("guide", "/guide", kept=True),
    Screen("guida", "/guide/sistema-per-commercialisti"),
    Screen("cliente", "/", CLIENT, kept=True),
    Screen("cliente-fatture-in-cloud", "/account/fatture-in-cloud", CLIENT, kept=True),
    Screen("ritorno-da-fatture-in-cloud", "/fattureincloud/callback", CLIENT),
    Screen("benvenuto", "/benvenuto", NEWCOMER, kept=True),
    Screen("prova", "/prova", NEWCOMER),
)
