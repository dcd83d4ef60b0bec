"""Rarer wordings of Spanish, Italian and Portuguese labels."""

from __future__ import annotations

TABLES = {
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
}
