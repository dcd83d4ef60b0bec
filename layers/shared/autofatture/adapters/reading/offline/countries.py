"""Countries by their names in the languages that invoices use, and by other marks of a place."""

from __future__ import annotations

from functools import cache

from autofatture.adapters.reading.offline.lexicon import fold
from autofatture.adapters.reading.vocabulary import pairs, words

_NAMES = {
    "AD": "Andorra",
    "AE": (
        "United Arab Emirates|UAE|Vereinigte Arabische Emirate|Émirats arabes unis|Emiratos Árabes"
        " Unidos|Emirati Arabi Uniti|Dubai"
    ),
    "AL": "Albania|Albanien|Albanie|Shqipëria",
    "AR": "Argentina|Argentinien|Argentine",
    "AT": "Austria|Österreich|Oesterreich|Autriche|Oostenrijk|Áustria|Rakousko",
    "AU": "Australia|Australien|Australie|Austrália",
    "BA": "Bosnia and Herzegovina|Bosna i Hercegovina|Bosnien",
    "BE": "Belgium|Belgien|Belgique|België|Belgie|Bélgica|Belgio|Belgia",
    "BG": "Bulgaria|Bulgarien|Bulgarie|България",
    "BR": "Brazil|Brasil|Brasilien|Brésil|Brasile",
    "CA": "Canada|Kanada|Canadá",
    "CH": "Switzerland|Schweiz|Suisse|Svizzera|Suiza|Zwitserland|Suíça|Szwajcaria|Schweizer",
    "CL": "Chile",
    "CN": "China|PR China|P.R. China|P.R.C.|Chine|Cina|People's Republic of China",
    "CO": "Colombia",
    "CY": "Cyprus|Zypern|Chypre|Cipro|Chipre",
    "CZ": (
        "Czech Republic|Czechia|Tschechien|Tschechische Republik|République tchèque|Repubblica Ceca|Česká"
        " republika|Česko|Czechy|República Checa|Tsjechië"
    ),
    "DE": (
        "Germany|Deutschland|Allemagne|Germania|Alemania|Duitsland|Alemanha|Niemcy|Federal Republic of Germany|Tyskland"
    ),
    "DK": "Denmark|Dänemark|Danemark|Danmark|Danimarca|Dinamarca|Denemarken|Dania",
    "EE": "Estonia|Estland|Estonie|Eesti",
    "EG": "Egypt|Ägypten|Egitto",
    "ES": "Spain|Spanien|Espagne|España|Spagna|Espanha|Spanje|Hiszpania",
    "FI": "Finland|Finnland|Finlande|Suomi|Finlandia",
    "FR": "France|Frankreich|Francia|Frankrijk|França|Francja|Frankrig|Frankrike",
    "GB": (
        "United Kingdom|UK|U.K.|Great Britain|England|Scotland|Wales|Großbritannien|Vereinigtes"
        " Königreich|Royaume-Uni|Regno Unito|Reino Unido|Verenigd Koninkrijk|Wielka Brytania"
    ),
    "GE": "Georgia (Country)|Georgien|Sakartvelo",
    "GG": "Guernsey",
    "GI": "Gibraltar",
    "GR": "Greece|Griechenland|Grèce|Grecia|Griekenland|Ελλάδα|Hellas|Grécia|Grecja",
    "HK": "Hong Kong|HongKong|Hongkong|Hong Kong SAR",
    "HR": "Croatia|Kroatien|Croatie|Hrvatska|Croazia|Croacia|Chorwacja",
    "HU": "Hungary|Ungarn|Hongrie|Magyarország|Ungheria|Hungría|Hongarije|Węgry",
    "ID": "Indonesia|Indonesien",
    "IE": "Ireland|Irland|Irlande|Irlanda|Ierland|Éire|Republic of Ireland|Irlandia",
    "IL": "Israel|Israël|Israele",
    "IN": "India|Indien|Inde",
    "IS": "Iceland|Island|Islande|Islanda",
    "IT": "Italy|Italien|Italie|Italia|Itália|Italië|Włochy|Itálie|Italië",
    "JE": "Jersey Channel Islands",
    "JP": "Japan|Japon|Giappone|Japón",
    "KR": "South Korea|Republic of Korea|Korea|Südkorea|Corea del Sud",
    "LI": "Liechtenstein",
    "LT": "Lithuania|Litauen|Lituanie|Lietuva|Lituania|Litwa",
    "LU": "Luxembourg|Luxemburg|Lussemburgo|Luxemburgo|Luksemburg",
    "LV": "Latvia|Lettland|Lettonie|Latvija|Lettonia|Letonia|Łotwa",
    "MA": "Morocco|Marokko|Maroc|Marocco|Marruecos",
    "MC": "Monaco|Principauté de Monaco|Principato di Monaco",
    "MD": "Moldova|Moldavia",
    "ME": "Montenegro|Crna Gora",
    "MK": "North Macedonia|Nordmazedonien",
    "MT": "Malta|Malte",
    "MX": "Mexico|México|Mexiko|Messico|Mexique",
    "MY": "Malaysia",
    "NL": (
        "Netherlands|The Netherlands|Niederlande|Pays-Bas|Nederland|Paesi Bassi|Países Bajos|Países"
        " Baixos|Holland|Olanda|Holandia"
    ),
    "NO": "Norway|Norwegen|Norvège|Norge|Norvegia|Noruega|Noorwegen",
    "NZ": "New Zealand|Neuseeland|Nouvelle-Zélande|Nuova Zelanda",
    "PH": "Philippines|Philippinen|Filippine",
    "PL": "Poland|Polen|Pologne|Polska|Polonia|Polónia|Polsko",
    "PT": "Portugal|Portogallo|Portugalia",
    "RO": "Romania|România|Rumänien|Roumanie|Rumania|Roemenië|Rumunia",
    "RS": "Serbia|Serbien|Serbie|Srbija",
    "RU": "Russia|Russian Federation|Russland",
    "SA": "Saudi Arabia|Saudi-Arabien",
    "SE": "Sweden|Schweden|Suède|Sverige|Svezia|Suecia|Zweden|Suécia|Szwecja",
    "SG": "Singapore|Singapur|Singapour",
    "SI": "Slovenia|Slowenien|Slovénie|Slovenija|Eslovenia|Słowenia",
    "SK": "Slovakia|Slovak Republic|Slowakei|Slovaquie|Slovensko|Slovacchia|Eslovaquia|Slovenská republika|Słowacja",
    "SM": "San Marino|Repubblica di San Marino|Saint-Marin",
    "TH": "Thailand|Tailandia",
    "TN": "Tunisia|Tunesien|Tunisie",
    "TR": "Turkey|Türkiye|Türkei|Turquie|Turchia|Turquía|Turcja",
    "TW": "Taiwan",
    "UA": "Ukraine|Ucraina|Ucrania|Україна|Oekraïne",
    "US": (
        "United States|United States of America|USA|U.S.A.|U.S.|Vereinigte Staaten|États-Unis|Stati"
        " Uniti|Estados Unidos|Verenigde Staten|Stany Zjednoczone"
    ),
    "VN": "Vietnam|Viet Nam",
    "ZA": "South Africa|Südafrika|Sudafrica",
}
"""Spellings are compared by their letters alone, so an accent or a capital makes no difference."""

STATES = words(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH"
    " OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR"
)
STATE_NAMES = words(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois"
    " indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi"
    " missouri montana nebraska nevada newhampshire newjersey newmexico newyork northcarolina northdakota ohio"
    " oklahoma oregon pennsylvania rhodeisland southcarolina southdakota tennessee texas utah vermont virginia"
    " washington westvirginia wisconsin wyoming"
)
PROVINCES = words("ON QC BC AB MB SK NS NB NL PE YT NT NU")
AUSTRALIAN = words("NSW VIC QLD WA SA TAS ACT NT")

PLATES = pairs(
    "A:AT B:BE BG:BG CH:CH CZ:CZ D:DE DE:DE DK:DK E:ES ES:ES EE:EE F:FR FR:FR FI:FI FIN:FI GR:GR H:HU HU:HU"
    " HR:HR I:IT IT:IT IRL:IE L:LU LU:LU LT:LT LV:LV MC:MC N:NO NO:NO NL:NL P:PT PL:PL PT:PT RO:RO S:SE SE:SE"
    " SI:SI SK:SK AT:AT BE:BE FL:LI LI:LI RSM:SM SM:SM GB:GB US:US"
)
"""What stands before a postcode: ``D-63571``, ``CH-6300``, ``L-1855``."""

DIALLING = pairs(
    "1:US 30:GR 31:NL 32:BE 33:FR 34:ES 351:PT 352:LU 353:IE 354:IS 356:MT 357:CY 358:FI 359:BG 36:HU 370:LT"
    " 371:LV 372:EE 377:MC 378:SM 385:HR 386:SI 39:IT 40:RO 41:CH 420:CZ 421:SK 423:LI 43:AT 44:GB 45:DK 46:SE"
    " 47:NO 48:PL 49:DE 61:AU 64:NZ 65:SG 81:JP 82:KR 852:HK 86:CN 90:TR 91:IN 972:IL"
)

DOMAINS = pairs(
    "at:AT be:BE bg:BG ch:CH cz:CZ de:DE dk:DK ee:EE es:ES fi:FI fr:FR gr:GR hr:HR hu:HU ie:IE it:IT li:LI"
    " lt:LT lu:LU lv:LV nl:NL no:NO pl:PL pt:PT ro:RO se:SE si:SI sk:SK uk:GB sm:SM"
)

_LONGEST = 5
"""Words of the longest country name."""


@cache
def names() -> dict[str, str]:
    """Country codes by folded name."""
    return {fold(name): code for code, spellings in _NAMES.items() for name in spellings.split("|")}


@cache
def _first_words() -> frozenset[str]:
    """First words of country names, folded: a phrase that begins otherwise names no country."""
    return frozenset(fold(name.split()[0]) for spellings in _NAMES.values() for name in spellings.split("|"))


def country_named(text: str) -> str | None:
    """The country that ``text`` is the name of, alone or as a two-letter code in capitals."""
    if len(text) > 45 or text[:1].isdigit():
        return None
    bare = text.strip(" .,;:()-")
    found = names().get(fold(bare))
    if found and (len(bare) > 3 or bare.isupper() or "." in bare):
        return found
    return bare if len(bare) == 2 and bare.isupper() and bare in _NAMES else None


def country_within(text: str) -> str | None:
    """The last country named among the words of ``text``."""
    words = text.replace(",", " , ").split()
    starts = _first_words()
    begins = [index for index, word in enumerate(words) if word[:1].isupper() and fold(word) in starts]
    for start in reversed(begins):
        for end in range(min(len(words), start + _LONGEST), start, -1):
            phrase = " ".join(words[start:end])
            if len(phrase) > 2 and (code := country_named(phrase)):
                return code
    return None
