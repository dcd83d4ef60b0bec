"""Goods or services: evidence from the lines and the law a document quotes. Without evidence there is no answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from autofatture.adapters.reading.offline.layout import Line
from autofatture.adapters.reading.offline.lexicon import fold
from autofatture.adapters.reading.offline.phrases import Phrase
from autofatture.domain.reading_terms import Nature, WordingKind


def _set(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


_SERVICE_STEMS = _set(
    "subscri abonn licen lizenz hosting webhost software consult berat dienstleist prestation servici servizi"
    " serviz usług"
    " serviço maintenan wartung onderhoud mantenimiento manuten advertis werbung publicid pubblicit marketing"
    " domain domän"
    " stunde godzin monthly monatlich mensuel mensual mensile gebühr commission provision training schulung formation"
    " formación formazione diseño développem developm entwickl desarroll svilupp rental miete alquiler noleggio leasing"
    " translat übersetz traduc traduz workspace premium website treuhand spedition maquetac manodopera labour reparatur"
    " entretien infographic grundgebühr stadtfahrt taxifahr honorar expertise doradztw szkoleni projektow travel"
    " reisekost"
    " consultor assessor asesor hostingu design layout programmier programming webdesign webseite onlinewerb"
    " sponsored insertion"
    " annonce inserat training workshop seminar conference kongress übernacht accommodation logistik logistic"
    " trasporto transporte"
    " vermittlung management projektleit engineering analytics streaming recurring verwaltung betriebskost"
    " internet telefon"
    " mobile-plan forfait finanzrate leasingrate mietrate speicherplatz serverm backup monitoring nachlizenz"
    " certificazion zertifizier ontwerp vormgev huisstijl plaatsbezoek drukwerkbegel illustrat honorair honorari"
    " conseil serveur sauvegard projeto projekt- arquitet architett architek campaign kampagne campagne campaña"
    " prospecting retarget interim disburs inference wdrożen gutacht reinigung inspekt inspection inspec revision"
    " fahrkarte sitzplatz boarding delegate congress congresso congreso verpfleg frühstück breakfast lavorazion"
    " trattament analisi collaudo verifica indagine recherche onderzoek zustell kurier courier express economy"
    " address duty connect telemetr hosted outage communicat anpassung redaktion lektorat satzarbeit bildbearb"
    " stampa-digitale fotograf photograph videopro streaming footage clearance quality assurance värähtely asiantunt"
    " konsult underhåll utbildning rådgiv bistand vedlikehold huolto koulutus údržba školení poradens fejleszt"
    " karbantart tanácsad reporting bookkeep accounting contab payroll recruit recrut interpret dolmetsch"
)
_SERVICE_WORDS = _set(
    "saas cloud service services hour hours heures horas ore uren std std. plan fee fees support user users seat"
    " seats usage api"
    " online server audit legal hotel jobs job credit credits vpn ssl storage compute web seo kolacja design montage"
    " month months monat monate mois mes mese maand membership renewal license licence licences licenses domain"
    " h vserver"
    " beratung entwicklung werbung consulting development hosting consultancy advisory fare fares ticket tickets"
    " payments processing transactions bar minibar maut ads ad gpu tokens calls broadband fibre fibra glasfaser"
    " seo sem room nights night notti nuits"
    " noches rapport report gutachten h/h hrs hr godz godz. uur dagen days tage jours giorni workshop fixed-fee"
    " retainer"
)
_SERVICE_PHRASES = tuple(
    map(
        fold,
        (
            "data transfer",
            "per month",
            "mão de obra",
            "mano de obra",
            "pay per click",
            "frais de gestion",
            "location de",
            "work hours",
            "pro monat",
            "par mois",
        ),
    )
)
_GOODS_STEMS = _set(
    "karton carton palette pallet ursprungsl herkunftsl ersatzteil maschine machinery machine schraube screw"
    " kugellag łożysk"
    " bearing material fabric leather kabel biscuit nougat huile książk luftballon trennbl joghurt packstück"
    " stahl acciaio"
    " hardware laptop printer drucker truffle livros mercadori marchandis mercanc towar goederen gewicht versandkost"
    " lieferschein albarán pakbon spare stoßfänger stahlcoil gelierzucker zitronens getränk leergut möbel"
    " furniture stuhl"
    " schreibtisch bürobedarf werkzeug tools textil garment shoes schuhe kleidung clothing parfum cosmetic kosmetik"
    " lebensmittel wein wine vino fromage käse cheese formaggi componen component sensor ventil valve pump motor"
    " getriebe"
    " filter dichtung gasket rohr tubo profil plaque blech platine cable cavo battery batterie lamp leuchte monitor-led"
)
_UNITS = _set(
    "stk stk. stück stuck pcs pc pcs. piece pieces pièce pièces szt szt. pezzi pz stuks unit(s) units set st st. kpl ks"
    " db ud uds ud. un und und. pce pces ea each pár par pair pairs satz sets"
)
"""Counted pieces: said of goods, and at times of services, so they decide only where nothing else does."""
_ACCESSORY = _set(
    "fracht frachtkosten frachtkostenanteil versand versandkosten porto freight carriage shipping postage"
    " packaging verpackung"
    " insurance portes envío transport trasporto transporte przesyłka wysyłka vracht verzendkosten livraison port frais"
)
"""Lines that follow what they are charged with (art. 12 DPR 633/72): no nature of their own."""
_GOODS_WORDS = _set(
    "kg g gr ml l lt m2 m3 mm cm ean gtin"
    " weight poids peso buch bücher book books livre livres papier paper chair desk table tisch steel acier hout"
    " holz wood sku"
    " goods waren ware pen oil tinta smar vis vin pack packs box boxes roll rolls pump motor ipad liter(s) bottle"
    " flasche flaschen bottles"
)
_GOODS_PHRASES = tuple(
    map(
        fold,
        (
            "country of origin",
            "hs code",
            "customs tariff",
            "delivery note",
            "bon de livraison",
            "guia de remessa",
            "shipped from",
        ),
    )
)
_SERVICE_LAW = re.compile(
    r"service|dienst|leistung(?!sempf)|prestation|servicio|servizi|usług|serviço|artic?[lk]e?l?o? 44\b|art\.? 44\b"
)


class NatureFound(NamedTuple):
    """The answer with the line that shows it; ``certain`` when law and lines agree and nothing speaks against."""

    nature: Nature
    evidence: Line
    certain: bool


def nature_of(items: Sequence[Line], phrases: Sequence[Phrase]) -> NatureFound | None:
    """What was bought, from the lines of the invoice, else from the wording."""
    legal = _legal(phrases)
    main = [line for line in items if not any(token.fold in _ACCESSORY for token in line.tokens[:6])]
    marks = [(line, *_marks(line)) for line in main or items]
    services = [line for line, service, goods in marks if service and not goods]
    goods = [line for line, service, goods in marks if goods and not service]
    both = [line for line, service, goods in marks if goods and service]
    if services and goods:
        return NatureFound(Nature.MIXED, goods[0], certain=False)
    if services or goods:
        nature, line = (Nature.SERVICES, services[0]) if services else (Nature.GOODS, goods[0])
        agreed = legal is not None and legal[0] is nature and not both
        return NatureFound(nature, line, certain=agreed and legal is not None)
    if legal:
        return NatureFound(legal[0], legal[1], certain=False)
    if both:
        return NatureFound(Nature.SERVICES, both[0], certain=False)
    counted = next((line for line in items if any(token.fold in _UNITS for token in line.tokens)), None)
    return NatureFound(Nature.GOODS, counted, certain=False) if counted else None


def _marks(line: Line) -> tuple[bool, bool]:
    return _evidence([token.fold for token in line.tokens])


def word_marks(text: str) -> tuple[bool, bool]:
    """Whether a description speaks of services, and whether of goods."""
    return _evidence([fold(word) for word in text.split()])


def _evidence(words: Sequence[str]) -> tuple[bool, bool]:
    letters = "".join(words)
    service = any(phrase in letters for phrase in _SERVICE_PHRASES)
    goods = any(phrase in letters for phrase in _GOODS_PHRASES)
    for word in words:
        service = service or word in _SERVICE_WORDS or _stems(word, _SERVICE_STEMS)
        goods = goods or word in _GOODS_WORDS or _stems(word, _GOODS_STEMS)
    return service, goods


def _stems(word: str, stems: frozenset[str]) -> bool:
    return len(word) > 3 and any(word[:size] in stems for size in range(4, min(len(word), 12) + 1))


def _legal(phrases: Sequence[Phrase]) -> tuple[Nature, Line] | None:
    """What the wording itself says: an intra-Community supply is of goods; some sentences say *services*."""
    for phrase in phrases:
        says_service = _SERVICE_LAW.search(phrase.line.text.lower())
        if phrase.kind is WordingKind.INTRA_EU_SUPPLY and not says_service:
            return Nature.GOODS, phrase.line
        if phrase.kind in {WordingKind.REVERSE_CHARGE, WordingKind.OUTSIDE_SCOPE} and says_service:
            return Nature.SERVICES, phrase.line
        if phrase.kind is WordingKind.INCOTERM:
            return Nature.GOODS, phrase.line
    return None
