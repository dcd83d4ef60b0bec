"""Ids as people print them."""

from __future__ import annotations

import pytest

from autofatture.domain.vat_ids import (
    IdKind,
    identify,
    is_valid_italian_tax_code,
    is_valid_italian_vat,
    same_id,
)


@pytest.mark.parametrize(
    ("printed", "text", "country", "prefix", "valid"),
    [
        ("IE6388047V", "IE6388047V", "IE", "IE", True),
        ("IE 98 209 58W", "IE9820958W", "IE", "IE", None),
        ("IE3206488LH", "IE3206488LH", "IE", "IE", True),
        ("IE8F52100V", "IE8F52100V", "IE", "IE", None),
        ("NL8057.34.958.B01", "NL805734958B01", "NL", "NL", True),
        ("EL 094259216", "EL094259216", "GR", "EL", True),
        ("DE136695976", "DE136695976", "DE", "DE", True),
        ("DE136695977", "DE136695977", "DE", "DE", False),
        ("GB 980 7806 84", "GB980780684", "GB", "GB", True),
        ("CHE-107.787.577 MWST", "CHE107787577MWST", "CH", "CHE", True),
        ("CHE-107.787.578", "CHE107787578", "CH", "CHE", False),
        ("NO 995 525 828 MVA", "NO995525828MVA", "NO", "NO", True),
        ("XI 980780684", "XI980780684", "GB", "XI", True),
        ("IT 08973230967", "IT08973230967", "IT", "IT", True),
        ("08973230967", "IT08973230967", "IT", "IT", True),
    ],
)
def test_identified(printed: str, text: str, country: str, prefix: str, *, valid: bool | None) -> None:
    found = identify(printed)

    assert (found.text, found.country, found.prefix) == (text, country, prefix)
    if valid is not None:
        assert found.valid is valid


def test_oss_is_no_member_state() -> None:
    found = identify("EU372041333")

    assert (found.kind, found.country, found.is_eu) == (IdKind.OSS, None, False)


def test_import_oss() -> None:
    assert identify("IM3720000224").kind is IdKind.IOSS


def test_small_business_suffix() -> None:
    assert identify("ESB58378431EX").kind is IdKind.SMALL_BUSINESS


@pytest.mark.parametrize("text", ["", "98-0123456", "12345678901", "AT972011100000000000", "???"])
def test_other_things_never_raise(text: str) -> None:
    assert identify(text).kind is IdKind.OTHER


def test_direct_identification_by_its_office() -> None:
    assert identify("IT00123459991").direct_identification
    assert not identify("IT08973230967").direct_identification


def test_italian_check_digits() -> None:
    assert is_valid_italian_vat("01234560157")
    assert not is_valid_italian_vat("01234560158")
    assert is_valid_italian_tax_code("RSSMRA80A01H501U")
    assert not is_valid_italian_tax_code("RSSMRA80A01H501X")


def test_same_id_with_and_without_prefix() -> None:
    assert same_id("IT 01234560157", "01234560157")
    assert not same_id("IT01234560157", None)
