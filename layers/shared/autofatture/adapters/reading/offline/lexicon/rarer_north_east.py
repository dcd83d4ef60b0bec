"""Rarer wordings of labels in Polish, Czech, Hungarian and the northern languages."""

from __future__ import annotations

TABLES = {
    "pl": {
        "party_name": "nazwa firmy | nazwa | firma",
        "number": (
            "faktura sprzedaży nr | faktura nr/no | nr dokumentu sprzedaży | numer dokumentu sprzedaży"
            " | faktura vat - nr | fa nr | faktura eksportowa nr | faktura unijna nr | korekta nr | numer korekty"
        ),
        "date": "data wyst | wystawiono w dniu | data wystawienia dokumentu | dnia wystawienia | data wystaw",
        "due_date": "zapłata do | płatne w terminie do | termin zapłaty do | data wymagalności",
        "gross": (
            "razem do zapłaty brutto | wartość faktury brutto | do zapłaty razem | suma do zapłaty brutto"
            " | kwota ogółem | wartość brutto razem | zapłacono razem"
        ),
        "net": (
            "suma wartości netto | razem wartość netto | netto razem | wartość netto razem | kwota bez vat"
            " | łączna wartość netto"
        ),
        "vat": "łączna kwota vat | suma podatku vat | vat razem | podatek vat razem",
        "charge": "koszt dostawy | koszty transportu | koszty przesyłki | kod rabatowy | opłata manipulacyjna",
        "supplier": "sprzedawca/wystawca | dane wystawcy | podatnik",
        "customer": "nabywca/odbiorca | dla | dane klienta | kupujący/nabywca | dane do faktury",
        "vat_id": "nip/vat id | nip/vat | nr vat ue | numer vat ue | nr vat | vat id",
        "customer_vat": "nip/vat ue nabywcy | vat id nabywcy | nr vat nabywcy",
    },
    "sv": {
        "number": "fakturanummer/ocr | faktura-nr | kreditfakturanr | fakturanr/ocr",
        "not_number": "ordernummer/datum | kund-nr | ert ordernummer | godsmärke | leveransvillkor",
        "date": "fakturadag | faktureringsdatum",
        "due_date": "förfaller | förfallodatum/oss tillhanda | sista betalningsdag",
        "gross": (
            "summa att betala | totalsumma | att betala totalt | total inkl moms | slutsumma | belopp inkl moms"
            " | fakturabelopp | totalt belopp"
        ),
        "net": "total exkl moms | summa före moms | netto exkl moms | exklusive moms | pris exkl moms | varuvärde",
        "vat": "mervärdesskatt | moms totalt | moms kr | varav moms",
        "line_amount": "summa | belopp | radsumma",
        "customer_vat": "kundens momsnr | kundens momsreg nr | ert vat-nr | ert momsnr",
        "supplier_vat": "vårt vat nr | vårt momsreg nr",
    },
    "da": {
        "number": "faktura - nr | kreditnota-nr | faktura no | bilagsnr",
        "number_weak": "faktura | kreditnota | nummer",
        "gross": (
            "total inkl. moms | beløb inkl moms | samlet beløb | at betale i alt | total i alt | totalbeløb"
            " | i alt dkk inkl moms"
        ),
        "net": "beløb ekskl moms | total ex moms | subtotal ex moms | beløb uden moms | netto i alt | momsgrundlag dkk",
        "vat": "heraf moms | moms dkk | momsbeløb i alt",
        "description": "beskrivelse | vare | tekst | varebeskrivelse",
        "quantity": "antal",
        "unit_price": "pris | stk pris | stykpris | enhedspris",
        "line_amount": "beløb | i alt | pris i alt",
        "customer_vat": "momsnr kunde | kundens cvr | deres momsnr",
        "currency": "valuta",
    },
    "nb": {
        "number": "faktura nummer | kreditnota nr | faktura - nr",
        "number_weak": "faktura | kreditnota | nummer",
        "date_weak": "dato",
        "gross": "totalsum | sum å betale nok | til betaling nok | fakturabeløp | beløp inkl mva | sluttsum",
        "net": "eks mva | netto eks mva | sum før mva | beløp uten mva | grunnlag mva",
        "vat": "mva-beløp | merverdiavgift beløp | herav mva",
        "description": "beskrivelse | vare | tekst | varebeskrivelse",
        "quantity": "antall",
        "unit_price": "pris | enhetspris | stykkpris",
        "line_amount": "beløp | sum | totalt",
        "customer_vat": "kundens vat | kundens mva nr | deres vat",
        "charge": "frakt | rabatt | gebyr",
        "currency": "valuta",
    },
    "fi": {
        "number": "laskun nro/viite | lasku n:o | laskun no",
        "date": "laskun päivä | laskutuspäivä | laskun pvm.",
        "due_date": "maksupäivä | eräpäivä pvm",
        "gross": (
            "maksettava | maksettava yhteensä eur | verollinen summa | lasku yhteensä | kokonaissumma"
            " | yhteensä sis alv | verollinen"
        ),
        "net": "veroton hinta yhteensä | yhteensä veroton | veroton arvo | yhteensä ilman alv",
        "vat": "alv yht | alv eur | arvonlisävero yhteensä | alv osuus",
        "description": "tuote | kuvaus | nimike | selite",
        "quantity": "määrä | kpl",
        "unit_price": "à-hinta | hinta | yksikköhinta",
        "line_amount": "summa | yhteensä",
        "customer_vat": "ostajan alv-tunnus | asiakkaan alv-tunnus | ostajan y-tunnus",
        "rate": "alv-kanta | alv % | alv-%",
        "currency": "valuutta",
    },
    "cs": {
        "number": (
            "číslo | faktura daňový doklad číslo | faktura vydaná č | doklad č | číslo daňového dokladu"
            " | evidenční číslo | zálohová faktura č"
        ),
        "date": "vystaveno dňa | datum vystavení dokladu | dátum vystavenia faktúry",
        "due_date": "splatno | datum splatnosti faktury | uhraďte do",
        "gross": (
            "celkem k zaplacení | celkem včetně dph | cena celkem s dph | cena s dph celkem | celková cena s dph"
            " | částka celkem | k úhradě celkem | cena celkem vč dph"
        ),
        "net": "základ daně celkem | cena bez dph celkem | součet bez dph | mezisoučet bez dph",
        "vat": "dph celkem | daň celkem | sazba dph | daň z přidané hodnoty",
        "description": "popis | označení dodávky | název | položka | předmět plnění | popis položky",
        "quantity": "množství | počet | mnozstvo | ks",
        "unit_price": "cena za mj | cena/mj | j.cena | jednotková cena | cena",
        "line_amount": "cena celkem | celkem",
        "customer_vat": "dič odběratele | dič zákazníka | ič dph odberateľa",
        "not_number": "datum objednávky | číslo zakázky | zakázka | č. účtu | forma úhrady",
    },
    "hu": {
        "number": "számla száma/invoice no | bizonylatszám | számla azonosító | invoice number / számlaszám",
        "description": "megnevezés | termék | szolgáltatás megnevezése",
        "quantity": "mennyiség",
        "unit_price": "egységár | nettó egységár",
        "customer_vat": "vevő adószáma | vevő közösségi adószáma",
        "gross": "fizetendő végösszeg | összesen bruttó | teljes összeg",
    },
}
