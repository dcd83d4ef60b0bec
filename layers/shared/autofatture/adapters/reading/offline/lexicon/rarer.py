"""Rarer wordings of the same labels: of shop programs, of official visualisations, of two-word variants."""

from __future__ import annotations

from autofatture.adapters.reading.offline.lexicon import rarer_north_east, rarer_romance

TABLES = {
    "en": {
        "not_date": "sent | date sent | gesendet | gesendet am | verzonden op | envoyé le | enviado el | inviato il",
        "party_name": "name | company | legal name | business name | trading name | company name",
        "number": (
            "invoice n° | invoice nº | inv. nr | invoice/credit note no | document number/date | voice no"
            " | e-invoice no | invoice code | invoice serial no | tax invoice # | sales invoice no"
            " | sales invoice number | our invoice no | invoice number / date | fiscal invoice no | original invoice"
            " | credit note # | credit no | debit note no | order confirmation no | quotation number | bill id"
            " | invoice-no | vat receipt number | folio no | billing document | billing document no | billing doc"
        ),
        "not_number": (
            "l/c no | payment terms | terms of payment | final destination | port of discharge | vessel | booking id"
            " | merchant id | transaction ref | mandate reference | payout id | sequence | permit no | gst no"
            " | agent code | ean | asin | order reference | payment id | charge id | session id | room no | room"
            " | folio | cashier"
        ),
        "date": (
            "invoice issued | issued date | date of the invoice | invoice generated on | invoice created"
            " | bill dated | generated on invoice date"
        ),
        "due_date": (
            "payable before | payment is due by | settle by | please settle by | due for payment on | direct debit on"
        ),
        "service": (
            "despatch date | date of despatch | service month | supplied on | supply month | usage from | stay"
            " | from/to"
        ),
        "paid_date": "transaction date | date of transaction | payment received",
        "gross": (
            "total vat included | total vat incl | total (vat included) | total incl. all taxes"
            " | total taxes included | total tax included | amount including tax | amount inc vat"
            " | total amount due and payable | total for this bill | total with tax | sum total incl vat | total sum"
            " | amount in total | total billed | total charged | net to pay | total this invoice"
            " | total value of goods | total invoiced | total vat inclusive | total payable amount"
        ),
        "net": (
            "untaxed amount | total untaxed | net amount excluding tax | net charges | net to be taxed"
            " | total exclusive of vat | total amount without vat | total vat excluded | taxable total"
            " | total net of vat | net invoice amount | amount before vat | total charges excluding vat"
            " | sub-total net | total price excl vat | vat exclusive amount"
        ),
        "vat": (
            "vat charged at | vat rate | tax charged | total vat amount due | vat charged | standard rate"
            " | vat included | of which vat"
        ),
        "paid": (
            "less amount paid | payment made | amount received | payments/credits | paid by card | paid in advance"
            " | less advance"
        ),
        "due": "balance outstanding | total outstanding amount | amount remaining | total balance due | sum due",
        "charge": (
            "delivery fee | handling fee | shipping fee | shipping charge | transport costs | processing fee"
            " | less rebate | freight charges | freight & insurance | coupon | promo code | voucher"
            " | loyalty discount | trade discount"
        ),
        "supplier": (
            "sold and invoiced by | invoice issued by | our company | company information | from company | biller"
        ),
        "customer": (
            "issued for | sold to party | invoiced party | invoice receiver | your details | client information"
            " | the buyer | payable by | on behalf of | registered to | guest | company to be invoiced"
        ),
        "vat_id": (
            "vat registered no | vat reg. number | v.a.t. no | tax registration number | eu tax id | vat identifier"
            " | trn | vat n° | vat nº"
        ),
        "customer_vat": (
            "customer tax number | customer's tax id | vat number of the customer | vat id of the customer"
            " | vat no. customer"
        ),
    },
    "de": {
        "party_name": "name | firmenname | firma | unternehmen | firmenbezeichnung",
        "number": (
            "rechnung mit der nummer | belegnr | rechnungs-id | rechnungskennung | re.-nr | rech.-nr | rech-nr"
            " | ihre rechnungsnummer | unsere rechnungsnummer | rechnung/beleg nr | rechn.-nr | rechnungsnr./datum"
            " | ausgangsrechnung nr | gutschrift-nummer | kreditnota nr | kreditrechnung nr | storno nr"
            " | stornonummer | auslagenrechnung nr"
        ),
        "number_weak": "lfd nr | lfd. nr. | dokument nr | belegnummer/document no | interne nummer",
        "not_number": (
            "leitweg-id | registernummer | kassier | zimmer | lieferscheinnr | sendung | abholnummer | abonummer"
            " | vorgangsnr | ust-kennung"
        ),
        "date": (
            "rechnung erstellt am | datum der rechnungsstellung | rechnungsausgang | rechnungsdatum/datum"
            " | tag der rechnungsstellung | beleg vom"
        ),
        "due_date": (
            "zahlbar innerhalb bis | zu begleichen bis | lastschrift am | abbuchung am | wird abgebucht am"
            " | zahlung bis"
        ),
        "service": (
            "leistung im | leistungsmonat/-zeitraum | versendet am | reisedatum | aufenthalt | lieferzeitpunkt"
            " | zeitraum der leistung"
        ),
        "gross": (
            "bruttorechnungsbetrag | gesamtpreis inkl mwst | gesamtpreis inkl ust | summe inkl ust | endsumme brutto"
            " | gesamtsumme inkl mwst | gesamtsumme inkl ust | endpreis | zu überweisender betrag"
            " | zu zahlender gesamtbetrag | gesamt inkl ust | total inkl ust | betrag inkl ust"
            " | rechnungsbetrag inkl ust | zahlungsbetrag brutto | gesamtbetrag inkl umsatzsteuer | gesamtkosten"
            " | abrechnungsbetrag | rechnungsbetrag in eur"
        ),
        "net": (
            "gesamtbetrag ohne steuern | summe ohne ust | summe exkl ust | gesamt exkl mwst | gesamt exkl ust"
            " | nettoentgelt | nettoleistung | netto-gesamtbetrag | steuerbasis | nettobasis"
            " | summe der nettobeträge | gesamtsumme ohne mwst | netto-warenwert | rechnungsbetrag ohne mwst"
            " | netto in eur | steuergrundlage"
        ),
        "vat": (
            "hierin enthaltene mwst | darin enthaltene mwst | davon ust | davon umsatzsteuer | mwst-satz"
            " | mwst-summe | gesamtbetrag ust | enthält mwst | inklusive mwst von"
        ),
        "paid": (
            "bereits gezahlt | bereits beglichen | abzgl zahlung | geleistete anzahlung | abzüglich zahlung"
            " | bezahlt per"
        ),
        "due": "verbleibender betrag | zu zahlender restbetrag | offener rechnungsbetrag | noch offener betrag",
        "charge": (
            "versandkostenpauschale | liefergebühr | servicegebühr | bearbeitungsgebühr | gutschein | aktionsrabatt"
            " | mengenrabatt | expresszuschlag"
        ),
        "supplier": (
            "rechnungssteller/verkäufer | verkauft von | verkauf durch | verkauf und versand durch"
            " | rechnungsstellerin | leistungserbringerin"
        ),
        "customer": (
            "rechnungsempfänger/käufer | rechnung für | kundin | auftraggeberin | bestellt von | gast"
            " | rechnung geht an | leistungsempfängerin"
        ),
        "vat_id": (
            "ust-identifikationsnummer | umsatzsteuer-identifikationsnr | mwst-id | mwst-idnr | umsatzsteuernummer"
            " | ust-id.nr | ustidnr./vat id | vat-id-nr | uid-nummer (atu)"
        ),
        "customer_vat": (
            "kunde ust-idnr | kunde ust-id | kunden-ust-idnr | ust-idnr rechnungsempfänger | mwst-nr kunde"
            " | ust-id-nr kunde"
        ),
    },
    "fr": {
        "party_name": "nom | raison sociale | société | dénomination | dénomination sociale",
        "number": (
            "numéro de la pièce | n° pièce | facture de vente n° | réf. de la facture | facture client n°"
            " | n°facture | note n° | note d'honoraires n° | numéro d'avoir client | avoir numéro"
        ),
        "number_weak": "pièce | pièce n° | note d'honoraires | n° interne | note de crédit",
        "not_number": (
            "atelier | n° de dossier | n° de devis | n° client/adhérent | compte client | n° de compte client"
            " | code routage | n° d'affaire | n° de lot | n° opération"
        ),
        "date": (
            "facture établie le | facture émise le | date pièce | émise à paris le | date du document"
            " | fait à paris le | facturée le | date de la pièce"
        ),
        "due_date": (
            "date limite de règlement | à régler le | échéance du règlement | prélevé le | sera prélevé le"
            " | règlement le"
        ),
        "gross": (
            "total toutes taxes | total tva comprise | montant tva comprise | total t.t.c. | montant t.t.c."
            " | total à régler | montant prélevé | net ttc | total de la facture ttc | montant à régler"
            " | total de votre facture | total tvac à payer | total facturé | total à payer ttc | somme due"
            " | montant total tvac"
        ),
        "net": (
            "total net h.t. | total h.t | montant h.t. | total de la facture ht | total hors tva ht"
            " | montant net h.t. | total htva net | sous-total hors taxes | total hors droits | base h.t."
        ),
        "vat": "total t.v.a. | montant t.v.a. | tva sur les débits | tva incluse | tva comprise | t.v.a | total tva €",
        "paid": (
            "payé par carte | réglé par carte | montant déjà versé | acompte déjà versé | votre règlement"
            " | payé le jour même"
        ),
        "charge": (
            "frais d'expédition | expédition | frais de gestion | frais de dossier | code promo | bon de réduction"
            " | remise commerciale | frais d'emballage"
        ),
        "supplier": "vendu et facturé par | vos coordonnées vendeur | société | raison sociale vendeur",
        "customer": (
            "pour | vos coordonnées | facturé au | client final facturé | adresse client | commanditaire"
            " | maître d'ouvrage | dénomination sociale du client"
        ),
        "vat_id": (
            "tva n | n° tva intra-communautaire | n° de tva communautaire | numéro tva intracom | tva ue | id. tva"
            " | tva/vat"
        ),
        "customer_vat": "n° tva intracom du client | tva du preneur | n° de tva preneur | votre numéro tva",
    },
    "nl": {
        "number_weak": "bonnr | bonnummer | bon nr | kassabon nr",
        "party_name": "naam | bedrijfsnaam | bedrijf",
        "number": (
            "factuur met nummer | factuurnummer/datum | nota-nummer | ons factuurnummer | verkoopfactuurnummer"
            " | creditfactuurnr | factuur id"
        ),
        "date": (
            "factuurdatum/datum | datum van facturatie | datum facturatie | gefactureerd op | datum nota | notadatum"
        ),
        "due_date": "incasso op | wordt geïncasseerd op | te betalen uiterlijk op | betalen voor of op | verval datum",
        "gross": (
            "totaal (incl. btw) | totaal inclusief b.t.w. | te betalen totaal | totaal inc btw"
            " | totaal factuur incl btw | totaalbedrag inclusief btw | totaal voldaan | eindbedrag incl btw"
        ),
        "net": (
            "bedrag zonder btw | totaal (excl. btw) | totaal exclusief b.t.w. | netto totaalbedrag"
            " | totaal zonder btw | subtotaal exclusief btw | totaal ex btw | bedrag ex btw"
        ),
        "vat": "waarvan btw | inclusief btw bedrag | btw-totaal | btw over | totaal b.t.w.",
        "paid": "betaald via | reeds betaald via | voldaan via | vooruitbetaling",
        "charge": "verzending | administratie | bezorging | kortingscode | cadeaubon | transportkosten | orderkosten",
        "supplier": "verkocht en verzonden door | onze gegevens | factuur van",
        "customer": "uw gegevens | bedrijf | factuur voor | klant/afnemer | besteld door | gast",
        "vat_id": "btw-nr. | btw identificatie nr | btw nr. eu | vat-nummer | vat id",
        "customer_vat": (
            "btw-id afnemer | btw nr afnemer | btw-nr afnemer | btw-identificatienummer afnemer | vat-nummer klant"
        ),
    },
    **rarer_romance.TABLES,
    **rarer_north_east.TABLES,
}
