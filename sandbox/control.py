"""The control API: for tests and demos only, behind a token of its own.

It does to the outside world what the product must never be able to do: press buttons for people, break
things, move time. The product has neither its address nor its token.
"""

from __future__ import annotations

import datetime as dt
import hmac
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, abort, jsonify, request
from pydantic import ValidationError

from sandbox.anthropic import variants
from sandbox.anthropic.variants import Variant
from sandbox.fattureincloud import control as fattureincloud
from sandbox.fattureincloud.failures import ApiError
from sandbox.faults import Fault
from sandbox.vies import app as vies

if TYPE_CHECKING:
    from sandbox.application import Sandbox

HEADER = "X-Sandbox-Control"


def create(sandbox: Sandbox, token: str) -> Flask:
    app = Flask(__name__)

    @app.before_request
    def guard() -> None:
        if not token or not hmac.compare_digest(request.headers.get(HEADER, ""), token):
            abort(403)

    @app.errorhandler(ValidationError)
    def wrong(error: ValidationError) -> tuple[Response, int]:
        return jsonify({"error": error.errors(include_url=False, include_context=False)}), 422

    @app.errorhandler(ApiError)
    def refused(error: ApiError) -> tuple[Response, int]:
        return jsonify(error.body()), error.status

    _settings(app, sandbox)
    _faults_and_calls(app, sandbox)
    app.register_blueprint(fattureincloud.blueprint(sandbox.store))
    return app


def _settings(app: Flask, sandbox: Sandbox) -> None:
    world = sandbox.world

    @app.get("/state")
    def state() -> Response:
        return jsonify(
            {
                "now": world.clock.now().isoformat(),
                "options": world.options.model_dump(mode="json"),
                "faults": {number: fault.model_dump() for number, fault in world.faults.all().items()},
                "calls": world.calls.by_route(),
            }
        )

    @app.put("/options")
    def set_options() -> Response:
        """Change the options named in the body (see ``sandbox/options.py``)."""
        return jsonify(world.change_options(**body()).model_dump(mode="json"))

    @app.post("/clock")
    def move_clock() -> Response:
        """``{"advance_seconds": 60}`` or ``{"now": "2026-11-25T10:00:00+00:00"}``; statuses follow at once."""
        wanted = body()
        if "now" in wanted:
            world.clock.set(dt.datetime.fromisoformat(wanted["now"]))
        world.clock.advance(float(wanted.get("advance_seconds", 0)))
        sandbox.tick()
        return jsonify({"now": world.clock.now().isoformat()})

    @app.post("/tick")
    def tick() -> Response:
        sandbox.tick()
        return jsonify({})

    @app.post("/reset")
    def reset() -> Response:
        sandbox.reset()
        return jsonify({})

    @app.put("/vies")
    def set_vies() -> Response:
        """``{"IE6388047V": "valid" | "invalid" | "unavailable"}``: answers for single numbers."""
        vies.set_answers(world, body())
        return jsonify({})

    @app.put("/anthropic")
    def script_anthropic() -> Response:
        """``{"script": [{"kind": "refusal"}, …]}``: what the next requests are answered with."""
        variants.script(world.database, [Variant.model_validate(each) for each in body().get("script", [])])
        return jsonify({})


def _faults_and_calls(app: Flask, sandbox: Sandbox) -> None:
    world = sandbox.world

    @app.post("/faults")
    def add_fault() -> Response:
        """One fault (see ``sandbox/faults.py``)."""
        return jsonify({"id": world.faults.add(Fault.model_validate(body()))})

    @app.delete("/faults")
    def clear_faults() -> Response:
        world.faults.clear()
        return jsonify({})

    @app.get("/calls")
    def calls() -> Response:
        return jsonify({"by_route": world.calls.by_route(), "details": world.calls.details()})

    @app.delete("/calls")
    def clear_calls() -> Response:
        world.calls.clear()
        return jsonify({})


def body() -> dict[str, Any]:
    found = request.get_json(silent=True)
    return found if isinstance(found, dict) else {}
