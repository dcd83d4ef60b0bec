"""The two parties of a self-invoice: the foreign supplier as *cedente*, the company as *cessionario*.

Sources: FatturaPA 1.2 and 1.4; SdI 00471, 00473, 00475. An Italian id never stands on the
supplier's side (SdI 00473): the home country's or the conventional one does.
"""

from __future__ import annotations

from typing import NamedTuple

from autofatture.domain.advice import DocumentType
from autofatture.domain.company import CompanyProfile
from autofatture.domain.draft import Draft, Finding, Severity
from autofatture.domain.fiscal_text import Romanise, Written, basic, latin
from autofatture.domain.places import Place, place_of
from autofatture.domain.self_invoice import Cedente, Cessionario
from autofatture.domain.vat_ids import VatIdentity, identify

FOREIGN_CAP = "00000"
_NAME, _STREET, _CITY, _CODE = 80, 60, 60, 28


class FiscalId(NamedTuple):
    """1.2.1.1 IdFiscaleIVA."""

    id_paese: str
    id_codice: str
    conventional: bool = False
    """No id was printed: the company's setting was used."""


def fiscal_id(draft: Draft, company: CompanyProfile, place: Place, document_type: DocumentType) -> FiscalId:
    """Which id of the supplier the document carries."""
    texts = [text for text in (draft.supplier.vat_id, *draft.supplier.other_vat_ids) if text]
    ids = [identify(text) for text in texts]
    if place.id_paese == "OO":
        italian = next((one for one in ids if one.is_italian), None)
        return FiscalId("OO", italian.number if italian else company.conventional_id, conventional=italian is None)
    usable = [one for one in ids if not one.is_italian]
    chosen = _chosen(usable, place, document_type)
    if chosen is None:
        return FiscalId(place.code, company.conventional_id, conventional=True)
    return FiscalId(_id_paese(chosen, place, document_type), _id_codice(chosen, place))


def _chosen(usable: list[VatIdentity], place: Place, document_type: DocumentType) -> VatIdentity | None:
    """For goods from the EU the EU id sells (a seller from outside may have one); otherwise the home id."""
    eu = [one for one in usable if one.is_eu]
    home = [one for one in usable if one.country == place.code]
    monegasque = [one for one in usable if place.territory == "MONACO" and one.country == "FR"]
    if document_type is DocumentType.TD18:
        order = [*[one for one in home if one.is_eu], *monegasque, *eu, *home, *usable]
    else:
        order = [*[one for one in home if one.prefix != "XI"], *home, *monegasque, *usable]
    return order[0] if order else None


def _id_paese(chosen: VatIdentity, place: Place, document_type: DocumentType) -> str:
    if chosen.prefix == "XI" and document_type is DocumentType.TD18:
        return "XI"
    if document_type is DocumentType.TD18 and chosen.is_eu and chosen.country:
        return chosen.country
    if place.territory == "MONACO" and chosen.country == "FR":
        return "FR"
    return place.code


def _id_codice(chosen: VatIdentity, place: Place) -> str:
    """Without the country prefix, except Switzerland's ``CHE``, which belongs to the number."""
    if chosen.prefix == "CHE":
        return f"CHE{chosen.number}"
    own = chosen.prefix is not None and chosen.country in (place.code, "FR", chosen.country)
    return basic(chosen.number if own else chosen.text, _CODE).value


def cedente(
    draft: Draft, company: CompanyProfile, document_type: DocumentType, romanise: Romanise | None = None
) -> tuple[Cedente, list[Finding]]:
    """The supplier as it will stand in the file, and what had to be changed for that.

    Raises:
        LookupError: the supplier's country is not known; the preflight asks for it.
    """
    supplier = draft.supplier
    place = place_of(supplier.country, territory=supplier.territory)
    if place is None:
        raise LookupError("supplier.country")
    identity = fiscal_id(draft, company, place, document_type)
    name = latin(supplier.name or "", _NAME, romanise)
    city = latin(supplier.city or place.italian, _CITY, romanise)
    street = _street(supplier.street or supplier.city or place.italian, supplier.postal_code, romanise)
    made = Cedente(
        name=name.value,
        id_paese=identity.id_paese,
        id_codice=identity.id_codice,
        country=place.code,
        street=street.value,
        city=city.value,
        postal_code=FOREIGN_CAP,
        vat_number=supplier.vat_id,
    )
    found = [
        *_rewritten("supplier.name", name),
        *_rewritten("supplier.city", city),
        *_rewritten("supplier.street", street),
    ]
    if identity.conventional:
        found.append(
            Finding(
                code="conventional_id",
                severity=Severity.INFO,
                message=f"Non c'è un identificativo utilizzabile del fornitore: si scrive {identity.id_codice}.",
                field="supplier.vat_id",
                fix="Se il fornitore ha una partita IVA o un numero fiscale del suo Paese, indicalo.",
            )
        )
    return made, found


def cessionario(company: CompanyProfile, romanise: Romanise | None = None) -> Cessionario:
    return Cessionario(
        name=latin(company.name, _NAME, romanise).value,
        vat_id=company.vat_id,
        tax_code=company.tax_code,
        street=latin(company.street, _STREET, romanise).value if company.street else None,
        city=latin(company.city, _CITY, romanise).value if company.city else None,
        postal_code=company.postal_code,
        province=company.province,
        ei_code=company.ei_code,
    )


def _street(street: str, postal_code: str | None, romanise: Romanise | None) -> Written:
    """The foreign postcode goes into the street: CAP takes five digits only (FatturaPA 1.2.2.3)."""
    if not postal_code:
        return latin(street, _STREET, romanise)
    code = latin(postal_code, 20, romanise).value
    room = _STREET - len(code) - 2
    first = latin(street, room, romanise)
    return Written(f"{first.value}, {code}", f"{first.original}, {postal_code}")


def _rewritten(field: str, written: Written) -> list[Finding]:
    if not written.changed:
        return []
    return [
        Finding(
            code="rewritten",
            severity=Severity.INFO,
            message=f"«{written.original}» nel file diventa «{written.value}»: SdI accetta solo caratteri Latin-1.",
            field=field,
            fix="L'originale resta nella nostra scheda: non serve fare nulla.",
        )
    ]
