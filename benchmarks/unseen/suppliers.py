"""Invented suppliers of EU countries. Every VAT id and IBAN has right check digits; nobody of these exists."""

# ruff: noqa: E501  (a party is written as a row)

from __future__ import annotations

from benchmarks.unseen.facts import Party
from benchmarks.unseen.identifiers import iban, vat_id


def spaced(number: str, *groups: int) -> str:
    """``DE123456789`` as ``DE 123 456 789`` for groups 2, 3, 3, 3."""
    parts: list[str] = []
    for size in groups:
        parts.append(number[:size])
        number = number[size:]
    return " ".join([*parts, number] if number else parts)


def dotted_belgian(number: str) -> str:
    """``BE0123456789`` as ``BE 0123.456.789``."""
    return f"{number[:2]} {number[2:6]}.{number[6:9]}.{number[9:]}"


# fmt: off
NORDQUELL = Party(
    "Nordquell Druckluft GmbH", "Am Hafenbecken 11", "24143 Kiel", "DE", "", vat_id("DE", 26144550),
    ("Amtsgericht Kiel HRB 14477", "Geschäftsführer: Dr. Anke Petersen, Ole Thiessen", "St.-Nr. 20/297/10443"),
    "+49 431 7741-0", "info@nordquell-druckluft.de", "www.nordquell-druckluft.de",
    "Förde Sparkasse", iban("DE", "210501700093445512"), "NOLADE21KIE",
)
WERKSCHMIEDE = Party(
    "Werkschmiede Kommunikation GmbH & Co. KG", "Lindenspürstraße 22", "70176 Stuttgart", "DE", "Deutschland",
    spaced(vat_id("DE", 29811223), 2, 3, 3, 3),
    ("HRA 731188 Amtsgericht Stuttgart", "Komplementärin: Werkschmiede Verwaltungs GmbH, HRB 745510"),
    "0711 / 66 72 18-0", "buchhaltung@werkschmiede.de", "werkschmiede.de", "BW-Bank", iban("DE", "600501010002277881"), "SOLADEST600",
)
FALKENTAL = Party(
    "Falkental Ölmühle e.K.", "Mühlweg 4", "91362 Pretzfeld", "DE", "", None,
    ("Inhaberin: Birgit Falk", "Steuernummer 217/220/50331"), "09194 3312", "post@falkental-oel.de", "", "VR Bank", iban("DE", "770696340000345687"), "",
)
CODEHAVEN = Party(
    "CodeHaven GmbH", "Schlesische Str. 27", "10997 Berlin", "DE", "Germany", vat_id("DE", 32077114),
    ("Amtsgericht Charlottenburg HRB 201.445 B",), "", "billing@codehaven.io", "www.codehaven.io",
)
ALMTECH = Party(
    "Almtech Seilbahnbau GmbH", "Gewerbepark 9", "A-6020 Innsbruck", "AT", "Österreich", vat_id("AT", 6234410),
    ("FN 233415 h, Landesgericht Innsbruck", "UID-Nr. siehe oben"), "+43 512 33 81 70", "office@almtech.at", "www.almtech.at",
    "Hypo Tirol", iban("AT", "5700021011344556"), "HYPTAT22",
)
KAFFEEHOF = Party(
    "Kaffeehof Datenverarbeitung OG", "Neubaugasse 61/12", "1070 Wien", "AT", "", vat_id("AT", 7144220),
    ("FN 501277 d",), "", "hallo@kaffeehof.at", "kaffeehof.at", "Erste Bank", iban("AT", "2011184712345600"), "GIBAATWWXXX",
)
MARAIS = Party(
    "ATELIERS DU MARAIS POITEVIN SAS", "ZA des Quatre Vents\n8 rue de l'Industrie", "79210 MAUZÉ-SUR-LE-MIGNON", "FR", "FRANCE",
    spaced(vat_id("FR", 27431559881), 4, 3, 3, 3),
    ("SAS au capital de 120 000 €", "RCS Niort 431 561 638", "SIRET 431 561 638 00027", "APE 2562B"),
    "05 49 26 71 10", "contact@ateliers-marais.fr", "www.ateliers-marais.fr", "Crédit Agricole", iban("FR", "11706000310044556677834"), "AGRIFRPP817",
)
LUCIOLE = Party(
    "Luciole Studio", "3 bis, rue Sainte-Catherine", "33000 Bordeaux", "FR", "", None,
    ("Camille Arnaudin EI", "SIRET 889 214 407 00018", "Dispensée d'immatriculation au RCS"), "06 71 22 90 14", "camille@luciole.studio", "", "", iban("FR", "30004012340000998877651"), "BNPAFRPP",
)
PIXELIA = Party(
    "Pixelia Hébergement SARL", "45, boulevard Voltaire", "75011 Paris", "FR", "France", vat_id("FR", 61502277114),
    ("R.C.S. Paris B 502 280 340", "SARL au capital de 37 500,00 €"), "01 70 38 22 10", "compta@pixelia-heb.fr", "pixelia-heb.fr",
)
CARBOMETAL = Party(
    "Carbométal Wallonie SRL", "Rue du Charbonnage 88", "4020 Liège", "BE", "Belgique", dotted_belgian(vat_id("BE", 45671230)),
    ("RPM Liège",), "+32 4 227 18 30", "info@carbometal.be", "www.carbometal.be", "KBC", iban("BE", "735044556671"), "KREDBEBB",
)
VLAEMSCH = Party(
    "Vlaemsch Atelier BV", "Kortrijksesteenweg 1144", "9051 Gent", "BE", "België", dotted_belgian(vat_id("BE", 67812340)),
    ("RPR Gent, afdeling Gent",), "+32 9 330 41 20", "administratie@vlaemschatelier.be", "vlaemschatelier.be", "Belfius", iban("BE", "068977112233"), "GKCCBEBB",
)
LUXDATA = Party(
    "Luxdata Clearing S.à r.l.", "12, rue Guillaume Kroll", "L-1882 Luxembourg", "LU", "Luxembourg", vat_id("LU", 231144),
    ("R.C.S. Luxembourg B 188 477", "Business licence 10044771/0"), "", "ar@luxdata.lu", "", "BCEE", iban("LU", "0019400644750000"), "BCEELULL",
)
GRANADERO = Party(
    "Cerámicas Granadero, S.A.", "Avda. de la Constitución, 41", "18012 Granada", "ES", "España", vat_id("ES", 1844556),
    ("Reg. Merc. de Granada, Tomo 1120, Folio 44, Hoja GR-12877",), "+34 958 20 14 77", "pedidos@granadero.es", "www.granadero.es", "Caja Rural", iban("ES", "30230044116677889900"), "BCOEESMM023",
)
AZOTEA = Party(
    "Azotea Marketing Digital, S.L.U.", "Calle de Fuencarral, 109, 3º B", "28010 Madrid", "ES", "España", vat_id("ES", 8712345),
    ("R.M. de Madrid, T. 33.411, F. 120, H. M-601.552",), "", "facturacion@azotea.digital", "azotea.digital", "", iban("ES", "21000418450200051332"), "CAIXESBBXXX",
)
SERRALVA = Party(
    "Serralva Têxteis, Lda", "Rua da Indústria, 410", "4795-080 Vila das Aves", "PT", "Portugal", vat_id("PT", 50341122),
    ("Capital Social 50.000,00 EUR", "C.R.C. Santo Tirso"), "+351 252 871 330", "geral@serralva.pt", "www.serralva.pt", "Millennium bcp", iban("PT", "003300004455667788905"), "BCOMPTPL",
)
MAREMOTO = Party(
    "Maremoto Software Unipessoal Lda", "Av. da República 50, 4.º", "1050-196 Lisboa", "PT", "Portugal", vat_id("PT", 51477120),
    (), "", "billing@maremoto.pt", "maremoto.pt",
)
TULPENVELD = Party(
    "Tulpenveld Bloembollen B.V.", "Heereweg 277", "2161 BL Lisse", "NL", "Nederland", vat_id("NL", 806122330),
    ("KvK Leiden 28077451",), "+31 (0)252 41 33 70", "verkoop@tulpenveld.nl", "www.tulpenveld.nl", "Rabobank", iban("NL", "RABO0134455667"), "RABONL2U",
)
GRACHTWERK = Party(
    "Grachtwerk Internetbureau VOF", "Keizersgracht 482-II", "1017 EG Amsterdam", "NL", "", vat_id("NL", 855443320),
    ("KVK: 64110287",), "020 - 233 41 88", "facturen@grachtwerk.nl", "grachtwerk.nl", "ING", iban("NL", "INGB0007744112"), "INGBNL2A",
)
WISLOWSKI = Party(
    "Zakłady Stolarskie Wisłowski Sp. z o.o.", "ul. Przemysłowa 17", "32-600 Oświęcim", "PL", "Polska", vat_id("PL", 549244110),
    ("KRS 0000411877", "REGON 122560331", "Kapitał zakładowy: 250 000,00 zł"), "+48 33 844 21 10", "biuro@wislowski.pl", "www.wislowski.pl", "mBank S.A.", iban("PL", "11402004000030277144556677"[:24]), "BREXPLPWXXX",
)
SOFTNEST = Party(
    "SOFTNEST SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ", "ul. Piotrkowska 148/150", "90-063 Łódź", "PL", "Polska", vat_id("PL", 725220110),
    ("KRS: 0000688120",), "", "faktury@softnest.pl", "softnest.pl", "Santander", iban("PL", "109027050000000144778899"), "WBKPPLPP",
)
MONTEGIARDINO = Party(
    "Montegiardino Stampi S.A.", "Strada del Lavoro 22", "47898 Montegiardino", "SM", "Repubblica di San Marino", "SM21144",
    ("Cap. soc. € 77.000,00 i.v.",), "0549 99 61 20", "info@montegiardinostampi.sm", "www.montegiardinostampi.sm", "BAC", iban("SM", "U0303409800000030100200"), "BASMSMSM",
)
BRUKSVALLEN = Party(
    "Bruksvallen Verktyg AB", "Industrigatan 14", "632 21 Eskilstuna", "SE", "Sverige", vat_id("SE", 5564477120),
    ("Org.nr 556447-7122", "Godkänd för F-skatt", "Styrelsens säte: Eskilstuna"), "016-12 44 80", "faktura@bruksvallen.se", "www.bruksvallen.se", "Bankgiro 5544-7712", iban("SE", "50000000058398257466"), "ESSESESS",
)
SKAERBAEK = Party(
    "Skærbæk Møbelfabrik A/S", "Fabriksvej 3", "7000 Fredericia", "DK", "Danmark", vat_id("DK", 2811443),
    ("CVR-nr. 28114435",), "+45 75 56 11 22", "salg@skaerbaekmobler.dk", "www.skaerbaekmobler.dk", "Jyske Bank", iban("DK", "76140001234455"), "JYBADKKK",
)
KALLIOJARVI = Party(
    "Kalliojärvi Tekniikka Oy", "Teollisuuskatu 21", "00510 Helsinki", "FI", "Suomi", vat_id("FI", 2144550),
    ("Y-tunnus 2144550-0", "Kotipaikka Helsinki"), "+358 9 774 2100", "laskutus@kalliojarvi.fi", "", "Nordea", iban("FI", "12345600000785"), "NDEAFIHH",
)
PODEBRADY = Party(
    "Sklárny Podolí s.r.o.", "Nádražní 441/12", "290 01 Poděbrady", "CZ", "Česká republika", vat_id("CZ", 27114400),
    ("IČO: 27114406", "Zapsáno v OR vedeném Městským soudem v Praze, oddíl C, vložka 98112"), "+420 325 600 111", "fakturace@sklarnypodoli.cz", "www.sklarnypodoli.cz", "Komerční banka", iban("CZ", "01000000191234550217"), "KOMBCZPP",
)
KILBRACK = Party(
    "Kilbrack Data Services Limited", "Block C, Sandyford Office Park", "Dublin 18, D18 YV50", "IE", "Ireland", vat_id("IE", 9712230),
    ("Registered in Ireland No. 512877",), "+353 1 554 7810", "accounts@kilbrackdata.ie", "www.kilbrackdata.ie", "AIB", iban("IE", "AIBK93115212345678"), "AIBKIE2D",
)
OAKBAY = Party(
    "Oakbay Platforms International Unlimited Company", "70 Sir John Rogerson's Quay", "Dublin 2, D02 R296", "IE", "Ireland",
    spaced(vat_id("IE", 3412230), 2), (), "", "support@oakbay.example.com", "",
)
PANNONIA = Party(
    "Pannónia Gépgyártó Kft.", "Ipari út 5.", "9027 Győr", "HU", "Magyarország", vat_id("HU", 11446620),
    ("Cégjegyzékszám: 08-09-004455",), "+36 96 511 200", "penzugy@pannoniagep.hu", "", "OTP Bank", iban("HU", "117730161111101800000000"), "OTPVHUHB",
)
