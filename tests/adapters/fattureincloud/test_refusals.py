"""From FiC's answers to our errors."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from autofatture.adapters.fattureincloud.refusals import reasons, translate, xml_errors
from autofatture.domain.errors import (
    AutofattureError,
    NotAllowed,
    NotFound,
    PlanLimit,
    RateLimited,
    RefusedByFic,
    RelinkNeeded,
    TransientError,
)


def answer(status: int, body: Any = None, **headers: str) -> httpx.Response:
    content = {"json": body} if body is not None else {"content": b"<html>Bad Gateway</html>"}
    return httpx.Response(status, headers={name.replace("_", "-"): value for name, value in headers.items()}, **content)


def said(message: str, **more: Any) -> dict[str, Any]:
    return {"error": {"message": message, **more}}


@pytest.mark.parametrize(
    ("response", "error"),
    [
        (answer(401, said("Token scaduto")), RelinkNeeded),
        (answer(429, said("Troppe richieste"), retry_after="17"), RateLimited),
        (answer(429, said("Troppe richieste")), RateLimited),
        (answer(403, said("Quota esaurita"), retry_after="900"), RateLimited),
        (answer(403, said("Hai raggiunto il limite di documenti previsto dal tuo piano.")), PlanLimit),
        (answer(403, said("La licenza di Fatture in Cloud è scaduta.")), PlanLimit),
        (answer(403, said("Your license has expired")), PlanLimit),
        (answer(403, said("Non autorizzato", code="NO_PERMISSION")), NotAllowed),
        (answer(403), NotAllowed),
        (answer(404, said("Non trovato")), NotFound),
        (answer(409, said("Duplicato")), RefusedByFic),
        (answer(422, said("Dati non validi", validation_result={"data.date": ["Data non valida."]})), RefusedByFic),
        (answer(400, said("Richiesta errata")), RefusedByFic),
        (answer(405), RefusedByFic),
        (answer(408), TransientError),
        (answer(500, said("Errore interno")), TransientError),
        (answer(502), TransientError),
        (answer(302), TransientError),
    ],
)
def test_one_answer_one_error(response: httpx.Response, error: type[AutofattureError]) -> None:
    assert type(translate(response)) is error


def test_who_is_asked_to_wait_is_told_how_long() -> None:
    for response, wait in (
        (answer(429, retry_after="17"), 17),
        (answer(403, retry_after="900"), 900),
        (answer(429, retry_after="0"), 1),
        (answer(429), 60),
    ):
        error = translate(response)
        assert isinstance(error, RateLimited)
        assert error.retry_after == wait


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (said("Dati non validi", validation_result={"data.date": ["Non valida."], "data.number": ["Almeno 1."]}),
         ["data.date: Non valida.", "data.number: Almeno 1."]),
        (said("Errori", validation_result=["riga 3: manca Indirizzo", "riga 9: CAP"]),
         ["riga 3: manca Indirizzo", "riga 9: CAP"]),
        (said("Errori", validation_result={"xml_errors": ["riga 3: manca Indirizzo"]}), ["riga 3: manca Indirizzo"]),
        ({**said("Errori"), "extra": {"errors": ["riga 3: manca Indirizzo"]}}, ["riga 3: manca Indirizzo"]),
        ({**said("Il totale dei pagamenti non corrisponde.", validation_result=None), "extra": {"totals": {}}},
         ["Il totale dei pagamenti non corrisponde."]),
        (said("Solo un messaggio"), ["Solo un messaggio"]),
        ({"error": "invalid_request", "error_description": "x"}, ["invalid_request"]),
        ({"error": None}, []),
        (["strano"], []),
    ],
)  # fmt: skip
def test_reasons_are_read_from_every_shape(body: Any, expected: list[str]) -> None:
    assert reasons(answer(422, body)) == expected


def test_a_formal_error_without_words_is_an_error_all_the_same() -> None:
    assert xml_errors(answer(422)) != []


def test_reasons_are_kept_short() -> None:
    assert len(reasons(answer(422, said("x" * 5000)))[0]) == 300
