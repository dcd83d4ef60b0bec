"""Italian labels."""

from __future__ import annotations

LABELS = {
    "number": (
        "numero fattura | fattura n | fattura n° | fattura nr | fattura numero | n° fattura | nr fattura"
        " | numero della fattura"
        " | fattura num | n. fattura | fattura no | numero documento | n° documento | nr documento"
        " | documento n | documento nr"
        " | nota di credito n | nota di credito nr | nota di credito n° | nota credito n | fattura # | rif fattura"
        " | numero nota di credito | ricevuta n | ricevuta n° | proforma n | numero ricevuta | fattura proforma n"
    ),
    "number_weak": "n | n° | nr | num | numero | fattura | nota di credito",
    "not_number": (
        "codice cliente | cod cliente | numero cliente | n° cliente | cliente n | numero ordine | ordine n"
        " | ordine nr | ordine"
        " | vs ordine | vostro ordine | rif ordine | ddt | ddt n | numero ddt | telefono | tel | fax | cell"
        " | iban | bic | swift"
        " | conto | numero conto | contratto | numero contratto | contratto n | rif | riferimento | vs rif"
        " | ns rif | pagina | pag"
        " | rea | codice fiscale | c.f. | cod fisc | codice destinatario | codice sdi | cig | cup | preventivo"
        " | commessa"
        " | codice | matricola | lotto | capitale sociale | registro imprese | prenotazione | numero prenotazione"
    ),
    "date": (
        "data fattura | data documento | data di emissione | data emissione | data della fattura | emessa il"
        " | fattura del"
        " | data nota di credito | emesso il | data di fatturazione | data fatturazione | data del documento"
    ),
    "date_weak": "data | del | in data | lì",
    "due_date": (
        "scadenza | data scadenza | data di scadenza | scadenza pagamento | da pagare entro | pagare entro il"
        " | entro il"
        " | scade il | pagamento entro | termine di pagamento | scadenze"
    ),
    "service": (
        "data consegna | arrivo | partenza | consegna del | periodo | periodo di riferimento"
        " | data di consegna | periodo di fatturazione | data prestazione"
        " | competenza | data servizio | periodo fatturato | data operazione | data ddt | data di prestazione"
        " | data effettuazione | data della prestazione | data di spedizione | periodo di servizio"
    ),
    "paid_date": "data pagamento | pagata il | pagato il | data di pagamento | pagamento del | saldata il",
    "not_date": "data ordine | data stampa | data di nascita | data contratto | ordine del | data dell'ordine",
    "gross": (
        "totale a credito | a vostro credito | totale accreditato | totale da rimborsare | totale fattura"
        " | totale documento | totale da pagare | importo totale | totale a pagare"
        " | totale ivato | netto a pagare"
        " | totale iva inclusa | totale iva compresa | totale generale | totale lordo | totale complessivo"
        " | importo da pagare"
        " | totale con iva | totale nota di credito | da pagare | totale euro | totale (iva inclusa) | importo fattura"
        " | prezzo totale | totale dovuto | ammontare totale | importo lordo | importo totale iva inclusa"
    ),
    "gross_weak": "totale | importo | somma",
    "net": (
        "imponibile | totale imponibile | totale netto | totale merce | importo netto | netto"
        " | base imponibile | totale senza iva"
        " | totale iva esclusa | imponibile iva | totale esclusa iva | importo imponibile | totale al netto iva"
        " | imponibile totale | importo iva esclusa | valore netto | totale (iva esclusa)"
    ),
    "subtotal": "subtotale | totale parziale | sub totale | totale righe",
    "vat": (
        "iva | totale iva | imposta | importo iva | totale imposta | i.v.a. | totale imposte | imposte | ammontare iva"
    ),
    "paid": "acconto | pagato | già pagato | acconti | importo pagato | versato | anticipo | totale pagato",
    "due": "saldo | saldo dovuto | residuo | importo dovuto | saldo da pagare | rimanente | residuo da pagare",
    "previous": "saldo precedente | riporto | saldo iniziale",
    "charge": (
        "sconto | spese di trasporto | trasporto | spese di spedizione | spedizione | spese | imballo | bollo"
        " | ritenuta"
        " | ritenuta d'acconto | spese incasso | abbuono | marca da bollo"
    ),
    "rounding": "arrotondamento",
    "supplier": (
        "venditore | fornitore | cedente | emittente | cedente/prestatore | prestatore | mittente | emessa da"
        " | beneficiario"
    ),
    "customer": (
        "cliente | spett.le | spettabile | destinatario | intestatario | fatturare a | cessionario"
        " | cessionario/committente"
        " | committente | acquirente | intestato a | spett | indirizzo di fatturazione | fatturato a | egr. | egregio"
        " | dati cliente | ragione sociale | destinatario fattura"
    ),
    "ship_to": (
        "luogo di consegna | destinazione | indirizzo di consegna | consegnare a | destinazione merce"
        " | indirizzo di spedizione"
    ),
    "ship_from": (
        "spedito da | luogo di spedizione | paese di spedizione | luogo di partenza | spedizione da | paese di partenza"
    ),
    "vat_id": (
        "partita iva | coe | c.o.e. | p. iva | p.iva | piva | p.i. | partita i.v.a. | p.iva/c.f. | codice iva"
        " | numero iva | p.iva/vat | vat"
        " | c.f./p.iva | identificativo iva | n. iva | nr iva | partita iva n | cod fisc e p.iva | id iva"
        " | numero partita iva"
    ),
    "customer_vat": (
        "p.iva cliente | partita iva cliente | vs partita iva | vostra p.iva | vostra partita iva"
        " | partita iva del cliente"
        " | vs p.iva | p.iva del cliente | numero iva cliente | partita iva acquirente | p.iva cessionario"
    ),
    "supplier_vat": (
        "nostra p.iva | nostra partita iva | partita iva fornitore | p.iva cedente | partita iva venditore | ns p.iva"
    ),
    "currency": "valuta | divisa | importi in | moneta",
    "holder": "intestatario conto | intestatario | beneficiario | conto intestato a | intestato a",
    "related": (
        "fattura di riferimento | riferimento fattura | fattura originale | storno fattura | a storno della fattura"
        " | rif fattura n | relativa alla fattura | vs fattura | fattura collegata | relativa alla fattura n"
        " | rettifica fattura | a rettifica della fattura"
    ),
    "description": "descrizione | articolo | prodotto | servizio | causale | dettaglio",
    "quantity": "quantità | qta | q.tà | pezzi | ore",
    "unit_price": "prezzo unitario | prezzo | pr. unitario | prezzo unit",
    "line_amount": "importo | totale | importo netto | prezzo totale",
    "rate": "aliquota | aliquota iva | % iva | iva %",
}

WORDS = (
    "il lo la gli le di del della dei per con e è un una da al alla si fattura data importo pagamento cliente prezzo "
    "vostro nostro giorni non che entro totale bonifico"
)
