"""Spanish labels."""

from __future__ import annotations

LABELS = {
    "number": (
        "número de factura | nº de factura | n° de factura | nº factura | n° factura | factura nº | factura n°"
        " | factura número"
        " | factura no | no de factura | núm factura | num factura | num. de factura | factura núm | factura num"
        " | número factura | factura # | ref factura | referencia factura | nº de abono | abono nº"
        " | factura rectificativa nº"
        " | nº factura rectificativa | número de abono | nº de recibo | recibo nº | nro de factura | nro factura"
        " | factura nro | n.º de factura | n.º factura | factura n.º | factura rectificativa número | nº de la factura"
        " | serie y número | número de recibo | nota de crédito nº | factura proforma nº | factura simplificada nº"
    ),
    "number_weak": (
        "nº | n° | número | núm | num | nro | factura | nº documento | documento nº | abono | número de documento | n.º"
    ),
    "not_number": (
        "número de cliente | nº de cliente | nº cliente | cód cliente | código cliente | código de cliente | cliente nº"
        " | nº de pedido | nº pedido | número de pedido | pedido nº | pedido | su pedido | albarán"
        " | nº albarán | albarán nº"
        " | nº de albarán | contrato | nº de contrato | nº contrato | número de contrato | teléfono | tel"
        " | tfno | fax | móvil"
        " | iban | bic | cuenta | nº de cuenta | número de cuenta | referencia | ref | su referencia"
        " | nuestra referencia"
        " | página | pág | registro mercantil | tomo | folio | hoja | presupuesto | nº presupuesto | expediente"
        " | nº de expediente | código | matrícula | reserva | nº de reserva | localizador | proyecto | nº de proveedor"
        " | referencia de pago | orden de compra | nº de serie | refer catastral"
    ),
    "date": (
        "fecha de factura | fecha factura | fecha de emisión | fecha de expedición | fecha emisión | fecha expedición"
        " | fecha de la factura | emitida el | fecha de abono | fecha del documento | fecha documento | expedida el"
        " | fecha de facturación | emitido el"
    ),
    "date_weak": "fecha | a fecha | a",
    "due_date": (
        "fecha de vencimiento | vencimiento | vence | fecha vencimiento | vence el | pagar antes del"
        " | fecha de pago límite"
        " | fecha límite de pago | vencimientos | fecha límite | pagadero antes del | fecha vto | vto"
    ),
    "service": (
        "entrada | salida | fecha de operación | fecha operación | fecha de entrega | periodo | período"
        " | periodo de facturación | fecha de servicio"
        " | periodo facturado | fecha de prestación | período de facturación | periodo de servicio"
        " | fecha de la operación"
        " | fecha de envío | servicio prestado | fecha de la entrega | mes de | periodo de prestación | fecha entrega"
    ),
    "paid_date": "fecha de pago | pagado el | fecha de cobro | abonado el | pagada el | cobrado el",
    "not_date": "fecha de pedido | fecha pedido | fecha de impresión | fecha de nacimiento | fecha del pedido",
    "gross": (
        "total a abonar | importe a abonar | a su favor | total a devolver | total factura | total a pagar"
        " | importe total | total con iva | total iva incluido | total general"
        " | total euros"
        " | líquido a percibir | total importe | importe a pagar | total (iva incl.) | total (iva incluido) | total eur"
        " | total abono | total de la factura | importe total factura | total documento | total iva incl"
        " | total neto a pagar"
        " | importe factura | precio total | total a percibir | suma total | total líquido | a pagar"
        " | total con impuestos"
        " | importe total a pagar | total factura euros"
    ),
    "gross_weak": "total | importe | suma",
    "net": (
        "base imponible | total base imponible | subtotal sin iva | importe neto | total neto | neto"
        " | total sin iva | base"
        " | importe sin iva | total antes de impuestos | importe bruto | suma bases | base imp | total bruto"
        " | total bases"
        " | total base | bases imponibles | total sin impuestos | base i.v.a. | base iva | importe base"
        " | suma base imponible"
    ),
    "subtotal": "subtotal | total parcial | suma y sigue | suma líneas | sub-total | sub total",
    "vat": (
        "iva | i.v.a. | total iva | cuota iva | importe iva | cuota | cuota de iva | impuestos | total impuestos | igic"
        " | cuota tributaria | total cuota | impuesto | total cuotas | importe de iva | cuotas iva | importe i.v.a."
        " | cuota repercutida | iva repercutido"
    ),
    "paid": (
        "pagado | anticipo | importe pagado | entregado a cuenta | pago a cuenta | ya pagado | a cuenta"
        " | cobrado | total pagado"
    ),
    "due": (
        "saldo adeudado | pendiente de pago | saldo pendiente | importe pendiente | saldo | pendiente"
        " | importe adeudado | resto a pagar"
    ),
    "previous": "saldo anterior | suma anterior | saldo inicial",
    "charge": (
        "descuento | portes | gastos de envío | envío | transporte | dto | recargo | envío/manipulación"
        " | retención | irpf"
        " | retención irpf | recargo de equivalencia | gastos | manipulación | seguro | embalaje | rebaja"
    ),
    "rounding": "redondeo",
    "supplier": (
        "vendedor | proveedor | emisor | emisor de la factura | datos del emisor | expedidor | datos de la empresa"
        " | prestador | datos del proveedor | remitente | facturado por | exportador"
    ),
    "customer": (
        "cliente | facturar a | datos del cliente | destinatario | comprador | cobrar a | facturado a"
        " | señores | receptor"
        " | dirección de facturación | datos de facturación | a la atención de | razón social"
        " | nombre del cliente | sr/a"
        " | sres | datos cliente | para | adquirente | datos fiscales | importador"
    ),
    "ship_to": (
        "dirección de entrega | dirección de envío | envie a | enviar a | lugar de entrega | entregar a"
        " | envíe a | dirección envío"
    ),
    "ship_from": (
        "enviado desde | país de expedición | lugar de expedición | origen de la mercancía"
        " | país de origen del envío | expedido desde"
    ),
    "vat_id": (
        "nif | cif | nif-iva | nif/cif | cif/nif | n.i.f. | c.i.f. | nif iva | nº iva | número de iva | vat"
        " | nif intracomunitario"
        " | nif/vat | número iva | nif-iva (vies) | nº iva intracomunitario | iva intracomunitario | cif/vat"
        " | nº vat | c.i.f"
        " | nif comunitario | número de identificación fiscal | vat intracomunitario"
        " | nif operador intracomunitario | nvat"
    ),
    "customer_vat": (
        "nif cliente | cif cliente | nif del cliente | nif-iva cliente | vat cliente | nif destinatario"
        " | su nif | nif-iva del cliente"
        " | nif comprador | cif/nif cliente | nº iva cliente | cif del cliente | nif del destinatario | n.i.f. cliente"
    ),
    "supplier_vat": "nif emisor | nuestro nif | cif emisor | nif del emisor | nif proveedor | nif-iva emisor",
    "currency": "moneda | divisa | importes en",
    "holder": "titular | titular de la cuenta | beneficiario | titular cuenta",
    "related": (
        "factura rectificada | factura original | factura de referencia | rectifica a la factura"
        " | factura que rectifica"
        " | abono de la factura | referente a la factura | sobre factura | rectifica la factura"
        " | nº factura rectificada"
        " | factura origen | correspondiente a la factura | abono factura"
    ),
    "description": "descripción | concepto | artículo | producto | detalle | servicio | conceptos",
    "quantity": "cantidad | cant | uds | unidades | horas",
    "unit_price": "precio | precio unitario | p. unitario | precio ud | p/u | precio unidad",
    "line_amount": "importe | total | subtotal | importe neto",
    "rate": "% iva | tipo | tipo iva | iva % | tipo impositivo",
}

WORDS = (
    "el la los las de del y para por con en su un una se al factura fecha importe cliente precio nuestra pago días que "
    "cuenta no es total forma condiciones según"
)
