"""The public samples, made readable: Odoo's test files carry placeholders instead of namespaces."""

from __future__ import annotations

from pathlib import Path

NAMESPACE = "http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2"
NAMES = (
    "oca_IT01234567890_x05mX.xml",
    "oca_IT02780790107_11008.xml",
    "oca_IT10538570960_00002.xml",
    "oca_IT10538570960_00003.xml",
    "oca_IT10538570960_00004.xml",
    "oca_td29_communication.xml",
    "odoo_bill_reverse_charge_2_td19.xml",
    "odoo_bill_reverse_charge_td18.xml",
    "odoo_credit_note_reverse_charge_td18.xml",
    "odoo_bill_reverse_charge_san_marino_td28.xml",
)


def sample(shared_dir: Path, name: str) -> bytes:
    text = (shared_dir / "fatturapa" / "examples" / name).read_text(encoding="utf-8")
    text = text.replace('xmlns:p="___ignore___"', f'xmlns:p="{NAMESPACE}"')
    text = text.replace('xmlns:ds="___ignore___"', 'xmlns:ds="http://www.w3.org/2000/09/xmldsig#"')
    text = text.replace('xmlns:xsi="___ignore___"', 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"')
    text = text.replace('xsi:schemaLocation="___ignore___"', "")
    return text.replace("___ignore___", "QUJD").encode()
