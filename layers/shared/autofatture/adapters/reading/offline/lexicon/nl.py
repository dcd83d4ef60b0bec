"""Dutch labels."""

from __future__ import annotations

LABELS = {
    "number": (
        "factuurnummer | factuur nr | factuurnr | factuur nummer | factuur-nr | factuurno | creditnotanummer"
        " | creditfactuurnummer"
        " | creditnota nr | factuur no | factuur # | notanummer | nota nr | creditfactuur nr | creditnummer"
        " | rekeningnummer factuur"
        " | faktuurnummer | factuur-nummer | factuurreferentie | bonnummer"
    ),
    "number_weak": "nummer | nr | documentnummer | factuur | creditnota | creditfactuur | documentnr | faktuur",
    "not_number": (
        "klantnummer | klant nr | klantnr | klant | debiteurnummer | debiteurennummer | debiteurnr"
        " | ordernummer | order nr"
        " | ordernr | order | bestelnummer | bestelling | uw bestelling | opdrachtnummer | pakbon"
        " | pakbonnummer | telefoon | tel"
        " | fax | mobiel | kvk | kvk-nummer | kvk nummer | kvk nr | k.v.k. | ondernemingsnummer | rpr | iban"
        " | bic | rekening"
        " | rekeningnummer | bankrekening | uw referentie | onze referentie | referentie | ref | projectnummer"
        " | project"
        " | contractnummer | contract | pagina | blz | serienummer | artikelnummer | artikelnr | offerte"
        " | offertenummer"
        " | leverancier nr | betalingskenmerk | kenmerk | uw kenmerk | ons kenmerk | relatienummer"
        " | dossiernummer | kamer van koophandel"
    ),
    "date": (
        "factuurdatum | factuur datum | datum factuur | datum van uitgifte | creditdatum | creditnota datum"
        " | uitgegeven op"
        " | documentdatum | datum van factuur | opgemaakt op | factuurdatum:"
    ),
    "date_weak": "datum | d.d.",
    "due_date": (
        "vervaldatum | vervaldag | te betalen voor | uiterste betaaldatum | betalen voor | te voldoen voor"
        " | betaaldatum uiterlijk"
        " | uiterlijk betalen op | betaling voor | betaal voor | te betalen vóór | uiterlijk"
    ),
    "service": (
        "leverdatum | aankomst | vertrek | leveringsdatum | periode | prestatiedatum | datum levering"
        " | factuurperiode | leverperiode | datum van levering"
        " | leveringsperiode | geleverd op | verzenddatum | abonnementsperiode | datum prestatie | datum dienst"
    ),
    "paid_date": "betaald op | betaaldatum | voldaan op | datum betaling | betalingsdatum",
    "not_date": "orderdatum | besteldatum | printdatum | geboortedatum | datum order | datum bestelling",
    "gross": (
        "te ontvangen | te crediteren | totaal te ontvangen | totaal te crediteren | totaal incl btw"
        " | totaal inclusief btw | te betalen | totaalbedrag | totaal te betalen | eindtotaal"
        " | totaal incl. btw"
        " | factuurbedrag | factuur totaal | totaal factuur | totaal bedrag | inclusief btw | bedrag incl btw"
        " | factuurtotaal"
        " | te voldoen | totaal te voldoen | bruto | totaal inclusief | totaalbedrag incl btw | incl btw"
        " | bedrag inclusief btw"
        " | eindbedrag | totaal eur | te betalen bedrag | totale prijs"
    ),
    "gross_weak": "totaal | bedrag | som",
    "net": (
        "totaal excl btw | totaal exclusief btw | exclusief btw | subtotaal excl btw | netto | nettobedrag"
        " | netto bedrag"
        " | grondslag | bedrag excl btw | maatstaf van heffing | totaal netto | excl btw"
        " | bedrag exclusief btw | belastbaar bedrag"
        " | totaal exclusief | netto totaal | totaal grondslag | maatstaf | btw grondslag | belastbare basis"
        " | totaalbedrag excl btw"
    ),
    "subtotal": "subtotaal | sub totaal | goederenbedrag | regeltotaal",
    "vat": (
        "btw | btw bedrag | btw-bedrag | totaal btw | b.t.w. | btw totaal | btw hoog | btw laag"
        " | omzetbelasting | bedrag btw | omzetbelasting totaal"
    ),
    "paid": "betaald | reeds betaald | voldaan | aanbetaling | vooruitbetaald | voorschot | reeds voldaan",
    "due": "openstaand | nog te betalen | openstaand bedrag | saldo | openstaand saldo | restbedrag | nog te voldoen",
    "previous": "vorig saldo | oud saldo | beginsaldo",
    "charge": (
        "verzendkosten | korting | vracht | administratiekosten | toeslag | thuiskopieheffing | bezorgkosten"
        " | verpakking | kredietbeperking"
    ),
    "rounding": "afronding",
    "supplier": (
        "verkoper | leverancier | afzender | opdrachtnemer | verkocht door | dienstverlener | geleverd door | van"
    ),
    "customer": (
        "factuuradres | klantgegevens | koper | afnemer | factuur aan | aan | t.a.v. | klantnaam | debiteur | ontvanger"
        " | opdrachtgever | gefactureerd aan | facturatieadres | gegevens klant | factureren aan | ter attentie van"
    ),
    "ship_to": "afleveradres | leveradres | leveringsadres | verzendadres | bezorgadres | leveren aan",
    "ship_from": "verzonden vanuit | verzonden vanaf | land van verzending | plaats van verzending",
    "vat_id": (
        "btw-nummer | btw nummer | btw nr | btw-nr | btw | btw-id | btw id | btw identificatienummer"
        " | btw-identificatienummer"
        " | btwnr | b.t.w. nr | btw.nr | btw/vat | omzetbelastingnummer | btwnummer | ob-nummer | vat nr | btw be"
        " | btw-identificatie | ons btw-nummer | ondernemingsnummer btw"
    ),
    "customer_vat": (
        "uw btw nummer | uw btw-nummer | btw-nummer klant | btw nummer klant | uw btw nr | btw klant"
        " | uw btw-nr | btw-nr klant"
        " | btw nummer afnemer | btw-nummer afnemer | uw btw | btw nr klant | uw btw-identificatienummer | btw-id klant"
    ),
    "supplier_vat": "ons btw nummer | ons btw-nummer | ons btw nr | onze btw",
    "currency": "valuta | munteenheid | bedragen in | alle bedragen in | munt",
    "holder": "tenaamstelling | rekeninghouder | t.n.v. | ten name van | op naam van",
    "related": (
        "originele factuur | creditering factuur | betreft factuur | oorspronkelijke factuur"
        " | credit op factuur | inzake factuur"
    ),
    "description": "omschrijving | artikel | product | dienst | beschrijving",
    "quantity": "aantal | hoeveelheid | uren | stuks",
    "unit_price": "prijs | stukprijs | eenheidsprijs | prijs per stuk | tarief",
    "line_amount": "bedrag | totaal | regelbedrag",
    "rate": "btw % | btw tarief | btw percentage | % btw | btw%",
}

WORDS = (
    "de het een van en voor met op uw wij onze bij te is zijn niet aan dat deze factuur bedrag datum klant betaling "
    "binnen dagen graag onder vermelding rekening totaal"
)
