"""The template's routes are those of the code, and docs/openapi.json describes them."""

from __future__ import annotations

import pytest

from local import openapi

ROUTES = openapi.routes_of_the_template()


@pytest.mark.parametrize("function", sorted(ROUTES))
def test_template_and_code_know_the_same_routes(function: str):
    """A route on one side only is a 404 of the gateway, or code that nobody can reach."""
    assert openapi.routes_of_the_code(function) == ROUTES[function].keys()


def test_the_description_is_up_to_date():
    """The web app's types are made from it: `make openapi` after a change of a route or of a model."""
    assert openapi.TARGET.read_text(encoding="utf-8") == openapi.text()
