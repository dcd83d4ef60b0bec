"""Invented customers: mostly Italian, as the product's are, and some of other countries."""

# ruff: noqa: E501  (a party is written as a row)

from __future__ import annotations

from dataclasses import replace

from benchmarks.unseen.facts import Party
from benchmarks.unseen.identifiers import vat_id

# fmt: off
BERGAMIN = Party("Bergamin Meccanica S.r.l.", "Via dell'Artigianato 14", "35010 Cadoneghe PD", "IT", "Italy", vat_id("IT", 4410020028))
SALVETTI = Party("SALVETTI & FIGLI S.P.A.", "Viale Europa 220", "24040 Dalmine (BG)", "IT", "Italia", vat_id("IT", 2215510161))
ONDALTA = Party("Ondalta Srl", "Corso Vittorio Emanuele II, 18", "10123 Torino", "IT", "Italia", vat_id("IT", 11230450018))
PIVETTI = Party("Studio Pivetti Associati", "Piazza Garibaldi 3", "40121 Bologna", "IT", "Italy", vat_id("IT", 3344550379))
TESSARO = Party("Tessaro Vini Società Agricola S.S.", "Località Monteforte 7", "37032 Monteforte d'Alpone VR", "IT", "ITALY", vat_id("IT", 4120330236))
MARCHETTI = Party("Elena Marchetti", "Via Cavour 31/B", "50129 Firenze", "IT", "Italy")
LUMARCA = Party("Lumarca Digital S.r.l.s.", "Via Tiburtina 912", "00156 Roma RM", "IT", "Italy", vat_id("IT", 15220330581))
NAVALCANT = Party("Navalcant S.p.A.", "Calata Gadda snc", "16128 Genova", "IT", "Italia", vat_id("IT", 1233450990))
FIORDALISO = Party("Pasticceria Fiordaliso di Greco Antonio", "Via Etnea 477", "95125 Catania", "IT", "Italia", vat_id("IT", 5402210879))
TRENTAMICI = Party("Trentamici Società Cooperativa", "Via Brennero 139", "38121 Trento", "IT", "Italien", vat_id("IT", 2230110225))

ROTHWIESE = Party("Rothwiese Analytics GmbH", "Hanauer Landstraße 204", "60314 Frankfurt am Main", "DE", "Germany", vat_id("DE", 31455001))
KREHMER = Party("Krehmer Werkzeugbau KG", "Industriestraße 8", "73760 Ostfildern", "DE", "", vat_id("DE", 14722334))
DUVALLON = Party("Duvallon Ingénierie SAS", "12 rue des Tanneurs", "69002 Lyon", "FR", "France", vat_id("FR", 40512233441))
HOLMERING = Party("Holmering B.V.", "Kanaalweg 33", "3526 KM Utrecht", "NL", "Nederland", vat_id("NL", 812345670))
BRAMSHAW = Party("Bramshaw Trading Ltd", "Unit 7, Oakfield Business Park", "Reading RG2 0QX", "GB", "United Kingdom", vat_id("GB", 210334400))
ARANDIZ = Party("Arandiz Logística, S.L.", "Polígono Malpica, calle F, 22", "50016 Zaragoza", "ES", "España", vat_id("ES", 9912340))
COLDHARBOR = Party("Coldharbor Robotics, Inc.", "1180 Folsom Street, Suite 300", "San Francisco, CA 94103", "US", "United States")
# fmt: on


def without_vat(party: Party) -> Party:
    """The customer as a supplier prints it who has no VAT id of it."""
    return replace(party, vat=None)


def abroad(party: Party, land: str) -> Party:
    """The customer with the country's name in another language."""
    return replace(party, land=land)
