"""What would stop a self-invoice in a company, told when it is linked and not when it is sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from autofatture.domain.linked_company import CompanyInFic, CompanySettings, Problem

LICENCE_WARNING = dt.timedelta(days=15)
PLAN_WARNING = 0.8


@dataclass(frozen=True, kw_only=True)
class Rights:
    """What the plan has and the linking person may do in the company; None where FiC did not tell."""

    e_invoice: bool | None
    attachments: bool | None
    write_self_invoices: bool | None
    write_suppliers: bool | None


NOT_CHECKED = Problem(
    code="not_checked",
    message="Non è stato ancora possibile verificare l'azienda in Fatture in Cloud: premi Verifica di nuovo.",
)


def problems(
    fic: CompanyInFic, rights: Rights, settings: CompanySettings, *, vat_id: str, today: dt.date
) -> tuple[Problem, ...]:
    """Every problem at once, the gravest first, each with what to do. Unknown is not a problem."""
    return (*_of_the_plan(fic, rights, vat_id, today), *_of_the_room(fic), *_of_the_series(fic, settings))


def _of_the_plan(fic: CompanyInFic, rights: Rights, vat_id: str, today: dt.date) -> Iterator[Problem]:
    if not vat_id:
        yield Problem(
            code="no_vat_id",
            message="In Fatture in Cloud manca la partita IVA dell'azienda: completala in Impostazioni → Azienda.",
        )
    expires = fic.licence_expires
    if expires is not None and expires < today:
        yield Problem(
            code="licence_expired",
            message=f"La licenza di Fatture in Cloud è scaduta il {expires:%d/%m/%Y}: rinnovala per creare documenti.",
        )
    elif expires is not None and expires - today <= LICENCE_WARNING:
        yield Problem(
            code="licence_expiring",
            message=f"La licenza di Fatture in Cloud scade il {expires:%d/%m/%Y}: rinnovala per non fermarti.",
        )
    if rights.e_invoice is False:
        yield Problem(
            code="no_e_invoice",
            message="Il piano Fatture in Cloud non comprende la fatturazione elettronica: "
            "l'autofattura si crea ma non si può inviare a SdI.",
        )
    if rights.attachments is False:
        yield Problem(
            code="no_attachments",
            message="Il piano Fatture in Cloud non comprende gli allegati: "
            "l'autofattura si crea senza la fattura estera allegata.",
        )
    if rights.write_self_invoices is False:
        yield Problem(
            code="no_write_permission",
            message="L'utente collegato non può scrivere autofatture in questa azienda: chi ha l'account principale "
            "deve dargli il permesso di scrittura in Fatture in Cloud.",
        )
    if rights.write_suppliers is False:
        yield Problem(
            code="no_supplier_permission",
            message="L'utente collegato non può aggiungere fornitori in questa azienda: serve il permesso di scrittura "
            "sui fornitori in Fatture in Cloud.",
        )


def _of_the_room(fic: CompanyInFic) -> Iterator[Problem]:
    limit, used = fic.documents_limit, fic.documents_used
    if not limit or used is None:
        return
    if used >= limit:
        yield Problem(
            code="plan_full",
            message=f"Il piano Fatture in Cloud ha esaurito i documenti dell'anno ({used} su {limit}): "
            "per crearne altri serve un piano superiore.",
        )
    elif used >= limit * PLAN_WARNING:
        yield Problem(
            code="plan_nearly_full",
            message=f"Il piano Fatture in Cloud sta per esaurire i documenti dell'anno: ne restano {limit - used}.",
        )


def _of_the_series(fic: CompanyInFic, settings: CompanySettings) -> Iterator[Problem]:
    wanted = settings.numeration
    if wanted and fic.numerations is not None and wanted not in fic.numerations:
        yield Problem(
            code="numeration_missing",
            message=f"Il sezionale {wanted} non esiste in Fatture in Cloud: crealo lì, "
            "oppure scegline un altro nelle impostazioni dell'azienda.",
        )
