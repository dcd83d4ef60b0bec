"""The vendor's own Python client works against the sandbox."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import pytest

from sandbox.fattureincloud import seed
from tests.adapters.sandbox.world import CLIENT, STUDIO, Outside, self_invoice

# The generated models are optional in every field: they are read as what they are, whatever the stubs fear.
with warnings.catch_warnings():
    # Generated code; its own warnings at import are not ours to mend.
    warnings.simplefilter("ignore")
    import fattureincloud_python_sdk as typed_sdk
    from fattureincloud_python_sdk.oauth2.oauth2 import OAuth2AuthorizationCodeManager
    from fattureincloud_python_sdk.oauth2.scopes import Scope

sdk: Any = typed_sdk


@pytest.fixture
def api(outside: Outside, address: str) -> Callable[..., Any]:
    def client(email: str = CLIENT) -> Any:
        configuration = sdk.Configuration(host=f"{address}/fattureincloud")
        configuration.access_token = outside.fic(email).token
        return sdk.ApiClient(configuration)

    return client


def document(**changes: Any) -> Any:
    return sdk.CreateIssuedDocumentRequest.from_dict(self_invoice(**changes))


def test_user_and_companies(api: Callable[..., Any]) -> None:
    assert sdk.UserApi(api()).get_user_info().data.email == CLIENT
    companies = sdk.UserApi(api()).list_user_companies().data.companies
    assert [company.id for company in companies] == [seed.ROSSI, seed.FORFETTARIO]
    studio = sdk.UserApi(api(STUDIO)).list_user_companies().data.companies[0]
    assert [company.id for company in studio.controlled_companies] == [seed.ROSSI, seed.STUDIO_BOOKS, seed.VERDI]
    info = sdk.CompaniesApi(api()).get_company_info(seed.ROSSI).data
    assert info.plan_info.functions.e_invoice is True
    assert sdk.CompaniesApi(api()).get_company_plan_usage(seed.ROSSI, category="documents").data.limit == 3000


def test_create_get_list_modify_delete(api: Callable[..., Any]) -> None:
    documents = sdk.IssuedDocumentsApi(api())
    created = documents.create_issued_document(seed.ROSSI, create_issued_document_request=document()).data
    assert (created.number, created.amount_gross) == (1, 122)
    read = documents.get_issued_document(seed.ROSSI, created.id, fieldset="detailed").data
    assert read.ei_status == "not_sent"
    assert read.ei_raw["FatturaElettronicaBody"]["DatiGenerali"]["DatiGeneraliDocumento"]["TipoDocumento"] == "TD17"
    listed = documents.list_issued_documents(seed.ROSSI, "self_supplier_invoice", per_page=50)
    assert [row.id for row in listed.data] == [created.id]
    changed = documents.modify_issued_document(
        seed.ROSSI,
        created.id,
        modify_issued_document_request=sdk.ModifyIssuedDocumentRequest.from_dict({"data": {"notes": "nota"}}),
    )
    assert changed.data.notes == "nota"
    documents.delete_issued_document(seed.ROSSI, created.id)
    assert documents.list_bin_issued_documents(seed.ROSSI).data[0].id == created.id


def test_totals_info_and_lists(api: Callable[..., Any]) -> None:
    documents = sdk.IssuedDocumentsApi(api())
    request = sdk.GetNewIssuedDocumentTotalsRequest.from_dict(self_invoice())
    totals = documents.get_new_issued_document_totals(seed.ROSSI, get_new_issued_document_totals_request=request).data
    assert (totals.amount_net, totals.amount_vat, totals.amount_gross) == (100, 22, 122)
    assert totals.vat_list["22"].amount_vat == 22
    info = documents.get_issued_document_pre_create_info(seed.ROSSI, "self_supplier_invoice").data
    assert info.numerations["2026"]["/AF"] == 1
    types = sdk.InfoApi(api()).list_vat_types(seed.ROSSI).data
    assert types[0].value == 22
    assert "Irlanda" in sdk.InfoApi(api()).list_countries().data


def test_suppliers(api: Callable[..., Any]) -> None:
    suppliers = sdk.SuppliersApi(api())
    body = sdk.CreateSupplierRequest.from_dict({"data": {"name": "Acme", "country": "Irlanda"}})
    created = suppliers.create_supplier(seed.ROSSI, create_supplier_request=body).data
    assert suppliers.get_supplier(seed.ROSSI, created.id).data.name == "Acme"
    assert [row.id for row in suppliers.list_suppliers(seed.ROSSI, per_page=50).data] == [created.id]


def test_xml_and_its_check(api: Callable[..., Any]) -> None:
    documents = sdk.IssuedDocumentsApi(api())
    created = documents.create_issued_document(seed.ROSSI, create_issued_document_request=document()).data
    invoices = sdk.IssuedEInvoicesApi(api())
    assert invoices.get_e_invoice_xml(seed.ROSSI, created.id).startswith("<?xml")
    assert invoices.verify_e_invoice_xml(seed.ROSSI, created.id).data.success is True


def test_refusals_are_understood(api: Callable[..., Any]) -> None:
    documents = sdk.IssuedDocumentsApi(api())
    with pytest.raises(sdk.ApiException) as caught:
        documents.create_issued_document(seed.ROSSI, create_issued_document_request=document(payments_list=[]))
    assert caught.value.status == 422
    assert "amount_due" in caught.value.body


def test_the_code_flow(outside: Outside, address: str) -> None:
    manager = OAuth2AuthorizationCodeManager(
        seed.CLIENT_ID, seed.CLIENT_SECRET, seed.REDIRECT_URI, base_uri=f"{address}/fattureincloud"
    )
    url = manager.get_authorization_url([Scope.SETTINGS_READ], "stato")
    back = outside.control("POST", "/fattureincloud/consent", email=CLIENT, authorize_url=url)["redirect_to"]
    tokens = manager.fetch_token(manager.get_params_from_url(back).authorization_code)
    assert tokens.access_token.startswith("a/")
    assert manager.refresh_token(tokens.refresh_token).refresh_token != tokens.refresh_token
