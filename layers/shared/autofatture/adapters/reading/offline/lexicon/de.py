"""German labels."""

from __future__ import annotations

LABELS = {
    "number": (
        "rechnungsnummer | rechnungs-nr | rechnungsnr | rechnung nr | rechnung nummer | rechnungs nr | rechnungs nummer"
        " | rechnung-nr | re-nr | re nr | rg-nr | rg nr | rgnr | renr | rechnungs # | rechnung # | gutschriftnummer"
        " | gutschrift nr | gutschriftsnummer | gutschrift-nr | gutschriftsnr | stornorechnung nr | rechnungsbeleg"
        " | rechnungs-nummer | fakturanummer | faktura nr | faktura-nr | fakturanr | korrekturrechnung nr"
        " | rechnungskorrektur nr | proforma-nr | quittungsnummer | quittung nr | handelsrechnung nr | baurechnung nr"
        " | schlussrechnung nr | teilrechnung nr | mahnung nr | honorarrechnung nr | rechnung no"
    ),
    "number_weak": (
        "belegnummer | beleg-nr | belegnr | beleg nr | dokumentnummer | dokument-nr | nummer | nr | rechnung"
        " | honorarnote | honorarrechnung | schlussrechnung | teilrechnung | abschlagsrechnung | sammelrechnung"
        " | warenrechnung | proformarechnung | proforma-rechnung | korrekturrechnung | rechnung/invoice"
        " | gutschrift | vorgangsnummer | dokumentennummer | stornorechnung | rechnungskorrektur"
    ),
    "not_number": (
        "kundennummer | kunden-nr | kundennr | kunden nr | kd-nr | kdnr | kunde nr | auftragsnummer | auftrags-nr"
        " | auftragsnr | auftrag nr | auftrag | bestellnummer | bestell-nr | bestellnr | bestellung | bestellung nr"
        " | ihre bestellung | lieferschein | lieferscheinnummer | lieferschein-nr | lieferschein nr | vertragsnummer"
        " | vertrags-nr | vertragsnr | vertragskonto | steuernummer | steuer-nr | steuernr | st-nr | st nr"
        " | telefon | tel"
        " | telefax | fax | mobil | handelsregister | handelsregisternummer | hrb | hra | amtsgericht | iban"
        " | bic | konto"
        " | kontonummer | kto | kto-nr | konto-nr | blz | bankleitzahl | artikelnummer | artikel-nr | art-nr | art nr"
        " | vorgang | vorgangs-nr | referenz | ihre referenz | ihr zeichen | unser zeichen | seite | seiten | ref-nr"
        " | debitorennummer | debitor | leasingnummer | mandatsreferenz | gläubiger-id | glaeubiger-id | projekt"
        " | projektnummer | projekt-nr | angebot | angebotsnummer | angebot nr | pos | position | rapport-nr"
        " | gln | gtin"
        " | lieferantennummer | lieferanten-nr | lieferavis | verwendungszweck | zahlungsreferenz | buchungsreferenz"
        " | personalnummer | leitweg-id | eori | kassenzeichen | mitgliedsnummer | lieferung nr | objekt"
        " | ursprungsbeleg-nr"
        " | reklamationsnummer | uid-nr | seriennummer | charge | sendungsnummer | weitere referenz | postfach"
        " | amtl-kennz"
    ),
    "date": (
        "rechnungsdatum | rechnungs-datum | rechnung vom | ausstellungsdatum | belegdatum | ausgestellt am"
        " | datum der rechnung | gutschriftsdatum | gutschrift vom | gutschriftdatum | fakturadatum | rg-datum"
        " | dokumentdatum | datum der ausstellung | rechnungsdat | erstellt am | den | ausgestellt | erstellungsdatum"
    ),
    "date_weak": "datum | vom | von",
    "due_date": (
        "fällig am | fällig | fälligkeit | fälligkeitsdatum | zahlbar bis | zahlungsziel | zahlbar bis zum | zahlbar am"
        " | zu zahlen bis | zahlungsfrist | bitte überweisen sie bis zum | bitte zahlen sie bis | spätestens bis"
        " | netto bis | valuta | fällig bis | gültig bis | bis zum | bitte überweisen bis"
    ),
    "service": (
        "leistungsdatum | anreise | abreise | lieferdatum | leistungszeitraum | liefer- und leistungsdatum"
        " | liefer-/leistungsdatum"
        " | liefer-/leistungszeitraum | lieferzeitraum | zeitraum | abrechnungszeitraum | liefertag | tag der lieferung"
        " | datum der leistung | leistungsmonat | leistung vom | abrechnungsperiode | lieferung vom | servicezeitraum"
        " | versanddatum | lieferung am | leistungserbringung | leistungszeit | mietzeitraum | datum der lieferung"
        " | zeitpunkt der leistung | verkaufsdatum | zeit der leistung | berechnungszeitraum | rechnungszeitraum"
    ),
    "paid_date": "bezahlt am | zahlungsdatum | gezahlt am | zahlung vom | zahlung erhalten am | buchungsdatum",
    "not_date": (
        "bestelldatum | auftragsdatum | druckdatum | bestellung vom | auftrag vom | angebot vom | geburtsdatum"
        " | vertragsbeginn | vertrag vom | lieferschein vom | bestellt am | zeit"
    ),
    "gross": (
        "erstattungsbetrag | auszahlungsbetrag | zu ihren gunsten | gutschriftsbetrag brutto | gesamtbetrag"
        " | rechnungsbetrag | bruttobetrag | brutto | gesamtbetrag brutto | bruttosumme"
        " | gesamtsumme | endbetrag"
        " | endsumme | summe brutto | rechnungssumme | rechnungssumme brutto | rechnungstotal | gesamt brutto"
        " | total brutto"
        " | gesamtbetrag inkl mwst | gesamtbetrag inkl ust | summe inkl mwst | gesamt inkl mwst | total inkl mwst"
        " | gesamtpreis | rechnungsendbetrag | zu zahlen | zu zahlender betrag | zahlbetrag brutto | gesamtsumme brutto"
        " | summe gesamt | gutschriftsbetrag | gutschriftbetrag | betrag inkl mwst | totalbetrag"
        " | gesamtrechnungsbetrag"
        " | brutto gesamt | gesamtbetrag eur | endbetrag brutto | inkl mwst | rechnungsbetrag brutto | brutto-betrag"
        " | gesamt-brutto | rechnungsbetrag inkl mwst"
    ),
    "gross_weak": "gesamt | summe | total | betrag",
    "net": (
        "netto | nettobetrag | nettosumme | summe netto | gesamt netto | gesamtbetrag netto | total netto | nettowert"
        " | rechnungssumme ohne ust | rechnungssumme netto | zwischensumme netto | netto gesamt | netto-betrag"
        " | summe ohne mwst | betrag netto | warenwert netto | gesamtsumme netto | bemessungsgrundlage | netto summe"
        " | total exkl mwst | summe exkl mwst | betrag ohne mwst | gesamt ohne mwst | nettogesamtbetrag | netto-summe"
        " | gesamtnettobetrag | summe nettobeträge | nettopreis gesamt | total ohne mwst | exkl mwst | basisbetrag"
        " | rechnungsbetrag netto | nettorechnungsbetrag | gesamtpreis netto | entgelt | zwischentotal netto"
        " | steuerpflichtiger betrag | gesamt-netto"
    ),
    "subtotal": "zwischensumme | positionssumme | summe positionen | warenwert | zwischentotal | positionen netto",
    "vat": (
        "mwst | mehrwertsteuer | ust | umsatzsteuer | mwst betrag | mwst-betrag | ust-betrag | steuerbetrag | zzgl mwst"
        " | zzgl ust | zuzüglich umsatzsteuer | zuzüglich mwst | summe umsatzsteuer | ust gesamt | mwst gesamt"
        " | zzgl umsatzsteuer | zuzüglich mehrwertsteuer | gesamt mwst | enthaltene mwst | umsatzsteuerbetrag | steuer"
        " | summe mwst | zzgl mehrwertsteuer | mwst total | mwst summe | summe steuer | mehrwertsteuerbetrag"
        " | ust betrag"
        " | gesamt ust | steuerbetrag in | positionen ust | enthaltene ust | zzgl | davon mwst | summe ust | vorsteuer"
    ),
    "paid": (
        "bereits bezahlt | bezahlt | anzahlung | erhaltene anzahlungen | abschlagszahlung | vorauszahlung | gezahlt"
        " | geleistete zahlung | abzgl anzahlung | bezahlter betrag | zahlung | geleistete zahlungen | teilzahlung"
        " | zahlungseingang | abzüglich anzahlung"
    ),
    "due": (
        "offener betrag | zahlbetrag | ausstehender betrag | restbetrag | noch zu zahlen | fälliger betrag | offen"
        " | zu zahlen | saldo | offener saldo | zahlbarer betrag | restzahlung | noch offen | zahlungsbetrag"
    ),
    "previous": "alter saldo | vormonat | saldovortrag | übertrag | vortrag | kontostand | letzter saldo",
    "charge": (
        "versandkosten | versand | porto | fracht | rabatt | skonto | verpackung | nachlass | lieferkosten | zuschlag"
        " | abschlag | sondernachlass | abzgl rabatt | porto und verpackung | gesamtbetrag der zuschläge"
        " | gesamtbetrag der abschläge | mindermengenzuschlag | frachtkosten | transportkosten"
    ),
    "rounding": "rundung | rundungsdifferenz",
    "supplier": (
        "verkäufer | lieferant | rechnungssteller | rechnungsersteller | leistungserbringer | absender | anbieter"
        " | aussteller | auftragnehmer | dienstleister | leistender"
        " | unternehmer | verkäuferin"
    ),
    "customer": (
        "rechnung an | rechnungsempfänger | rechnungsadresse | rechnungsanschrift | kunde | käufer | leistungsempfänger"
        " | auftraggeber | käufer/leistungsempfänger | empfänger | an | besteller | kundenadresse | zahlbar durch"
        " | name des kunden | kundenname | firma | ihre angaben | abweichender rechnungsempfänger | kundenangaben"
    ),
    "ship_to": (
        "lieferadresse | lieferanschrift | warenempfänger | abweichender warenempfänger | versandadresse | lieferung an"
        " | leistungsort | lieferort"
        ""
    ),
    "contact": (
        "abweichender zahlungsempfänger | steuerbevollmächtigter des verkäufers | steuervertreter"
        " | fiskalvertreter | ansprechpartner | bearbeiter | kontakt | sachbearbeiter | ihr ansprechpartner"
    ),
    "ship_from": (
        "versand aus | versandort | abgangsland | lieferung aus | versendungsland | versandland | versandlager"
        " | abgangsort"
    ),
    "vat_id": (
        "ust-idnr | ust-id-nr | ust-id | ustid | ust id nr | ust idnr | ust-ident-nr | ust-identnr | ustidnr | uid"
        " | umsatzsteuer-identifikationsnummer | umsatzsteuer-id | umsatzsteueridentifikationsnummer | ust-identnummer"
        " | umsatzsteuer-identnummer | mwst-nr | mwst nr | mwst-nummer | uid-nr | uid nr | uid-nummer | uid/mwst"
        " | umsatzsteuer-ident-nr | umsatzsteuer-id-nr | ust-ident | vat-nr | vat nr | mwst-nr. | ust-nummer | atu"
        " | ust.-id.-nr. | umsatzsteuer id | uid mwst | ust-id-nummer | mehrwertsteuernummer | unsere ust-idnr"
        " | unsere ust-id | id-nr"
    ),
    "customer_vat": (
        "ihre ust-idnr | ihre ust-id | ihre ust-id-nr | ihre ust-identnr | ihre uid | ihre umsatzsteuer-id"
        " | kunden-ust-id"
        " | kunden ust-id | ust-idnr kunde | ust-idnr des kunden | ust-id kunde | ihre ustid | ihre uid-nr"
        " | ihre ust idnr"
        " | ihre mwst-nr | ihre umsatzsteuer-identifikationsnummer | uid kunde | ust-id des kunden | kunden-uid"
        " | ust-idnr des leistungsempfängers | ihre ust-ident-nr | ust-id käufer | ust-idnr des käufers | ihre vat-nr"
        " | uid-nummer kunde | ihre uid-nummer | ust-id empfänger | kunden-ust-idnr"
    ),
    "supplier_vat": (
        "unsere ust-idnr | unsere ust-id | unsere uid | unsere ustid | ust-idnr des verkäufers | unsere uid-nr"
    ),
    "currency": "währung | rechnungswährung | alle preise in | beträge in | alle beträge in | betrag in",
    "holder": (
        "zahlung an | zahlbar an | konto / zahlbar an | zahlungsempfänger | kontoinhaber | inhaber | kontoname"
        " | empfänger"
    ),
    "related": (
        "zur rechnung | zu rechnung | ursprungsrechnung | bezug rechnung | gutschrift zu rechnung | originalrechnung"
        " | korrektur zu rechnung | storno zu rechnung | ursprungsbeleg | zu rechnung nr | zur rechnung nr"
        " | ursprüngliche rechnung | bezugsrechnung | betrifft rechnung | storno der rechnung | zu unserer rechnung"
    ),
    "description": (
        "beschreibung | bezeichnung | artikel | produkt | leistung | artikelbezeichnung | position"
        " | artikelbeschreibung"
    ),
    "quantity": "menge | anzahl | stück | std | stunden",
    "unit_price": "einzelpreis | preis | nettopreis | e-preis | stückpreis | vk-preis | preis/einh",
    "line_amount": "gesamt | gesamtpreis | betrag | positionsbetrag | summe | zeilenbetrag | g-preis | netto",
    "rate": "ust % | mwst % | ust satz | mwst satz | steuersatz | mwst-satz | ust-satz",
}

WORDS = (
    "und der die das für mit von den dem wir ihre sie bitte nicht ist auf zur zum bei rechnung betrag menge datum "
    "kunden vielen dank im oder nach durch werden innerhalb tage tagen seite nr zzgl inkl gmbh straße strasse"
)
