"""Rarer wordings of the same labels: of shop programs, of official visualisations, of two-word variants."""

from __future__ import annotations

TABLES = {
    "en": {
        "not_date": "sent | date sent | gesendet | gesendet am | verzonden op | envoyé le | enviado el | inviato il",
        "party_name": "name | company | legal name | business name | trading name | company name",
        "number": (
            "invoice n° | invoice nº | inv. nr | invoice/credit note no | document number/date | voice no"
            " | e-invoice no | invoice code | invoice serial no | tax invoice # | sales invoice no"
            " | sales invoice number | our invoice no | invoice number / date | fiscal invoice no | original invoice"
            " | credit note # | credit no | debit note no | order confirmation no | quotation number | bill id"
            " | invoice-no | vat receipt number | folio no"
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
    "es": {
        "party_name": "nombre | razón social | empresa | nombre fiscal | nombre o razón social",
        "number": (
            "factura de venta nº | número documento | n.º de documento | nº doc | factura ordinaria nº | fra. nº"
            " | fra nº | nº fra | nº de fra | código de factura | factura electrónica nº | número de la factura"
            " | id de factura"
        ),
        "number_weak": "doc nº | serie/número | minuta nº | minuta",
        "not_number": (
            "nº reserva | habitación | nº de habitación | huésped | nº expediente | r.m. | cups | nº contador"
            " | código postal | agente"
        ),
        "date": (
            "fecha de la operación y expedición | fecha de expedición de la factura | fecha emisión factura"
            " | emitida con fecha | fecha fra | fecha doc"
        ),
        "due_date": "fecha de cargo | fecha de adeudo | fecha prevista de cargo | a pagar el",
        "gross": (
            "total importe factura | total fra | importe total con iva | total (eur) | total con i.v.a."
            " | total impuestos incluidos | total i.v.a. incluido | total a ingresar | importe líquido"
            " | total bruto a pagar"
        ),
        "net": (
            "importe libre de impuestos | total sin i.v.a. | importe neto sin iva | suma de bases imponibles"
            " | b. imponible | total base i.v.a. | neto sin iva | importe sin impuestos"
        ),
        "vat": (
            "importe del iva | total i.v.a. | iva incluido | cuota i.v.a. | iva total | imp. iva"
            " | impuesto sobre el valor añadido"
        ),
        "charge": (
            "gastos de transporte | gastos de gestión | descuento comercial | dto. pronto pago"
            " | descuento por pronto pago | cupón"
        ),
        "supplier": "datos de la empresa emisora | vendido por | empresa emisora | expedida por | datos vendedor",
        "customer": (
            "datos de facturación del cliente | cliente/destinatario | facturado al cliente | titular del contrato"
            " | datos comprador | a nombre de"
        ),
        "vat_id": (
            "n.i.f./c.i.f. | nif/iva | n.i.f | iva nº | nº de identificación fiscal | cif/nif/vat"
            " | nº vat intracomunitario | vat nº"
        ),
        "customer_vat": "nif/cif cliente | n.i.f. del cliente | vat del cliente | nif-iva destinatario",
    },
    "it": {
        "party_name": "ragione sociale | denominazione | nome | nominativo | ditta",
        "number": (
            "fattura numero/data | documento numero | numero doc | n. documento | n. doc | nr. doc | fatt. n | ft. n"
            " | fattura di vendita n | fattura accompagnatoria n | numero e data | identificativo fattura"
            " | parcella n | nota di accredito n"
        ),
        "number_weak": "documento | parcella | doc n | nota credito",
        "not_number": (
            "camera | ospite | codice articolo | numero pratica | pratica n | vs codice | ns codice | cod. cliente"
            " | numero contratto n"
        ),
        "date": "data doc | data di emissione della fattura | fattura emessa il | rilasciata il | data ft",
        "due_date": "pagabile entro | data addebito | addebito il | scadenza rata",
        "gross": (
            "totale ft | totale doc | totale iva incl | totale importo | totale in euro | totale con i.v.a."
            " | totale imposte incluse | importo totale documento | tot. fattura | tot. documento | totale parcella"
            " | totale da versare"
        ),
        "net": (
            "totale imponibile iva | imponibile netto | tot. imponibile | totale iva escl | totale escluso iva"
            " | netto imponibile | totale merce netto | totale imposte escluse | imponibile euro"
            " | totale prestazioni"
        ),
        "vat": (
            "tot. iva | iva inclusa | totale i.v.a. | importo imposta | iva in euro | di cui iva | ammontare imposta"
        ),
        "charge": (
            "contributo spese | sconto merce | sconto incondizionato | spese bancarie | imballaggio | assicurazione"
            " | spese generali"
        ),
        "supplier": "emessa da parte di | dati fornitore | dati venditore | venduto da | fornitore/venditore",
        "customer": (
            "per | destinatario della fattura | dati del cliente | dati acquirente | fattura intestata a"
            " | cliente/committente | intestazione"
        ),
        "vat_id": (
            "p.iva/c.f | partita iva/vat | vat n | n. partita iva | cod. iva | numero di partita iva | p. iva/vat id"
        ),
        "customer_vat": "p. iva cliente | partita iva/cf cliente | vs. p. iva | p.iva/c.f. cliente | part. iva cliente",
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
    "pt": {
        "party_name": "nome | empresa | designação social | firma",
        "number": (
            "fatura n | doc. nº | documento nº | documento n.º | fatura-recibo n.º | factura-recibo nº"
            " | nota crédito nº | nº fatura-recibo | n.º do doc | fatura proforma n.º"
        ),
        "number_weak": "doc | documento n",
        "not_number": "quarto | hóspede | v/ encomenda | nossa referência | c.r.c. | n.º de ordem | ref. multibanco",
        "date": "emitido a | emitida a | data de emissão da fatura | data emissao doc | data do doc",
        "due_date": "vence-se em | data de débito | pagável até",
        "gross": (
            "importância recebida | total recebido | valor total a pagar | total (com iva) | total iva incl"
            " | total do doc | total a liquidar | total pago"
        ),
        "net": (
            "valor ilíquido | total (sem iva) | total s/ impostos | valor sem impostos | ilíquido"
            " | total ilíquido sem iva | base sujeita"
        ),
        "vat": "iva incluído | total do imposto | valor do imposto | iva liquidado",
        "charge": "custos de envio | despesas de envio | desconto global | gastos de envio | embalagem",
        "supplier": "dados do emitente | vendido por | dados do fornecedor",
        "customer": "dados do adquirente | cliente/adquirente | faturado ao cliente | à atenção de | em nome de",
        "vat_id": "n.i.f. | nif n.º | contribuinte fiscal | nº fiscal | n.º fiscal | iva n.º",
        "customer_vat": (
            "nif do cliente/adquirente | n.º contribuinte cliente | n.i.f. cliente | contribuinte do cliente"
        ),
    },
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
