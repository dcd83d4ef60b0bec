"""Invented suppliers outside the EU, and one that sells under the OSS scheme."""

# ruff: noqa: E501  (a party is written as a row)

from __future__ import annotations

from benchmarks.unseen.facts import Party
from benchmarks.unseen.identifiers import iban, swiss_uid, vat_id
from benchmarks.unseen.suppliers import spaced

# fmt: off
PEMBERLEY = Party(
    "Pemberley & Rowe Consulting Ltd", "14 Curzon Street\nMayfair", "London W1J 5HN", "GB", "United Kingdom",
    spaced(vat_id("GB", 330112200), 2, 3, 4, 2),
    ("Registered in England and Wales, company no. 07811244", "Registered office: 14 Curzon Street, London W1J 5HN"),
    "+44 (0)20 7946 0412", "accounts@pemberleyrowe.co.uk", "www.pemberleyrowe.co.uk", "Barclays Bank plc", iban("GB", "BARC20265344120977"), "BARCGB22",
)
THISTLEDOWN = Party(
    "Thistledown Tools", "Unit 4 Milton Road Trading Estate", "Cambridge, CB4 1TZ", "GB", "", "GB" + vat_id("GB", 410223300)[2:],
    ("Thistledown Tools is a trading name of TD Supply Limited", "Company No 05533129"), "01223 555 812", "sales@thistledowntools.co.uk", "thistledowntools.co.uk",
    "HSBC", "", "",
)
BRIGHTLOOM = Party("Brightloom Labs, Inc.", "548 Market St, PMB 32011", "San Francisco, California 94104", "US", "United States", None, (), "", "billing@brightloom.com", "brightloom.com")
HEARTWOOD = Party(
    "Heartwood Mill Supply LLC", "2210 Old Mill Road", "Asheville, NC 28803", "US", "USA", None, ("EIN 56-2217744",), "(828) 555-0144", "ar@heartwoodmill.com", "www.heartwoodmill.com",
    "Truist Bank",
)
OPENMERIDIAN = Party(
    "OpenMeridian, Inc.", "3180 18th Street", "San Francisco, California 94110", "US", "United States", "EU372044120", (), "", "ar@openmeridian.com", "",
)
TIDEWAVE = Party("Tidewave Hosting LLC", "8 The Green, Suite A", "Dover, Delaware 19901", "US", "United States", None, (), "", "support@tidewave.host", "tidewave.host")
MAPLEGRID = Party(
    "MapleGrid Analytics Inc.", "401 Bay Street, Suite 1600", "Toronto, ON M5H 2Y4", "CA", "Canada", None, ("GST/HST Registration No. 84411 2207 RT0001",), "", "finance@maplegrid.ca", "www.maplegrid.ca",
)
GIPFELWERK = Party(
    "Gipfelwerk Präzision AG", "Industriestrasse 31", "8305 Dietlikon", "CH", "Schweiz", swiss_uid(116223344),
    (), "+41 44 833 20 20", "info@gipfelwerk.ch", "www.gipfelwerk.ch", "Zürcher Kantonalbank", iban("CH", "00700110003344556"), "ZKBKCHZZ80A",
)
LEMANSOFT = Party(
    "Lémansoft Sàrl", "Rue de Bourg 20", "1003 Lausanne", "CH", "Suisse", swiss_uid(344112255, " TVA"),
    (), "+41 21 312 44 10", "compta@lemansoft.ch", "www.lemansoft.ch", "BCV", iban("CH", "00767000L44556677"), "BCVLCH2L",
)
TICINESE = Party(
    "Fonderia Ticinese SA", "Via Cantonale 18", "6805 Mezzovico", "CH", "Svizzera", swiss_uid(108445566, " IVA"),
    (), "+41 91 946 20 11", "info@fonderiaticinese.ch", "", "BancaStato", iban("CH", "0076400188776655443"[:17]), "BSCTCH22",
)
FJORDLYS = Party(
    "Fjordlys Marine AS", "Strandgaten 55", "5004 Bergen", "NO", "Norge", "NO " + spaced(vat_id("NO", 977112330)[2:], 3, 3, 3), ("Foretaksregisteret",), "+47 55 30 11 00", "faktura@fjordlys.no", "www.fjordlys.no", "DNB", iban("NO", "86011117947"), "DNBANOKK",
)
SHENZHEN = Party(
    "Shenzhen Longhui Photoelectric Co., Ltd.", "Bldg 6, Fuyuan Industrial Zone, Bao'an District", "Shenzhen 518103", "CN", "China", None, (), "+86 755 2788 1144", "sales09@longhui-led.com", "www.longhui-led.com", "Bank of China, Shenzhen Branch", "", "BKCHCNBJ45A",
)
NEGEVSOFT = Party("Negevsoft Ltd.", "23 Menachem Begin Rd.", "Tel Aviv 6618356", "IL", "Israel", None, ("VAT Reg. No. 514477120",), "", "billing@negevsoft.co.il", "www.negevsoft.co.il")
COOGEE = Party("Coogee Stock Media Pty Ltd", "Level 2, 11 Wentworth Avenue", "Surry Hills NSW 2010", "AU", "Australia", None, ("ABN 53 004 085 616",), "", "accounts@coogeestock.com.au", "coogeestock.com.au")
