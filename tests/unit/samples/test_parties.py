"""The invented companies pass every checksum that a real one passes."""

from __future__ import annotations

from types import ModuleType

import pytest
from stdnum import iban, iso11649
from stdnum.at import uid
from stdnum.ca import bn
from stdnum.ch import vat as ch_vat
from stdnum.de import vat as de_vat
from stdnum.es import nif
from stdnum.eu import oss
from stdnum.fr import siren, tva
from stdnum.gb import vat as gb_vat
from stdnum.ie import vat as ie_vat
from stdnum.it import codicefiscale, iva
from stdnum.lu import tva as lu_tva
from stdnum.nl import btw
from stdnum.pl import nip
from stdnum.pt import nif as pt_nif
from stdnum.se import vat as se_vat
from stdnum.sm import coe

from samples.bill import Supplier
from samples.parties import CLIENT_COMPANY, COMPANIES, STUDIO, STUDIO_COMPANIES, Company
from samples.suppliers import goods, services

CHECKS: dict[str, ModuleType] = {
    "AT": uid,
    "CH": ch_vat,
    "DE": de_vat,
    "ES": nif,
    "EU": oss,
    "FR": tva,
    "GB": gb_vat,
    "IE": ie_vat,
    "IT": iva,
    "LU": lu_tva,
    "NL": btw,
    "PL": nip,
    "PT": pt_nif,
    "SE": se_vat,
    "SM": coe,
}

SUPPLIERS = [value for module in (goods, services) for value in vars(module).values() if isinstance(value, Supplier)]


def test_the_studio_controls_six_companies_and_the_client_owns_one() -> None:
    assert [company.company_id for company in STUDIO_COMPANIES] == [str(1100000 + n) for n in range(1, 7)]
    assert {company.owner for company in STUDIO_COMPANIES} == {"studio"}
    assert CLIENT_COMPANY.owner == "demo_client"
    assert len({company.vat_id for company in COMPANIES} | {STUDIO.vat_id}) == 8


@pytest.mark.parametrize("company", COMPANIES, ids=lambda company: company.company_id)
def test_italian_ids_are_valid_and_of_a_serial_never_given_out(company: Company) -> None:
    assert iva.validate(company.vat_id) == company.vat_id
    assert company.vat_id.startswith("71")
    if company.tax_code != company.vat_id:
        assert codicefiscale.validate(company.tax_code)


@pytest.mark.parametrize("supplier", SUPPLIERS, ids=lambda supplier: supplier.name)
def test_ids_and_ibans_of_suppliers_are_valid(supplier: Supplier) -> None:
    for vat_id in (supplier.vat_id, *supplier.other_vat_ids):
        if vat_id is None:
            continue
        prefix = "GB" if vat_id.startswith("XI") else vat_id[:2]
        check = CHECKS[prefix]
        number = vat_id if prefix in {"CH", "EU"} else vat_id[2:]
        assert check.is_valid(number), vat_id
    if supplier.iban:
        assert iban.is_valid(supplier.iban), supplier.iban
        assert supplier.bic[4:6] == supplier.iban[:2]


def test_registry_numbers_are_valid() -> None:
    assert siren.is_valid("990 041 725")
    assert siren.is_valid("990 052 839")
    assert siren.is_valid("990 063 943")
    assert siren.is_valid("990 074 056")
    assert bn.is_valid("990041725 RT0001")
    assert iso11649.is_valid("RF602620417")
