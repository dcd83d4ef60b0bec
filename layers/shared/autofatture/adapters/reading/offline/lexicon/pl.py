"""Polish labels."""

from __future__ import annotations

LABELS = {
    "number": (
        "numer faktury | nr faktury | faktura nr | faktura vat nr | faktura numer | faktura vat numer"
        " | faktura vat | nr fv"
        " | faktura korygująca nr | faktura korygująca numer | faktura pro forma nr | faktura proforma nr"
        " | fv nr | faktura vat no"
        " | numer rachunku faktury | rachunek nr | korekta faktury nr | faktura zaliczkowa nr"
        " | faktura końcowa nr | nota nr"
        " | faktura no | rachunek numer | faktura korygująca"
    ),
    "number_weak": "numer | nr | faktura | numer dokumentu | nr dokumentu | rachunek",
    "not_number": (
        "numer klienta | nr klienta | numer zamówienia | nr zamówienia | zamówienie nr | zamówienie"
        " | numer konta | nr konta | konto"
        " | rachunek bankowy | nr rachunku | numer rachunku | numer umowy | nr umowy | umowa nr | umowa"
        " | telefon | tel | faks"
        " | regon | krs | bdo | strona | str | iban | swift | wz | nr wz | numer referencyjny | referencje"
        " | nr ref | pesel"
        " | oferta | numer oferty | nr rejestracyjny | numer seryjny | kod | pkwiu | kod klienta | nr zlecenia"
        " | zlecenie"
    ),
    "date": (
        "data wystawienia | data faktury | wystawiono dnia | data wystawienia faktury | wystawiona dnia"
        " | data dokumentu"
        " | wystawiono | data wystawienia korekty | faktura z dnia | z dnia | data i miejsce wystawienia"
        " | miejsce i data wystawienia"
    ),
    "date_weak": "data | dnia",
    "due_date": (
        "termin płatności | termin zapłaty | płatne do | do dnia | płatność do | data płatności | termin"
        " | termin płatności do"
    ),
    "service": (
        "data sprzedaży | data dostawy | data wykonania usługi | okres | okres rozliczeniowy | data wykonania"
        " | data zakończenia dostawy"
        " | data dokonania dostawy | za okres | data dokonania lub zakończenia dostawy | data usługi"
        " | data otrzymania zaliczki"
        " | data zakończenia dostawy/usługi | data wydania"
    ),
    "paid_date": "zapłacono dnia | data zapłaty | opłacono dnia | zapłacono w dniu",
    "not_date": "data zamówienia | data wydruku | data urodzenia | data umowy | zamówienie z dnia | data kursu",
    "gross": (
        "do zapłaty | razem do zapłaty | wartość brutto | brutto | kwota brutto | razem brutto | suma brutto"
        " | kwota do zapłaty"
        " | należność ogółem | suma do zapłaty | należność | wartość faktury | ogółem do zapłaty"
        " | łączna kwota | łącznie do zapłaty"
        " | kwota należności ogółem | do zwrotu | kwota faktury | łącznie brutto"
    ),
    "gross_weak": "razem | suma | ogółem | łącznie | kwota | wartość",
    "net": (
        "wartość netto | netto | razem netto | suma netto | kwota netto | podstawa | podstawa opodatkowania"
        " | łącznie netto"
        " | podstawa vat | wartość sprzedaży netto"
    ),
    "subtotal": "suma częściowa | wartość towarów | suma pozycji",
    "vat": (
        "vat | kwota vat | podatek vat | podatek | wartość vat | suma vat | razem vat | kwota podatku | ptu"
        " | w tym vat | łącznie vat"
    ),
    "paid": "zapłacono | wpłacono | zaliczka | zapłacona kwota | otrzymano | przedpłata | kwota zapłacona",
    "due": "pozostało do zapłaty | pozostaje do zapłaty | saldo | pozostało",
    "previous": "saldo poprzednie | zaległość | saldo początkowe",
    "charge": "rabat | koszt wysyłki | wysyłka | transport | przesyłka | koszty dostawy | dostawa | upust | opakowanie",
    "rounding": "zaokrąglenie",
    "supplier": "sprzedawca | wystawca | dostawca | sprzedający | usługodawca | wykonawca | dane sprzedawcy | nadawca",
    "customer": (
        "nabywca | kupujący | odbiorca faktury | klient | płatnik | zamawiający | usługobiorca | dane nabywcy"
        " | zleceniodawca"
    ),
    "ship_to": "odbiorca | adres dostawy | miejsce dostawy | adres wysyłki | adres korespondencyjny",
    "ship_from": "wysłano z | kraj wysyłki | miejsce wysyłki | magazyn",
    "vat_id": (
        "nip | numer nip | nip ue | vat ue | vat-ue | nip/vat ue | numer vat | nip eu | nip-ue | vat eu"
        " | nr nip | nip sprzedawcy ue"
    ),
    "customer_vat": "nip nabywcy | nip kupującego | nip odbiorcy | nip klienta | vat ue nabywcy",
    "supplier_vat": "nip sprzedawcy | nasz nip | nip wystawcy",
    "currency": "waluta | waluta faktury | kwoty w",
    "holder": "właściciel rachunku | posiadacz rachunku | odbiorca przelewu",
    "related": (
        "do faktury | faktura korygowana | korekta do faktury | dotyczy faktury | do faktury nr"
        " | nr faktury korygowanej"
        " | faktura pierwotna | korekta faktury | numer faktury korygowanej"
    ),
    "description": (
        "nazwa | nazwa towaru lub usługi | nazwa towaru | opis | towar | usługa | nazwa towaru/usługi | nazwa usługi"
    ),
    "quantity": "ilość | szt | liczba | godz | j.m.",
    "unit_price": "cena netto | cena | cena jednostkowa | cena jedn | cena jednostkowa netto",
    "line_amount": "wartość | wartość netto | kwota",
    "rate": "stawka vat | stawka | % vat | vat %",
}

WORDS = (
    "i w na z do dla od nie oraz przez za się jest faktura data kwota wartość netto brutto razem słownie termin"
    " płatności "
    "zapłaty rachunek sposób podpis osoby"
)
