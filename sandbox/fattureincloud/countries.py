"""Countries by the Italian names that FiC uses; a document names its country in words."""

from __future__ import annotations

from typing import NamedTuple

_TABLE = """
IT Italia|AF Afghanistan|AL Albania|DZ Algeria|AD Andorra|AO Angola|AI Anguilla|AG Antigua e Barbuda
SA Arabia Saudita|AR Argentina|AM Armenia|AW Aruba|AU Australia|AT Austria|AZ Azerbaigian|BS Bahamas|BH Bahrain
BD Bangladesh|BB Barbados|BE Belgio|BZ Belize|BJ Benin|BM Bermuda|BT Bhutan|BY Bielorussia|BO Bolivia
BA Bosnia ed Erzegovina|BW Botswana|BR Brasile|BN Brunei|BG Bulgaria|BF Burkina Faso|BI Burundi|KH Cambogia
CM Camerun|CA Canada|CV Capo Verde|TD Ciad|CL Cile|CN Cina|CY Cipro|VA Città del Vaticano|CO Colombia|KM Comore
KP Corea del Nord|KR Corea del Sud|CR Costa Rica|CI Costa d'Avorio|HR Croazia|CU Cuba|DK Danimarca|DM Dominica
EC Ecuador|EG Egitto|SV El Salvador|AE Emirati Arabi Uniti|ER Eritrea|EE Estonia|ET Etiopia|FJ Fiji|PH Filippine
FI Finlandia|FR Francia|GA Gabon|GM Gambia|GE Georgia|DE Germania|GH Ghana|JM Giamaica|JP Giappone|GI Gibilterra
DJ Gibuti|JO Giordania|GR Grecia|GD Grenada|GL Groenlandia|GP Guadalupa|GT Guatemala|GG Guernsey - Channel Islands
GN Guinea|GQ Guinea Equatoriale|GW Guinea-Bissau|GY Guyana|GF Guyana Francese|HT Haiti|HN Honduras|HK Hong Kong
IN India|ID Indonesia|IR Iran|IQ Iraq|IE Irlanda|IS Islanda|IM Isola di Man|IC Isole Canarie (Spagna)
KY Isole Cayman|FO Isole Fær Øer|VG Isole Vergini Britanniche|AX Isole Åland|IL Israele|JE Jersey - Channel Islands
KZ Kazakistan|KE Kenia|KG Kirghizistan|XK Kosovo|KW Kuwait|LA Laos|LS Lesotho|LV Lettonia|LB Libano|LR Liberia
LY Libia|LI Liechtenstein|LT Lituania|LU Lussemburgo|MO Macao|MK Macedonia del Nord|MG Madagascar|MW Malawi
MY Malaysia|MV Maldive|ML Mali|MT Malta|MA Marocco|MQ Martinica|MR Mauritania|MU Mauritius|YT Mayotte|MX Messico
MD Moldavia|MC Monaco|MN Mongolia|ME Montenegro|MZ Mozambico|MM Myanmar|NA Namibia|NP Nepal|NI Nicaragua|NE Niger
NG Nigeria|NO Norvegia|NC Nuova Caledonia|NZ Nuova Zelanda|OM Oman|NL Paesi Bassi|PK Pakistan|PA Panama
PG Papua Nuova Guinea|PY Paraguay|PE Perù|PF Polinesia Francese|PL Polonia|PR Porto Rico|PT Portogallo|QA Qatar
GB Regno Unito|CZ Repubblica Ceca|CF Repubblica Centrafricana|CD Repubblica Democratica del Congo
DO Repubblica Dominicana|CG Repubblica del Congo|RE Riunione|RO Romania|RW Ruanda|RU Russia|KN Saint Kitts e Nevis
VC Saint Vincent e Grenadine|WS Samoa|SM San Marino|LC Santa Lucia|SN Senegal|RS Serbia|SC Seychelles
SL Sierra Leone|SG Singapore|SY Siria|SK Slovacchia|SI Slovenia|SO Somalia|ES Spagna|LK Sri Lanka
PS Stato di Palestina|US Stati Uniti|ZA Sudafrica|SS Sud Sudan|SD Sudan|SR Suriname|SE Svezia|CH Svizzera
TJ Tagikistan|TW Taiwan|TZ Tanzania|TH Thailandia|TG Togo|TT Trinidad e Tobago|TN Tunisia|TR Turchia
TM Turkmenistan|UA Ucraina|UG Uganda|HU Ungheria|UY Uruguay|UZ Uzbekistan|VU Vanuatu|VE Venezuela|VN Vietnam
YE Yemen|ZM Zambia|ZW Zimbabwe
"""


class Country(NamedTuple):
    name: str
    iso: str
    fiscal_iso: str
    """Differs from ``iso`` for Greece, whose VAT ids begin with EL."""


COUNTRIES: tuple[Country, ...] = tuple(
    Country(name=entry[3:], iso=entry[:2], fiscal_iso={"GR": "EL"}.get(entry[:2], entry[:2]))
    for line in _TABLE.strip().splitlines()
    for entry in line.split("|")
)
BY_NAME = {country.name: country for country in COUNTRIES}
BY_ISO = {country.iso: country for country in COUNTRIES}
