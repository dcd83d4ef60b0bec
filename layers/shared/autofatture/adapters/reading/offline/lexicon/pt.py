"""Portuguese labels."""

from __future__ import annotations

LABELS = {
    "number": (
        "número da fatura | nº da fatura | n.º da fatura | fatura nº | fatura n.º | fatura n° | nº fatura"
        " | fatura no | factura nº"
        " | factura n.º | nº da factura | número de fatura | n.º fatura | fatura número | fatura #"
        " | fatura-recibo nº | fatura recibo"
        " | fatura-recibo | nota de crédito nº | nota de crédito n.º | nº da nota | fatura/recibo nº | fatura/recibo"
        " | fatura simplificada | fatura simplificada nº | nº do documento | n.º do documento"
        " | número do documento | recibo nº"
        " | nº de fatura | fatura proforma nº | nota fiscal nº | número da factura"
    ),
    "number_weak": "nº | n.º | n° | número | fatura | factura | nota de crédito | documento | recibo",
    "not_number": (
        "nº cliente | n.º cliente | número de cliente | nº de cliente | código cliente | código de cliente | encomenda"
        " | nº encomenda | encomenda nº | nº da encomenda | n.º encomenda | guia | guia de remessa"
        " | guia de transporte | telefone"
        " | tel | telef | fax | telemóvel | iban | bic | nib | conta | contrato | nº de contrato | referência"
        " | ref | v/ referência"
        " | v/ ref | n/ ref | vossa referência | página | pág | atcud | capital social | matrícula"
        " | conservatória | pedido"
        " | nº do pedido | entidade | requisição | requisição nº | v/ requisição | orçamento | processo"
        " | nº de registo | alvará"
        " | nº de série | artigo"
    ),
    "date": (
        "data de emissão | data da fatura | data de fatura | data da factura | data emissão | emitida em | emitido em"
        " | data do documento | data documento | data doc | data da nota | data fatura | emissão"
    ),
    "date_weak": "data | em",
    "due_date": (
        "data de vencimento | vencimento | data vencimento | vence em | data limite de pagamento | pagar até"
        " | pagamento até"
        " | data limite | a pagar até | data de pagamento limite | vence a"
    ),
    "service": (
        "período | período de faturação | data de entrega | data da prestação | período de referência | data do serviço"
        " | data de expedição | data da operação | período do serviço | data de carga | data da entrega | carga"
    ),
    "paid_date": "data de pagamento | pago em | data do pagamento | liquidado em | paga em",
    "not_date": (
        "data da encomenda | data de impressão | data de nascimento | data do pedido | impresso em | chegada | partida"
    ),
    "gross": (
        "total a creditar | a seu crédito | total a devolver | total a pagar | valor total | total com iva"
        " | total da fatura | total da factura | total geral"
        " | total do documento"
        " | total documento | total c/ iva | montante total | total (eur) | total fatura | importância a pagar"
        " | valor a pagar"
        " | total iva incluído | a pagar | total ilíquido com iva | total da nota de crédito"
        " | total com impostos | total eur"
        " | total bruto com iva | total final | total c/iva | preço total"
    ),
    "gross_weak": "total | valor | soma",
    "net": (
        "total ilíquido | base tributável | total sem iva | total líquido | incidência | valor líquido"
        " | base de incidência"
        " | base | valor tributável | total s/ iva | total mercadorias | total tributável"
        " | mercadoria/serviços | soma ilíquida"
        " | total sem impostos | montante líquido | valor sem iva | líquido | total base | total incidência"
        " | matéria coletável"
        " | total s/iva"
    ),
    "subtotal": "subtotal | sub-total | sub total | soma",
    "vat": (
        "iva | total iva | valor iva | valor do iva | total do iva | imposto | total imposto | total impostos"
        " | montante iva | total de iva | impostos"
    ),
    "paid": "pago | valor pago | adiantamento | já pago | total pago | sinal | montante pago",
    "due": (
        "saldo | valor em dívida | em dívida | saldo devedor | por pagar | valor em aberto"
        " | montante em dívida | saldo a pagar"
    ),
    "previous": "saldo anterior | transporte anterior",
    "charge": (
        "desconto | portes | transporte | desconto comercial | portes de envio | retenção | retenção na fonte"
        " | outros serviços | desconto financeiro"
    ),
    "rounding": "arredondamento | acerto",
    "supplier": (
        "vendedor | transmitente | dados do transmitente | prestador do serviço | fornecedor | emitente"
        " | prestador | prestador de serviços | emitido por | remetente"
    ),
    "customer": (
        "cliente | exmo(s) sr(s) | exmo.(s) sr.(s) | exmos senhores | exmo senhor | adquirente | comprador | faturar a"
        " | nome do cliente | destinatário | dados do cliente | exmos srs | morada de faturação | faturado a | tomador"
        " | endereço de faturação | facturar a | exmo(a) sr(a) | exmos. srs."
    ),
    "ship_to": (
        "local de descarga | local de entrega | morada de entrega | descarga | endereço de entrega | entregar em"
    ),
    "ship_from": "local de carga | carga | expedido de | país de expedição | local de expedição",
    "vat_id": (
        "nif | contribuinte | nipc | nº contribuinte | n.º contribuinte | número de contribuinte"
        " | nipc / contribuinte | niva"
        " | nif/nipc | número de identificação fiscal | nº iva | n.º iva | contribuinte nº | contribuinte n.º | vat"
        " | n.º de contribuinte | nº de contribuinte | nif / vat | contrib. nº | nif/vat | nº de identificação fiscal"
    ),
    "customer_vat": (
        "nif cliente | nif do cliente | contribuinte cliente | nif adquirente | v/ contribuinte"
        " | v/ nº contribuinte | vosso nif"
        " | nif do adquirente | v/nº contrib | v/ nif | nº contribuinte cliente | vosso contribuinte"
    ),
    "supplier_vat": "nif emitente | nif do emitente | nosso nif | n/ contribuinte",
    "currency": "moeda | divisa | valores em | montantes em",
    "holder": "titular | titular da conta | beneficiário",
    "related": (
        "fatura de origem | documento de origem | referente à fatura | documento origem | fatura original"
        " | relativo à fatura"
        " | ref. à fatura | documento retificado | fatura retificada | anulação da fatura | relativa à fatura"
    ),
    "description": "descrição | artigo | designação | produto | serviço | descritivo",
    "quantity": "quantidade | qtd | qtd. | quant | horas",
    "unit_price": "preço unitário | pr. unitário | preço | p. unit | preço unit | pr. unit",
    "line_amount": "total | valor | total líquido | importância",
    "rate": "taxa | taxa iva | iva % | % iva | taxa de iva",
}

WORDS = (
    "o os da das do dos de e para por com em uma um ao à no na não que se fatura data valor pagamento cliente emitido "
    "serviços morada nos conta total processado programa certificado"
)
