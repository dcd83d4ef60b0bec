"""The supplier registry: matched before anything is added to it."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from autofatture.adapters.fattureincloud.invoicing import FattureInCloudInvoicing
from autofatture.adapters.fattureincloud.suppliers import normalised_name
from autofatture.domain.errors import TransientError
from sandbox.fattureincloud import seed
from tests.adapters.fattureincloud.meant import ACME, self_invoice
from tests.adapters.sandbox.world import Fic, Outside

PATH = f"/c/{seed.ROSSI}/entities/suppliers"


@pytest.fixture
def fic(outside: Outside) -> Fic:
    return outside.fic()


def add(fic: Fic, name: str, vat_number: str = "", country: str = "Irlanda") -> int:
    body = {"data": {"name": name, "vat_number": vat_number, "country": country}}
    identifier: int = fic.post(PATH, body).json()["data"]["id"]
    return identifier


def registry(fic: Fic) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = fic.get(PATH, fieldset="detailed").json()["data"]
    return rows


def entity_id(invoicing: FattureInCloudInvoicing, **cedente: Any) -> int:
    invoice = self_invoice(cedente=ACME.model_copy(update=cedente))
    identifier: int = invoicing.create(invoice, attachment_token=None)["entity"]["id"]
    return identifier


def test_a_new_supplier_is_registered_once(invoicing: FattureInCloudInvoicing, fic: Fic) -> None:
    first, second = entity_id(invoicing), entity_id(invoicing)
    assert first == second
    [row] = registry(fic)
    assert (row["name"], row["vat_number"], row["country"], row["country_iso"]) == (
        "Acme Cloud Limited",
        "IE6388047V",
        "Irlanda",
        "IE",
    )


@pytest.mark.parametrize("held", ["IE6388047V", "6388047V", "ie6388047v"])
def test_the_vat_id_decides_however_it_is_written(invoicing: FattureInCloudInvoicing, fic: Fic, held: str) -> None:
    known = add(fic, "Un altro nome", held)
    assert entity_id(invoicing) == known


@pytest.mark.parametrize("name", ["ACME CLOUD LTD", "Acme Cloud Ltd.", "acme  cloud,  limited"])
def test_the_name_decides_where_no_id_is_held(invoicing: FattureInCloudInvoicing, fic: Fic, name: str) -> None:
    known = add(fic, name)
    assert entity_id(invoicing) == known


def test_a_namesake_with_another_id_is_another_supplier(invoicing: FattureInCloudInvoicing, fic: Fic) -> None:
    other = add(fic, "Acme Cloud Limited", "LU26375245", "Lussemburgo")
    assert entity_id(invoicing) != other
    assert len(registry(fic)) == 2


def test_suppliers_without_an_id_are_not_all_one(invoicing: FattureInCloudInvoicing, fic: Fic) -> None:
    """The conventional id 99999999999 belongs to everybody: it must not match anybody."""
    nameless = {"vat_number": None, "id_paese": "US", "id_codice": "99999999999", "country": "US"}
    one = entity_id(invoicing, **nameless, name="Alpha Inc.")
    two = entity_id(invoicing, **nameless, name="Beta Inc.")
    assert one != two
    assert {row["vat_number"] for row in registry(fic)} == {""}
    assert entity_id(invoicing, **nameless, name="ALPHA INC") == one


def test_the_oldest_of_several_is_taken(invoicing: FattureInCloudInvoicing, fic: Fic) -> None:
    first = add(fic, "Acme", "IE6388047V")
    add(fic, "Acme bis", "6388047V")
    assert entity_id(invoicing) == first


@pytest.mark.parametrize("name", ["O'Reilly & Sons", "\"Quoted\" 'n' Co", "株式会社", "%_"])
def test_any_name_is_safe_to_search_for(invoicing: FattureInCloudInvoicing, fic: Fic, name: str) -> None:
    first = entity_id(invoicing, vat_number=None, name=name)
    assert registry(fic)[0]["id"] == first


def test_a_registration_in_doubt_is_found_the_next_time(
    invoicing: FattureInCloudInvoicing, fic: Fic, outside: Outside
) -> None:
    outside.control("POST", "/faults", kind="error_after", path="suppliers$", method="POST", status=502)
    with pytest.raises(TransientError) as caught:
        entity_id(invoicing)
    assert caught.value.error_code == "not_sent"
    entity_id(invoicing)
    assert len(registry(fic)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme Ltd.", "ACME Limited"),
        ("Müller GmbH & Co. KG", "müller gmbh & co kg"),
        ("Foo S.r.l.", "foo srl"),
        ("SA", "S.A."),
    ],
)
def test_names_are_compared_without_legal_forms(one: str, other: str) -> None:
    assert normalised_name(one) == normalised_name(other) != ""


def test_nothing_but_letters_and_digits_enters_the_filter(
    invoicing: FattureInCloudInvoicing, http: httpx.Client
) -> None:
    asked: list[str] = []
    http.event_hooks["request"].append(lambda request: asked.append(str(request.url.params.get("q", ""))))
    entity_id(invoicing, name="Bad' or name = '1", vat_number="IE' or '")
    filters = [q for q in asked if q]
    assert filters
    assert all(q.count("'") == 2 for q in filters)
