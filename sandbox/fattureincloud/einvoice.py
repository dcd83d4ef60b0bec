"""The FatturaPA file that FiC builds from a document, with ``ei_raw`` laid over it."""

from __future__ import annotations

import base64
from decimal import Decimal
from typing import Any

from lxml import etree

from sandbox.fattureincloud import totals
from sandbox.fattureincloud.answers import number
from sandbox.fattureincloud.countries import BY_NAME
from sandbox.fattureincloud.store import Store
from sandbox.sdi import schema

TRANSMITTER = "99900090152"
"""The made-up channel through which the sandbox transmits."""
FOREIGN_RECIPIENT = "XXXXXXX"
"""What FiC writes when the document names no recipient code."""
NO_ID = "99999999999"
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
Tree = dict[str, Any]


def xml(store: Store, company: dict[str, Any], document: dict[str, Any], *, attachment: bool = False) -> bytes:
    """The file, UTF-8. Not necessarily a valid one: FiC builds it from what it was given."""
    tree = {
        "FatturaElettronicaHeader": _header(company, document),
        "FatturaElettronicaBody": _body(store, document, attachment=attachment),
    }
    merged = _merge("FatturaElettronicaType", tree, document.get("ei_raw") or {})
    root = etree.Element(f"{{{schema.NAMESPACE}}}FatturaElettronica", nsmap={"p": schema.NAMESPACE}, versione="FPR12")
    _render(root, "FatturaElettronicaType", merged)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def progressive(document_id: int, width: int = 5) -> str:
    """A number in base 36, as file names and ProgressivoInvio carry it."""
    digits = ""
    while document_id:
        document_id, digit = divmod(document_id, len(_ALPHABET))
        digits = _ALPHABET[digit] + digits
    return digits.rjust(width, "0")


def _header(company: dict[str, Any], document: dict[str, Any]) -> Tree:
    own = _own_party(company)
    other = _other_party(document["entity"])
    if document["type"] == "self_own_invoice":
        other = {**own}
    is_self_invoice = document["type"].startswith("self_")
    # On a sale the company is the seller and its regime is known; on a self-invoice FiC leaves the foreign
    # seller's regime out, and only ei_raw can give it.
    seller, buyer = (other, own) if is_self_invoice else ({**own}, other)
    if not is_self_invoice:
        seller["DatiAnagrafici"] = {**seller["DatiAnagrafici"], "RegimeFiscale": company["regime"]}
    header: Tree = {
        "DatiTrasmissione": {
            "IdTrasmittente": {"IdPaese": "IT", "IdCodice": TRANSMITTER},
            "ProgressivoInvio": progressive(document["id"]),
            "FormatoTrasmissione": "FPR12",
            "CodiceDestinatario": document["entity"].get("ei_code") or FOREIGN_RECIPIENT,
        },
        "CedentePrestatore": seller,
        "CessionarioCommittente": buyer,
    }
    if is_self_invoice:
        header["SoggettoEmittente"] = "CC"
    return header


def _own_party(company: dict[str, Any]) -> Tree:
    return {
        "DatiAnagrafici": {
            "IdFiscaleIVA": {"IdPaese": "IT", "IdCodice": company["vat_number"]},
            "CodiceFiscale": company["tax_code"],
            "Anagrafica": {"Denominazione": company["name"]},
        },
        "Sede": {
            "Indirizzo": company["address_street"],
            "CAP": company["address_postal_code"],
            "Comune": company["address_city"],
            "Provincia": company["address_province"],
            "Nazione": "IT",
        },
    }


def _other_party(entity: dict[str, Any]) -> Tree:
    country = BY_NAME[entity["country"]]
    vat_number = "".join(str(entity["vat_number"]).split())
    prefix = country.fiscal_iso if vat_number.upper().startswith(country.fiscal_iso) else country.iso
    code = vat_number[2:] if vat_number.upper().startswith(prefix) else vat_number
    return {
        "DatiAnagrafici": {
            "IdFiscaleIVA": {"IdPaese": country.fiscal_iso, "IdCodice": code or NO_ID},
            "Anagrafica": {"Denominazione": entity["name"]},
        },
        "Sede": {
            "Indirizzo": entity["address_street"],
            "CAP": entity["address_postal_code"],
            "Comune": entity["address_city"],
            "Provincia": entity["address_province"].upper(),
            "Nazione": country.iso,
        },
    }


def _body(store: Store, document: dict[str, Any], *, attachment: bool) -> Tree:
    general: Tree = {
        "Divisa": document["currency"]["id"],
        "Data": document["date"],
        "Numero": f"{document['number']}{document['numeration']}",
        "ImportoTotaleDocumento": _amount(number(document["amount_gross"])),
        "Causale": _reasons(document),
    }
    if number(document["stamp_duty"]):
        general["DatiBollo"] = {"BolloVirtuale": "SI", "ImportoBollo": _amount(number(document["stamp_duty"]))}
    ei_data = document["ei_data"] or {}
    body: Tree = {
        "DatiGenerali": {"DatiGeneraliDocumento": general},
        "DatiBeniServizi": {
            "DettaglioLinee": [_line(position, item) for position, item in enumerate(document["items_list"], start=1)],
            "DatiRiepilogo": [
                _summary(key, sums, document["items_list"], ei_data)
                for key, sums in totals.by_vat(document["items_list"]).items()
            ],
        },
        "DatiPagamento": [
            {
                "CondizioniPagamento": "TP02",
                "DettaglioPagamento": [
                    _payment(payment, ei_data.get("payment_method", "")) for payment in document["payments_list"]
                ],
            }
        ],
    }
    if attachment and document["attachment_token"]:
        body["Allegati"] = [_attachment(store, document["attachment_token"])]
    return body


def _reasons(document: dict[str, Any]) -> list[str]:
    """The visible subject and the notes, in pieces of 200 characters."""
    texts = [str(document[name]).strip() for name in ("visible_subject", "notes") if document[name]]
    return [text[start : start + 200] for text in texts for start in range(0, len(text), 200)]


def _line(position: int, item: dict[str, Any]) -> Tree:
    vat = item["vat"]
    line: Tree = {
        "NumeroLinea": str(position),
        "Descrizione": " ".join(part for part in (item["name"], item["description"]) if part),
        "Quantita": _decimals(number(item["qty"])),
        "PrezzoUnitario": _decimals(number(item["net_price"])),
        "PrezzoTotale": _amount(totals.line_net(item)),
        "AliquotaIVA": _amount(number(vat["value"])),
    }
    if item["measure"]:
        line["UnitaMisura"] = item["measure"]
    if vat["ei_type"] not in {"", "0", 0, None}:
        line["Natura"] = str(vat["ei_type"])
    return _merge("DettaglioLineeType", line, item["ei_raw"] or {})


def _summary(
    key: tuple[Decimal, str], sums: tuple[Decimal, Decimal], items: list[dict[str, Any]], ei_data: dict[str, Any]
) -> Tree:
    rate, natura = key
    summary: Tree = {
        "AliquotaIVA": _amount(rate),
        "ImponibileImporto": _amount(sums[0]),
        "Imposta": _amount(sums[1]),
    }
    if natura:
        summary["Natura"] = natura
        words = next(item["vat"]["description"] for item in items if str(item["vat"]["ei_type"]) == natura)
        summary["RiferimentoNormativo"] = words[:100]
    if ei_data.get("vat_kind"):
        summary["EsigibilitaIVA"] = ei_data["vat_kind"]
    return summary


def _payment(payment: dict[str, Any], method: str) -> Tree:
    detail = {
        "ModalitaPagamento": method,
        "DataScadenzaPagamento": payment["due_date"],
        "ImportoPagamento": _amount(number(payment["amount"])),
    }
    return _merge("DettaglioPagamentoType", detail, payment["ei_raw"] or {})


def _attachment(store: Store, token: str) -> Tree:
    row = store.database.row("SELECT name, body FROM attachment WHERE token = ?", token)
    if row is None:
        return {"NomeAttachment": "mancante", "Attachment": ""}
    return {
        "NomeAttachment": row["name"][-60:],
        "FormatoAttachment": row["name"].rpartition(".")[2].upper()[:10],
        "Attachment": base64.b64encode(row["body"]).decode(),
    }


def _amount(value: Decimal) -> str:
    return format(totals.cents(value), "f")


def _decimals(value: Decimal) -> str:
    """Between two and eight decimals, as the schema allows."""
    whole, _, fraction = format(value, "f").partition(".")
    return f"{whole}.{fraction[:8].rstrip('0').ljust(2, '0')}"


def _merge(type_name: str, built: Tree, raw: Tree) -> Tree:
    """``ei_raw`` over what was built, block by block.

    A block that may occur more than once has to come as a list. Sent as an object, FiC walks its *values*:
    each becomes a block of its own without children, which no schema accepts.
    """
    merged = dict(built)
    known = schema.children(type_name)
    for name, value in raw.items():
        child = known.get(name)
        inner = child.type_name if child else ""
        # The body is 0..N in the schema but every documented example gives it as an object.
        several = child is not None and child.repeats and name != "FatturaElettronicaBody"
        if several and isinstance(value, dict):
            merged[name] = list(value.values())
        elif isinstance(value, dict):
            merged[name] = _merge(inner, merged.get(name) or {}, value)
        elif isinstance(value, list):
            merged[name] = _merge_list(inner, merged.get(name) or [], value)
        else:
            merged[name] = value
    return merged


def _merge_list(type_name: str, built: list[Any], raw: list[Any]) -> list[Any]:
    merged = list(built)
    for position, value in enumerate(raw):
        if position < len(merged) and isinstance(value, dict) and isinstance(merged[position], dict):
            merged[position] = _merge(type_name, merged[position], value)
        elif position < len(merged):
            merged[position] = value
        else:
            merged.append(value)
    return merged


def _render(parent: etree._Element, type_name: str, content: Tree) -> None:
    known = schema.children(type_name)
    for name in sorted(content, key=lambda key: known[key].position if key in known else len(known) + 1):
        values = content[name] if isinstance(content[name], list) else [content[name]]
        for value in values:
            if value in {None, ""} if not isinstance(value, dict) else not value:
                continue
            element = etree.SubElement(parent, name)
            if isinstance(value, dict):
                _render(element, known[name].type_name if name in known else "", value)
            else:
                element.text = str(value)
