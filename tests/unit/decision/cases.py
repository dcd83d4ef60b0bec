"""The decision table of 16 rows, its traps and the country traps: each with a positive and a near miss.

A case names the outcome and words that the reason must contain: the deciding fact.
"""

from __future__ import annotations

from typing import NamedTuple

from autofatture.domain.facts import Facts
from tests.unit.decision.purchase import charged, purchase

GOOGLE, HETZNER, PAYPAL = "IE6388047V", "DE136695976", "LU26888617"
ITALIAN, DIRECT = "IT08973230967", "IT00123459991"


class Case(NamedTuple):
    name: str
    facts: Facts
    outcome: str
    says: tuple[str, ...]


def case(name: str, outcome: str, says: str, facts: Facts) -> Case:
    return Case(name, facts, outcome, tuple(says.split("|")))


ROWS = [
    case("1 Italian invoice from SdI", "NONE", "SdI|IVA addebitata", purchase(country="IT", ids=[ITALIAN], nature="services", vat=charged("IT", "22", "22"), form="sdi_xml")),
    case("1 near: foreign supplier through SdI without VAT", "TD17", "SdI|123456789012", purchase(country="IE", ids=[GOOGLE], nature="services", vat=[], form="sdi_xml", sdi_id="123456789012")),
    case("2 branch established in Italy", "NONE", "stabile organizzazione", purchase(country="LU", ids=[ITALIAN, PAYPAL], nature="services", vat=charged("IT", "22", "22"), established_in_italy=True)),
    case("2 near: branch, no VAT", "ASK", "stabile organizzazione|senza addebitare IVA", purchase(country="LU", ids=[PAYPAL], nature="services", vat=[], established_in_italy=True)),
    case("2 near: not established", "TD17", "Lussemburgo", purchase(country="LU", ids=[PAYPAL], nature="services", vat=[], established_in_italy=False)),
    case("3 domestic reverse charge", "TD16", "inversione contabile", purchase(country="IT", ids=[ITALIAN], nature="services", vat=[], wording="Operazione in inversione contabile, art. 17 comma 6")),
    case("3 near: Italian flat-rate supplier", "NONE", "regime forfettario", purchase(country="IT", ids=[ITALIAN], nature="services", vat=[], wording="Operazione in regime forfettario L. 190/2014")),
    case("3 near: Italian without VAT and without a word", "ASK", "italiano", purchase(country="IT", ids=[ITALIAN], nature="services", vat=[])),
    case("4 Italian VAT of a non-established seller", "FIX", "IVA italiana|non essendo stabilito", purchase(country="DE", ids=[HETZNER, ITALIAN], nature="goods", vat=charged("IT", "22", "22"), established_in_italy=False, ship_from="IT")),
    case("4 direct identification by its office code", "FIX", "IVA italiana", purchase(country="DE", ids=[DIRECT], nature="goods", vat=charged("IT", "22", "22"), ship_from="IT")),
    case("4 near: not known whether established", "ASK", "stabile organizzazione", purchase(country="DE", ids=[HETZNER, ITALIAN], nature="goods", vat=charged("IT", "22", "22"), ship_from="IT")),
    case("5 hotel abroad below 5,000", "NONE", "alloggio|352,00|5.000", purchase(country="FR", nature="services", category="hotel", vat=charged("FR", "10", "32.00"), total_net="320.00", total_gross="352.00")),
    case("5 total derived from rate and amount", "NONE", "352,00", purchase(country="FR", nature="services", category="hotel", vat=charged("FR", "10", "32.00"), total_net=None)),
    case("5 fuel abroad", "NONE", "carburante", purchase(country="AT", category="fuel", vat=charged("AT", "20", "20"), total_gross="120.00")),
    case("5 exactly 5,000", "NONE", "5.000", purchase(country="FR", nature="services", category="hotel", vat=charged("FR", "10", "454.55"), total_net="4545.45", total_gross="5000.00")),
    case("5 near: one cent more", "TD17", "supera 5.000", purchase(country="FR", nature="services", category="hotel", vat=charged("FR", "10", "454.55"), total_net="4545.46", total_gross="5000.01")),
    case("5 near: goods above 5,000", "TD19", "supera 5.000", purchase(country="AT", category="fuel", vat=charged("AT", "20", "1000"), total_net="5000", total_gross="6000")),
    case("5 near: total not known", "ASK", "5.000 euro", purchase(country="FR", nature="services", category="hotel", vat=charged("FR", "10", ""), total_net=None)),
    case("5 near: used in Italy", "FIX", "Francia", purchase(country="FR", nature="services", category="restaurant", used_in_italy=True, vat=charged("FR", "10", "32.00"), total_gross="352.00")),
    case("6 SaaS with foreign VAT", "FIX", "servizi digitali|Irlanda", purchase(country="IE", ids=[GOOGLE], nature="services", category="digital", vat=charged("IE", "23", "23"), total_gross="123")),
    case("6 OSS consumer invoice", "FIX", "OSS", purchase(country="US", ids=["EU372041333"], nature="services", vat=charged("IT", "22", "22"), total_gross="122")),
    case("6 goods shipped with foreign VAT", "FIX", "Germania", purchase(country="DE", ids=[HETZNER], nature="goods", ship_from="DE", vat=charged("DE", "19", "19"))),
    case("6 near: nothing says what was bought", "ASK", "tassata all'estero", purchase(country="IE", ids=[GOOGLE], nature="services", vat=charged("IE", "23", "23"))),
    case("6 near: VAT of zero is no VAT", "TD17", "senza addebitare IVA", purchase(country="IE", ids=[GOOGLE], nature="services", category="digital", vat=charged("IE", "0", "0.00"))),
    case("7 customs bill", "NONE", "bolla doganale|importazione", purchase(country="CN", ids=[], nature="goods", ship_from="CN", customs_bill=True, vat=[])),
    case("7 shipped from outside the EU", "NONE", "Cina|importazione", purchase(country="CN", ids=[], nature="goods", ship_from="CN", vat=[])),
    case("7 near: goods and extra-EU are not TD19", "ASK", "da dove sono partiti", purchase(country="CN", ids=[], nature="goods", vat=[])),
    case("7 near: no customs bill", "ASK", "senza bolla", purchase(country="CN", ids=[], nature="goods", ship_from="CN", customs_bill=False, vat=[])),
    case("8 Irish advertising", "TD17", "Irlanda|pubblicità", purchase(country="IE", ids=[GOOGLE], nature="services", category="advertising", vat=[])),
    case("8 US software", "TD17", "Stati Uniti|autofattura", purchase(country="US", ids=[], nature="services", category="digital", vat=[], operation_date="2026-10-20")),
    case("8 German hosting is a service", "TD17", "Germania", purchase(country="DE", ids=[HETZNER], nature="services", category="hosting", vat=[])),
    case("8 near: nature not known", "ASK", "beni o servizi", purchase(country="DE", ids=[HETZNER], vat=[])),
    case("9 PayPal fees", "TD17", "finanziari|esenti", purchase(name="PayPal (Europe)", country="LU", ids=[PAYPAL], nature="services", category="financial", vat=[])),
    case("9 insurance", "TD17", "assicurazione", purchase(country="IE", ids=[GOOGLE], nature="services", category="insurance", vat=[])),
    case("10 shipped from Germany", "TD18", "in partenza da Germania", purchase(country="DE", ids=[HETZNER], nature="goods", ship_from="DE", vat=[])),
    case("10 US seller with a German id", "TD18", "Stati Uniti|Germania", purchase(country="US", ids=[HETZNER], nature="goods", ship_from="DE", vat=[])),
    case("10 intra-EU wording instead of a country", "TD18", "innergemeinschaftliche Lieferung", purchase(country="DE", ids=[HETZNER], nature="goods", vat=[], wording="Steuerfreie innergemeinschaftliche Lieferung")),
    case("10 near: no EU id", "ASK", "senza una partita IVA", purchase(country="US", ids=["98-0123456"], nature="goods", ship_from="DE", vat=[])),
    case("10 near: origin not known", "ASK", "da dove sono partiti", purchase(country="DE", ids=[HETZNER], nature="goods", vat=[])),
    case("11 goods in Italy of an EU seller", "TD19", "già in Italia", purchase(country="DE", ids=[HETZNER], nature="goods", goods_location="IT", vat=[])),
    case("11 VAT warehouse", "TD19", "deposito IVA", purchase(country="US", ids=[], nature="goods", goods_location="IT", vat_warehouse=True, vat=[])),
    case("11 near: EU goods into a VAT warehouse", "TD18", "deposito IVA", purchase(country="DE", ids=[HETZNER], nature="goods", ship_from="DE", vat_warehouse=True, vat=[])),
    case("12 San Marino goods", "TD19", "San Marino", purchase(country="SM", ids=["SM12345"], nature="goods", vat=[])),
    case("12 Vatican goods", "TD19", "Vaticano", purchase(country="VA", ids=[], nature="goods", vat=[])),
    case("12 near: San Marino services", "TD17", "San Marino|servizi", purchase(country="SM", ids=["SM12345"], nature="services", vat=[], operation_date="2026-10-10")),
    case("13 San Marino VAT on paper", "TD28", "cartacea", purchase(country="SM", ids=["SM12345"], nature="goods", vat=charged("SM", "22", "22"), form="paper")),
    case("13 San Marino VAT, electronic", "NONE", "elettronica", purchase(country="SM", ids=["SM12345"], nature="goods", vat=charged("IT", "22", "22"), form="sdi_xml")),
    case("13 near: a PDF may be either", "ASK", "non si sa", purchase(country="SM", ids=["SM12345"], nature="goods", vat=charged("SM", "22", "22"), form="pdf")),
    case("14 Livigno goods", "TD19", "Livigno|OO", purchase(country="IT", ids=[ITALIAN], territory="LIVIGNO", nature="goods", vat=[])),
    case("14 Campione services", "TD17", "Campione", purchase(country="IT", ids=[ITALIAN], territory="CAMPIONE", nature="services", vat=[])),
    case("14 near: with a customs bill", "NONE", "bolla", purchase(country="IT", ids=[ITALIAN], territory="LIVIGNO", nature="goods", customs_bill=True, vat=[])),
    case("15 Italian id, shipped from Germany", "TD18", "Germania", purchase(country="DE", ids=[ITALIAN], nature="goods", ship_from="DE", vat=[])),
    case("15 Italian id, Italian warehouse", "TD19", "partita IVA italiana", purchase(country="DE", ids=[ITALIAN], nature="goods", ship_from="IT", vat=[])),
    case("15 Chinese seller, goods in Italy", "TD19", "Cina", purchase(country="CN", ids=[DIRECT], nature="goods", goods_location="IT", vat=[])),
    case("16 mixed", "ASK", "divisa in due", purchase(country="DE", ids=[HETZNER], nature="mixed", ship_from="DE", vat=[])),
    case("16 near: only accessory", "TD18", "intracomunitario", purchase(country="DE", ids=[HETZNER], nature="mixed", ship_from="DE", accessory_only=True, vat=[])),
]  # fmt: skip

TRAPS = [
    case("small business goods", "NONE", "franchigia", purchase(country="DE", ids=[], nature="goods", ship_from="DE", vat_scheme="small_business", vat=[])),
    case("small business goods by § 19", "NONE", "Kleinunternehmer", purchase(country="DE", nature="goods", ship_from="DE", vat=[], wording="Kein Umsatzsteuerausweis, Kleinunternehmer gemäß § 19 UStG")),
    case("small business goods by art. 293 B", "NONE", "293 B", purchase(country="FR", nature="goods", ship_from="FR", vat=[], wording="TVA non applicable, article 293 B du CGI")),
    case("small business goods by the EX suffix", "NONE", "franchigia", purchase(country="ES", ids=["ESB12345674EX"], nature="goods", ship_from="ES", vat=[])),
    case("small business near: ordinary scheme", "TD18", "intracomunitario", purchase(country="DE", ids=[HETZNER], nature="goods", ship_from="DE", vat_scheme="ordinary", vat=[])),
    case("small business services", "TD17", "franchigia", purchase(country="DE", nature="services", vat_scheme="small_business", vat=[])),
    case("margin by fact", "ASK", "margine", purchase(country="DE", ids=[HETZNER], nature="goods", ship_from="DE", vat_scheme="margin", vat=[])),
    case("margin by words", "ASK", "régime de la marge", purchase(country="FR", nature="goods", ship_from="FR", vat=[], wording="Biens d'occasion - régime de la marge, art. 313")),
    case("travel agent margin", "ASK", "margine", purchase(country="DE", nature="services", vat=[], wording="Sonderregelung für Reisebüros, § 25 UStG")),
    case("margin near: § 25b is triangulation", "ASK", "triangolazione", purchase(country="DE", ids=[HETZNER], nature="goods", ship_from="DE", vat=[], wording="Innergemeinschaftliches Dreiecksgeschäft § 25b UStG")),
    case("installed in Italy", "TD19", "installati", purchase(country="DE", ids=[HETZNER], nature="goods", ship_from="DE", installed_in_italy=True, vat=[])),
    case("installed by words", "TD19", "Montage", purchase(country="DE", ids=[HETZNER], nature="goods", ship_from="DE", vat=[], wording="Lieferung und Montage in Mailand")),
    case("installed near: words denied", "TD18", "intracomunitario", purchase(country="DE", ids=[HETZNER], nature="goods", ship_from="DE", vat=[], wording="Lieferung ohne Montage")),
    case("installed near: by the buyer", "TD18", "intracomunitario", purchase(country="DE", ids=[HETZNER], nature="goods", ship_from="DE", installed_in_italy=False, vat=[])),
    case("call-off stock", "TD18", "call-off", purchase(country="DE", ids=[HETZNER], nature="goods", ship_from="DE", goods_location="IT", call_off_stock=True, vat=[])),
    case("call-off near: ordinary consignment", "TD19", "già in Italia", purchase(country="DE", ids=[HETZNER], nature="goods", ship_from="DE", goods_location="IT", call_off_stock=False, vat=[])),
    case("call-off near: nothing said", "ASK", "già in Italia", purchase(country="DE", ids=[HETZNER], nature="goods", ship_from="DE", goods_location="IT", vat=[])),
    case("state to state", "ASK", "Francia", purchase(country="DE", ids=[HETZNER], nature="goods", ship_from="DE", goods_location="FR", vat=[])),
    case("drop-shipping", "ASK", "drop shipping", purchase(country="NL", ids=["NL805734958B01"], nature="goods", ship_from="DE", vat=[], wording="drop shipping order")),
    case("accessory by words", "TD18", "intracomunitario", purchase(country="DE", ids=[HETZNER], nature="mixed", ship_from="DE", vat=[], wording="Versand und Verpackung")),
    case("accessory near: real services too", "ASK", "divisa", purchase(country="DE", ids=[HETZNER], nature="mixed", ship_from="DE", vat=[], wording="Versand, Schulung")),
    case("accessory near: said not to be", "ASK", "divisa", purchase(country="DE", ids=[HETZNER], nature="mixed", ship_from="DE", accessory_only=False, vat=[])),
    case("event in Italy", "TD17", "eventi|in Italia", purchase(country="US", ids=[], nature="services", category="event", used_in_italy=True, vat=[], operation_date="2026-10-20")),
    case("vehicle hire abroad", "NONE", "noleggio|all'estero", purchase(country="DE", nature="services", category="vehicle_hire", used_in_italy=False, vat=[])),
    case("vehicle hire, place not known", "ASK", "luogo", purchase(country="DE", nature="services", category="vehicle_hire", vat=[])),
    case("passenger transport in Italy", "TD17", "trasporto di persone", purchase(country="CH", nature="services", category="taxi", used_in_italy=True, vat=[], operation_date="2026-10-20")),
    case("real estate in Italy", "TD17", "immobili", purchase(country="CH", nature="services", category="real_estate", used_in_italy=True, vat=[], operation_date="2026-10-20")),
    case("private seller", "ASK", "soggetto passivo", purchase(country="DE", nature="services", vat_scheme="private", vat=[])),
    case("private seller by fact", "ASK", "soggetto passivo", purchase(country="DE", nature="goods", ship_from="DE", taxable_person=False, vat=[])),
    case("institutional buyer", "ASK", "istituzionale", purchase(country="IE", ids=[GOOGLE], nature="services", acting_as="institutional", vat=[])),
    case("body, not known how it acts", "ASK", "ente", purchase(country="IE", ids=[GOOGLE], nature="services", regime="ente", vat=[])),
    case("body near: business", "TD17", "Irlanda", purchase(country="IE", ids=[GOOGLE], nature="services", regime="ente", acting_as="business", vat=[])),
    case("electricity", "ASK", "energia", purchase(country="AT", ids=["ATU1"], category="electricity", vat=[])),
    case("telecom to a reseller", "ASK", "wholesale", purchase(country="IE", ids=[GOOGLE], nature="services", category="telecom", vat=[], wording="wholesale voice traffic")),
    case("telecom near: end user", "TD17", "telecomunicazioni", purchase(country="IE", ids=[GOOGLE], nature="services", category="telecom", vat=[], wording="for end-user consumption")),
]  # fmt: skip

PAPERS = [
    case("addressed to a person", "ASK", "persona", purchase(country="IE", ids=[GOOGLE], nature="services", vat=[], addressed_to="person")),
    case("addressed to another company", "ASK", "altra azienda", purchase(country="IE", ids=[GOOGLE], nature="services", vat=[], addressed_to="other")),
    case("the buyer check comes before the kind", "ASK", "altra azienda", purchase(country="IE", kind="proforma", addressed_to="other")),
    case("addressed to a foreign id", "ASK", "DE136695976", Facts.model_validate({**purchase(country="IE", nature="services", vat=[]).model_dump(), "customer": {"vat_id": "DE136695976"}})),
    case("proforma", "NONE", "proforma", purchase(country="IE", ids=[GOOGLE], nature="services", vat=[], kind="proforma")),
    case("said to be Italian with a foreign id only", "ASK", "IE6388047V|Paese di stabilimento", purchase(country="IT", ids=[GOOGLE], nature="services", vat=[])),
    case("travel agency, scheme not known", "ASK", "agenzia di viaggio|margine", purchase(country="DE", nature="services", category="travel_agency", vat=[])),
    case("a kind that nobody knows", "ASK", "boarding_pass", purchase(country="IE", ids=[GOOGLE], nature="services", vat=[], kind="boarding_pass")),
    case("order", "NONE", "ordine", purchase(country="IE", kind="order")),
    case("reminder", "NONE", "sollecito", purchase(country="IE", kind="reminder")),
    case("not an invoice", "NONE", "non è una fattura", purchase(country="IE", kind="not_an_invoice")),
    case("customs bill as document", "NONE", "bolla doganale", purchase(country="CN", kind="customs_bill")),
    case("statement", "NONE", "estratto conto", purchase(country="IE", kind="statement")),
    case("receipt alone", "ASK", "ricevuta", purchase(country="US", nature="services", vat=[], kind="receipt")),
    case("receipt of a known invoice", "NONE", "INV-7", purchase(country="US", nature="services", vat=[], kind="receipt", related_number="INV-7")),
    case("own self-invoice", "NONE", "già emessa", purchase(country="IE", kind="self_invoice")),
    case("company sells to itself", "ASK", "azienda stessa", purchase(country="IT", ids=["IT01234560157"], nature="services", vat=[])),
    case("self-billing of an Italian sale", "NONE", "vendita", purchase(country="IT", ids=[ITALIAN], nature="services", vat=[], kind="self_billing")),
    case("credit note follows its type", "TD18", "Germania", purchase(country="DE", ids=[HETZNER], nature="goods", ship_from="DE", vat=[], kind="credit_note")),
]  # fmt: skip

PLACES = [
    case("UK goods are imports", "NONE", "Regno Unito|importazione", purchase(country="GB", ids=["GB980780684"], nature="goods", ship_from="GB", vat=[])),
    case("UK services", "TD17", "Regno Unito|autofattura", purchase(country="UK", nature="services", vat=[])),
    case("Northern Ireland goods", "TD18", "Irlanda del Nord", purchase(country="GB", ids=["XI123456789"], nature="goods", ship_from="XI", vat=[])),
    case("Northern Ireland near: services are extra-EU", "TD17", "autofattura", purchase(country="GB", territory="NORTHERN_IRELAND", ids=["XI123456789"], nature="services", vat=[])),
    case("Northern Ireland near: shipped from Great Britain", "NONE", "importazione", purchase(country="GB", ids=["XI123456789"], nature="goods", ship_from="GB", vat=[])),
    case("Swiss services", "TD17", "Svizzera|autofattura", purchase(country="CH", ids=["CHE-107.787.577 MWST"], nature="services", vat=[])),
    case("Liechtenstein goods", "NONE", "Liechtenstein", purchase(country="LI", nature="goods", ship_from="LI", vat=[])),
    case("Monaco services are EU", "TD17", "UE si integra", purchase(country="MC", ids=["FR15437982937"], nature="services", vat=[])),
    case("Monaco goods are EU", "TD18", "Monaco", purchase(country="MC", ids=["FR15437982937"], nature="goods", ship_from="MC", vat=[])),
    case("Greece by EL", "TD18", "Grecia", purchase(country="EL", ids=["EL094259216"], nature="goods", ship_from="GR", vat=[])),
    case("Canary Islands goods", "NONE", "Canarie|importazione", purchase(country="ES", territory="CANARY", nature="goods", ship_from="IC", vat=[])),
    case("Canary Islands services", "TD17", "Canarie|autofattura", purchase(country="ES", territory="CANARY", nature="services", vat=[])),
    case("Canary near: mainland Spain", "TD18", "Spagna", purchase(country="ES", ids=["ESB58378431"], nature="goods", ship_from="ES", vat=[])),
    case("Ceuta", "NONE", "Ceuta", purchase(country="ES", territory="CEUTA", nature="goods", ship_from="ES", vat=[])),
    case("Melilla", "NONE", "Melilla", purchase(country="ES", territory="MELILLA", nature="goods", ship_from="ES", vat=[])),
    case("Åland", "NONE", "Åland", purchase(country="FI", ids=["FI20774740"], nature="goods", ship_from="AX", vat=[])),
    case("Åland near: Finland", "TD18", "Finlandia", purchase(country="FI", ids=["FI20774740"], nature="goods", ship_from="FI", vat=[])),
    case("Büsingen", "NONE", "Büsingen", purchase(country="DE", territory="BUSINGEN", nature="goods", ship_from="DE", vat=[])),
    case("Heligoland", "NONE", "Helgoland", purchase(country="DE", territory="HELIGOLAND", nature="goods", ship_from="DE", vat=[])),
    case("Mount Athos", "NONE", "Athos", purchase(country="GR", territory="MOUNT_ATHOS", nature="goods", ship_from="GR", vat=[])),
    case("Guadeloupe", "NONE", "Guadalupa", purchase(country="FR", nature="goods", ship_from="GP", vat=[])),
    case("Réunion services", "TD17", "autofattura", purchase(country="RE", nature="services", vat=[])),
    case("OSS id without VAT is an extra-EU seller", "TD17", "autofattura", purchase(country="US", ids=["EU372041333"], nature="services", vat=[])),
    case("country from the id alone", "TD17", "Irlanda", purchase(ids=[GOOGLE], nature="services", vat=[])),
    case("country not known", "ASK", "Paese", purchase(nature="services", vat=[])),
]  # fmt: skip

BUYERS = [
    case("forfettario: same document", "TD17", "Irlanda", purchase(country="IE", ids=[GOOGLE], nature="services", vat=[], regime="forfettario")),
    case("forfettario: EU goods with the seller's VAT", "NONE", "10.000", purchase(country="DE", ids=[HETZNER], nature="goods", ship_from="DE", vat=charged("DE", "19", "19"), regime="forfettario")),
    case("forfettario near: above the threshold", "FIX", "Germania", purchase(country="DE", ids=[HETZNER], nature="goods", ship_from="DE", vat=charged("DE", "19", "19"), regime="forfettario", intra_goods_total="12000")),
    case("forfettario: EU goods, counter not known", "ASK", "10.000", purchase(country="DE", ids=[HETZNER], nature="goods", ship_from="DE", vat=[], regime="forfettario")),
    case("forfettario near: option made", "TD18", "intracomunitario", purchase(country="DE", ids=[HETZNER], nature="goods", ship_from="DE", vat=[], regime="forfettario", intra_goods_option=True)),
    case("not in VIES is only a warning", "TD18", "intracomunitario", purchase(country="DE", ids=[HETZNER], nature="goods", ship_from="DE", vat=[], in_vies=False)),
]  # fmt: skip

ALL = [*ROWS, *TRAPS, *PAPERS, *PLACES, *BUYERS]
