"""The REST face of VIES: ``check-vat-number`` and ``ms/{country}/vat/{number}``.

A number is valid when it is well formed for its country and its check digits are right, unless an answer was
set for it through the control API (``valid``, ``invalid`` or ``unavailable``).
"""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, jsonify, request
from stdnum import exceptions
from stdnum.eu import vat

from sandbox.world import World

STATES = {
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "XI",
}  # fmt: skip
UNAVAILABLE = "MS_UNAVAILABLE"
SETTING = "vies_answers"


def create(world: World) -> Flask:
    app = Flask(__name__)

    @app.after_request
    def count(response: Response) -> Response:
        route = request.endpoint or "unknown"
        world.calls.record(f"{request.method} /vies/{route.replace('_', '-')}", status=response.status_code)
        return response

    @app.post("/check-vat-number")
    def check_vat_number() -> tuple[Response, int]:
        body = request.get_json(silent=True) or {}
        country, number = str(body.get("countryCode", "")).upper(), _clean(str(body.get("vatNumber", "")))
        if country not in STATES or not number:
            return jsonify({"actionSucceed": False, "errorWrappers": [{"error": "INVALID_INPUT"}]}), 400
        verdict = judge(world, country, number)
        if verdict == "unavailable":
            return jsonify({"actionSucceed": False, "errorWrappers": [{"error": UNAVAILABLE}]}), 500
        valid = verdict == "valid"
        return jsonify(
            {
                "countryCode": country,
                "vatNumber": number,
                "requestDate": _moment(world),
                "valid": valid,
                "requestIdentifier": "",
                "name": _name(country, number) if valid else "---",
                "address": "---",
                "traderName": "---",
                "traderStreet": "---",
                "traderPostalCode": "---",
                "traderCity": "---",
                "traderCompanyType": "---",
                "traderNameMatch": "NOT_PROCESSED",
                "traderStreetMatch": "NOT_PROCESSED",
                "traderPostalCodeMatch": "NOT_PROCESSED",
                "traderCityMatch": "NOT_PROCESSED",
                "traderCompanyTypeMatch": "NOT_PROCESSED",
            }
        ), 200

    @app.get("/ms/<country>/vat/<number>")
    def by_state(country: str, number: str) -> Response:
        country, number = country.upper(), _clean(number)
        verdict = judge(world, country, number) if country in STATES else "invalid"
        errors = {"valid": "VALID", "invalid": "INVALID", "unavailable": UNAVAILABLE}
        return jsonify(
            {
                "isValid": verdict == "valid",
                "requestDate": _moment(world),
                "userError": errors[verdict],
                "name": _name(country, number) if verdict == "valid" else "---",
                "address": "---",
                "requestIdentifier": "",
                "originalVatNumber": number,
                "vatNumber": number,
            }
        )

    @app.get("/check-status")
    def check_status() -> Response:
        word = "Unavailable" if world.options.vies_unavailable else "Available"
        states = [{"countryCode": state, "availability": word} for state in sorted(STATES)]
        return jsonify({"vow": {"available": not world.options.vies_unavailable}, "countries": states})

    return app


def judge(world: World, country: str, number: str) -> str:
    """``valid``, ``invalid`` or ``unavailable``."""
    answers: dict[str, str] = world.database.setting(SETTING, {})
    if world.options.vies_unavailable:
        return "unavailable"
    if f"{country}{number}" in answers:
        return answers[f"{country}{number}"]
    try:
        # Northern Ireland keeps the British numbers under a prefix of its own.
        vat.validate(f"{country}{number}") if country != "XI" else _british(number)
    except exceptions.ValidationError:
        return "invalid"
    return "valid"


def set_answers(world: World, answers: dict[str, Any]) -> None:
    """``{"IE6388047V": "unavailable"}``: from now on, on top of those set before."""
    world.database.set_setting(SETTING, {**world.database.setting(SETTING, {}), **answers})


def _british(number: str) -> None:
    if not number.isdigit() or len(number) not in {9, 12}:
        raise exceptions.InvalidFormat


def _clean(number: str) -> str:
    return "".join(character for character in number.upper() if character.isalnum() or character in "+*")


def _moment(world: World) -> str:
    return world.clock.now().isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _name(country: str, number: str) -> str:
    return f"TRADER {country}{number}"
