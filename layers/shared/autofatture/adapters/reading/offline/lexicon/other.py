"""The commonest labels of further languages: enough to find number, date, parties and totals.

Swedish, Danish, Norwegian, Finnish, Czech and Slovak, Romanian, Hungarian, Greek, Croatian and Slovene.
"""

from __future__ import annotations

SWEDISH = {
    "number": (
        "fakturanummer | fakturanr | faktura nr | fakturanr. | kreditfakturanummer | kreditnota nr | faktura nummer"
    ),
    "number_weak": "faktura | nummer | kreditfaktura",
    "not_number": (
        "kundnummer | kundnr | ordernummer | ordernr | org nr | organisationsnummer | org.nr | telefon"
        " | bankgiro | plusgiro | ocr | ocr-nummer | er referens | vår referens | er ref | vår ref"
        " | offertnummer | sida"
    ),
    "date": "fakturadatum | datum faktura | faktura datum",
    "date_weak": "datum",
    "due_date": "förfallodatum | förfallodag | betalas senast | oss tillhanda senast | att betala senast",
    "service": "leveransdatum | period | avser period | leveransperiod",
    "gross": (
        "att betala | summa att betala | totalt | totalbelopp | att betala sek | belopp att betala"
        " | totalt inkl moms | summa inkl moms | totalt att betala"
    ),
    "gross_weak": "summa | total | belopp",
    "net": (
        "netto | summa exkl moms | exkl moms | totalt exkl moms | belopp exkl moms | nettobelopp"
        " | momsunderlag | summa netto"
    ),
    "vat": "moms | momsbelopp | summa moms | moms sek | total moms | varav moms",
    "charge": "frakt | rabatt | fraktkostnad | expeditionsavgift | faktureringsavgift",
    "rounding": "öresavrundning | öresutjämning | avrundning",
    "supplier": "säljare | leverantör | avsändare",
    "customer": "kund | fakturaadress | köpare | fakturamottagare | faktureras",
    "ship_to": "leveransadress",
    "vat_id": (
        "momsreg nr | momsregistreringsnummer | vat nr | moms nr | momsnr | momsreg.nr | vat-nummer"
        " | momsregnr | moms/vat nr"
    ),
    "customer_vat": "ert vat nr | kundens vat nr | er momsreg nr | ert momsregistreringsnummer | köparens vat-nummer",
    "currency": "valuta",
    "description": "beskrivning | benämning | artikel | specifikation",
    "quantity": "antal",
    "unit_price": "pris | à-pris | a-pris | styckpris",
}
DANISH = {
    "number": "fakturanr | fakturanummer | faktura nr | faktura nummer | kreditnota nr | kreditnotanummer | faktura-nr",
    "not_number": (
        "kundenr | kundenummer | ordrenr | ordrenummer | ordre nr | tlf | telefon | cvr-nr | cvr | konto"
        " | reg nr | kontonr | rekvisition | deres ref | vores ref | side | debitornr"
    ),
    "date": "fakturadato | faktura dato",
    "date_weak": "dato",
    "due_date": "forfaldsdato | forfald | betalingsfrist | betales senest | sidste rettidige betaling",
    "service": "leveringsdato | periode",
    "gross": (
        "i alt | total inkl moms | beløb i alt | at betale | i alt til betaling | til betaling | total dkk"
        " | i alt dkk | total incl moms | fakturabeløb | i alt inkl moms"
    ),
    "net": (
        "subtotal ekskl moms | i alt ekskl moms | total ekskl moms | momspligtigt beløb | nettobeløb"
        " | momsgrundlag | netto"
    ),
    "vat": "moms | momsbeløb | moms i alt",
    "customer": "kunde | faktureres til | køber | faktura til",
    "supplier": "sælger | leverandør",
    "vat_id": "cvr-nr | cvr nr | momsnr | se-nr | vat-nr | cvr/vat | cvr | moms nr",
    "customer_vat": "deres cvr-nr | kundens momsnr | deres vat nr | kundens vat-nr",
    "charge": "fragt | rabat | forsendelse",
}
NORWEGIAN = {
    "number": "fakturanr | fakturanummer | faktura nr | kreditnotanr",
    "not_number": (
        "kundenr | kundenummer | ordrenr | org nr | organisasjonsnummer | org.nr | kid | kid-nummer"
        " | kontonummer | vår ref | deres ref"
    ),
    "date": "fakturadato | faktura dato",
    "due_date": "forfallsdato | forfall | betalingsfrist",
    "service": "leveringsdato | leveranse dato",
    "gross": (
        "å betale | sum å betale | totalt å betale | beløp å betale | sum inkl mva | total inkl mva"
        " | til betaling | totalbeløp"
    ),
    "net": "sum eks mva | netto | beløp eks mva | mva-grunnlag | nettobeløp | total eks mva | sum ekskl mva",
    "vat": "mva | sum mva | mva beløp | merverdiavgift | total mva",
    "customer": "kunde | faktura til | kjøper",
    "supplier": "selger | leverandør",
    "vat_id": "foretaksregisteret | org nr mva | organisasjonsnummer mva | mva nr | mva-nr",
}
FINNISH = {
    "number": "laskun numero | laskunumero | laskunro | laskun nro | lasku nro | hyvityslaskun numero",
    "number_weak": "lasku | hyvityslasku",
    "not_number": "asiakasnumero | asiakasnro | viitenumero | viite | tilausnumero | puhelin | puh | tilinumero | sivu",
    "date": "laskun päivämäärä | laskupäivä | laskun päiväys | laskun pvm",
    "date_weak": "päivämäärä | päiväys | pvm",
    "due_date": "eräpäivä | eräpvm",
    "service": "toimituspäivä | toimituspvm | jakso",
    "gross": (
        "yhteensä | maksettava yhteensä | maksettavaa | laskun loppusumma | loppusumma | yhteensä eur"
        " | verollinen yhteensä | summa yhteensä"
    ),
    "net": "veroton yhteensä | veroton | verollinen 0% | yhteensä alv 0% | veroton summa | netto",
    "vat": "alv | arvonlisävero | alv yhteensä | vero | alv-määrä",
    "customer": "asiakas | laskutusosoite | ostaja | laskun saaja",
    "supplier": "myyjä | laskuttaja | toimittaja",
    "vat_id": "alv-tunnus | alv tunnus | alv-nro | vat-tunnus | y-tunnus | alv rek nro | alv nro",
}
CZECH_SLOVAK = {
    "number": (
        "faktura č | faktura číslo | číslo faktury | daňový doklad č | faktura - daňový doklad č | faktúra č"
        " | číslo faktúry | číslo dokladu | faktura č. | faktura - daňový doklad číslo | faktúra číslo"
        " | dobropis č | opravný daňový doklad č | faktura daňový doklad | ev. č."
    ),
    "number_weak": "faktura | faktúra | dobropis | č",
    "not_number": (
        "variabilní symbol | variabilný symbol | konstantní symbol | číslo účtu | objednávka | objednávka č"
        " | číslo objednávky | zákazník č | ič | ičo | tel | telefon | dodací list | smlouva č | vs | strana"
        " | specifický symbol"
    ),
    "date": (
        "datum vystavení | dátum vystavenia | vystaveno | vystaveno dne | datum vystavení faktury | dátum vyhotovenia"
    ),
    "date_weak": "datum | dátum",
    "due_date": "datum splatnosti | dátum splatnosti | splatnost | splatnosť | splatné do",
    "service": (
        "datum uskutečnění zdanitelného plnění | duzp | datum uskut. zdan. plnění | dátum dodania"
        " | datum zdanitelného plnění | datum plnění | dátum dodania tovaru"
    ),
    "gross": (
        "celkem k úhradě | k úhradě | celkem s dph | celková částka | spolu na úhradu | na úhradu"
        " | celkom s dph | suma na úhradu | celkem | spolu | celkem czk | částka k úhradě | celkom k úhrade"
    ),
    "net": (
        "základ | základ dph | celkem bez dph | cena bez dph | základ daně | spolu bez dph | celkom bez dph"
        " | základ dane | bez dph"
    ),
    "vat": "dph | částka dph | výše dph | celkem dph | daň | suma dph | dph celkem | spolu dph",
    "supplier": "dodavatel | dodávateľ | prodávající | predávajúci",
    "customer": "odběratel | odberateľ | kupující | zákazník | kupujúci",
    "ship_to": "konečný příjemce | příjemce | dodací adresa",
    "vat_id": "dič | dič/ič dph | ič dph | vat id | ič dph/vat",
    "currency": "měna | mena",
    "charge": "sleva | doprava | zľava | poštovné | dopravné",
    "rounding": "zaokrouhlení | zaokrúhlenie",
}
ROMANIAN = {
    "number": (
        "factura nr | număr factură | nr factură | factură nr | factura seria | seria și numărul"
        " | factura fiscala nr | nr. facturii | numărul facturii | factura număr"
    ),
    "number_weak": "factura | factură",
    "not_number": (
        "nr comandă | comandă | contract nr | cont | cont bancar | reg com | nr reg com | nr. ord. reg. com."
        " | telefon | banca | capital social | aviz"
    ),
    "date": "data facturii | data emiterii | data (ziua/luna/anul) | data emitere | data facturare | emisă la",
    "date_weak": "data | din",
    "due_date": "scadență | data scadenței | termen de plată | data scadentă | scadenta",
    "gross": (
        "total de plată | total plată | total general | valoare totală | total factură | total cu tva | total de plata"
    ),
    "net": "total fără tva | valoare fără tva | bază impozabilă | total valoare | valoare netă | bază de calcul",
    "vat": "tva | valoare tva | total tva | valoarea tva",
    "supplier": "furnizor | vânzător | prestator",
    "customer": "client | cumpărător | beneficiar",
    "vat_id": "cif | cui | cod fiscal | cod tva | cod de înregistrare | c.i.f. | c.u.i. | cod de identificare fiscală",
    "currency": "moneda | valuta",
}
HUNGARIAN = {
    "number": "számlaszám | számla sorszáma | sorszám | a számla sorszáma | számla száma | számla sorszám",
    "number_weak": "számla",
    "not_number": "vevőkód | rendelésszám | bankszámlaszám | rendelési szám | szerződésszám | cégjegyzékszám | oldal",
    "date": "számla kelte | kelt | számla dátuma | kiállítás dátuma | kiállítás kelte | kelte",
    "due_date": "fizetési határidő | esedékesség | fizetési határideje",
    "service": "teljesítés | teljesítés dátuma | teljesítés kelte | teljesítés időpontja",
    "gross": (
        "fizetendő | fizetendő összesen | bruttó összesen | összesen | végösszeg | bruttó érték"
        " | fizetendő végösszeg | bruttó | mindösszesen"
    ),
    "net": "nettó | nettó összesen | nettó érték | adóalap | nettó összeg",
    "vat": "áfa | áfa összesen | áfa összege | áfa érték | áfa összeg",
    "supplier": "eladó | szállító | kiállító | számlakibocsátó",
    "customer": "vevő | megrendelő",
    "vat_id": "adószám | közösségi adószám | eu adószám | adóazonosító",
    "currency": "pénznem | deviza",
}
GREEK = {
    "number": "αριθμός τιμολογίου | τιμολόγιο αρ | αρ τιμολογίου | αριθμός | αρ. παραστατικού | αριθμός παραστατικού",
    "date": "ημερομηνία | ημερομηνία έκδοσης | ημ/νία | ημερομηνία τιμολογίου",
    "due_date": "ημερομηνία λήξης | λήξη | πληρωτέο έως",
    "gross": "πληρωτέο | τελικό ποσό | γενικό σύνολο | συνολική αξία | πληρωτέο ποσό | τελική αξία",
    "gross_weak": "σύνολο",
    "net": "καθαρή αξία | καθαρό ποσό | σύνολο χωρίς φπα | υποσύνολο | καθαρή αξία σύνολο",
    "vat": "φπα | ποσό φπα | αξία φπα | σύνολο φπα",
    "supplier": "πωλητής | προμηθευτής | εκδότης",
    "customer": "πελάτης | αγοραστής | στοιχεία πελάτη",
    "vat_id": "αφμ | α.φ.μ. | αριθμός φπα",
}
SLAVIC_SOUTH = {
    "number": (
        "broj računa | račun br | račun broj | račun št | številka računa | račun številka | faktura br | broj fakture"
    ),
    "number_weak": "račun",
    "not_number": "oib | matični broj | broj narudžbe | poziv na broj | sklic | naročilo | matična številka | trr",
    "date": "datum računa | datum izdavanja | datum izdaje | datum fakture",
    "due_date": "datum dospijeća | dospijeće | rok plačila | datum zapadlosti | zapade | rok plaćanja | datum valute",
    "service": "datum isporuke | datum opravljene storitve | datum dobave | datum storitve",
    "gross": (
        "ukupno za platiti | za platiti | sveukupno | za plačilo | skupaj za plačilo | ukupno s pdv"
        " | skupaj z ddv | ukupan iznos | končni znesek | ukupno eur"
    ),
    "gross_weak": "ukupno | skupaj | iznos | znesek",
    "net": (
        "osnovica | osnova | ukupno bez pdv | skupaj brez ddv | neto | iznos bez pdv | osnova za ddv | neto vrednost"
    ),
    "vat": "pdv | ddv | iznos pdv | znesek ddv | pdv iznos | skupaj ddv",
    "supplier": "prodavatelj | izdavatelj | prodajalec | dobavitelj | izdajatelj",
    "customer": "kupac | kupec | naročnik | primatelj | prejemnik",
    "vat_id": "pdv id | pdv broj | id za ddv | id št za ddv | porezni broj | davčna številka | vat id | oib",
}

TABLES = {
    "sv": SWEDISH,
    "da": DANISH,
    "nb": NORWEGIAN,
    "fi": FINNISH,
    "cs": CZECH_SLOVAK,
    "ro": ROMANIAN,
    "hu": HUNGARIAN,
    "el": GREEK,
    "sl": SLAVIC_SOUTH,
}

WORDS = {
    "sv": "och för att på med av är vi ert er vår inom dagar betalning enligt moms kr",
    "da": "og for på med af er vi til dage betaling moms side kr",
    "nb": "og for på med av er vi til dager betaling mva kr",
    "fi": "ja on alv yhteensä lasku päivää maksu euroa oy",
    "cs": "a na je za pro ve ze dph kč celkem do datum úhrady splatnosti",
    "ro": "și de la cu pentru din tva lei plată către",
    "hu": "és az a ft áfa összesen fizetési mód számla",
    "el": "και του της με για το από φπα",
    "sl": "in za na je ddv pdv se račun plačilo od do",
}
