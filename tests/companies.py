"""Companies, studios and people for the tests, all made up."""

from __future__ import annotations

import datetime as dt

from autofatture.domain.access import Basis
from autofatture.domain.linked_company import Choice, FicLink, LinkedCompany

AT = dt.datetime(2026, 11, 25, 9, 0, tzinfo=dt.UTC)


def owner_link(user_id: str = "owner", connection_id: str = "conn-owner", **more: object) -> FicLink:
    return FicLink.model_validate(
        {
            "connection_id": connection_id,
            "user_id": user_id,
            "user_name": "Anna Bianchi",
            "basis": Basis.OWN,
            "fic_role": "master",
            "since": AT,
            **more,
        }
    )


def studio_link(studio_id: str = "studio-a", connection_id: str = "conn-studio", **more: object) -> FicLink:
    return FicLink.model_validate(
        {
            "connection_id": connection_id,
            "user_id": "accountant",
            "user_name": "Carlo Neri",
            "basis": Basis.STUDIO,
            "studio_id": studio_id,
            "studio_name": "Studio Neri",
            "studio_wallet_id": "accountant",
            "since": AT + dt.timedelta(minutes=1),
            **more,
        }
    )


def choice(studio_id: str = "studio-a", **more: object) -> Choice:
    return Choice.model_validate(
        {
            "studio_id": studio_id,
            "studio_name": "Studio Neri",
            "studio_wallet_id": "accountant",
            "chosen_by": "owner",
            "since": AT,
            **more,
        }
    )


def company(company_id: str = "100", **more: object) -> LinkedCompany:
    link = owner_link()
    return LinkedCompany.model_validate(
        {
            "company_id": company_id,
            "name": "Rossi Srl",
            "vat_id": "12345678903",
            "created_at": AT,
            "version": 1,
            "links": (link,),
            "writer": link.connection_id,
            **more,
        }
    )
