"""What a studio imports the exported files with, and in which form each package takes them.

The form is chosen once, by the studio and for a package: the copy with TD01 looks like an ordinary purchase to
the package, so somebody who knows how it is booked there has to want it. A company may name another package.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from pydantic import BaseModel, ConfigDict


class AccountingSoftware(StrEnum):
    NESSUNO = "nessuno"
    """None was declared: the original is exported."""
    TEAMSYSTEM = "teamsystem"
    ZUCCHETTI = "zucchetti"
    PROFIS = "profis"
    BLUENEXT = "bluenext"
    DANEA = "danea"
    ALTRO = "altro"


class ExportForm(StrEnum):
    ORIGINAL = "original"
    WORKING_COPY = "working_copy"


class NegativeForm(StrEnum):
    """How the working copy of a document with negative amounts is made."""

    ASK = "chiedi"
    TD01_NEGATIVE = "td01_negative"
    TD04_POSITIVE = "td04_positive"


class ExportChoice(BaseModel):
    """What a studio chose for one package."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    form: ExportForm = ExportForm.ORIGINAL
    negative: NegativeForm = NegativeForm.ASK


class DeclaredBy(StrEnum):
    """Who said with which package a company's files are imported."""

    COMPANY = "company"
    STUDIO = "studio"
    NONE = "none"


class InForce(NamedTuple):
    """What counts for one company."""

    software: AccountingSoftware
    choice: ExportChoice
    declared_by: DeclaredBy


WORKING_COPY_WARNINGS: Final = (
    "Registrala con causale reverse charge: senza, l'IVA viene detratta e non versata.",
    "Non importarla se il tuo software scarica già le autofatture da SdI: la registreresti due volte.",
)
"""Shown wherever the working copy is chosen or downloaded."""


def in_force(
    of_company: AccountingSoftware | None,
    of_studio: AccountingSoftware | None,
    choices: Mapping[AccountingSoftware, ExportChoice],
) -> InForce:
    """The package that counts, and its form. Without a package, or without a choice for it: the original.

    Args:
        of_company: the exception of the company; None where the studio's package counts.
        of_studio: the package of the studio that works on the company; None without a studio.
        choices: of that studio, by package.
    """
    if of_company is not None:
        software, declared_by = of_company, DeclaredBy.COMPANY
    elif of_studio is not None and of_studio is not AccountingSoftware.NESSUNO:
        software, declared_by = of_studio, DeclaredBy.STUDIO
    else:
        software, declared_by = AccountingSoftware.NESSUNO, DeclaredBy.NONE
    declared = software is not AccountingSoftware.NESSUNO
    return InForce(software, choices.get(software, ExportChoice()) if declared else ExportChoice(), declared_by)
