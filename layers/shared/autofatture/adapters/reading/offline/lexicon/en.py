"""English labels."""

from __future__ import annotations

LABELS = {
    "number": (
        "invoice number | invoice no | invoice nr | invoice num | invoice # | invoice id | inv no | inv # | inv number"
        " | invoice ref | invoice reference | tax invoice no | tax invoice number | vat invoice no | vat invoice number"
        " | bill number | bill no | credit note number | credit note no | credit note nr | credit memo no"
        " | credit memo number | credit memo # | receipt number | receipt no | receipt # | number of invoice"
        " | ticket number | ticket no | e-ticket number | proforma number | pro forma no"
        " | proforma invoice no | statement number | invoice serial number"
    ),
    "number_weak": (
        "document number | document no | document nr | document # | number | no | nr | # | invoice | tax invoice"
        " | vat invoice | credit note | serial no | voucher no | voucher number | doc no | our reference | our ref"
    ),
    "not_number": (
        "customer number | customer no | customer id | customer # | customer | client number | client id | client no"
        " | account number | account no | account id | account # | order number | order no | order id | order #"
        " | sales order | purchase order | purchase order no | purchase order number | po number | po no | po #"
        " | p.o. number | po | your order | your order no | your reference | your ref | delivery note"
        " | delivery note no"
        " | project | project no | contract no | contract number | contract | quote number | quote no | quotation no"
        " | job no | company no | company number | company registration | company reg no | registration number"
        " | registration no | registered number | reg no | phone | telephone | tel | fax | mobile | phone no | email"
        " | e-mail | iban | bic | swift | swift code | sort code | routing number | bank account | payment reference"
        " | payment ref | transaction id | transaction number | reference | ref | serial number | page | article no"
        " | item no | sku | product code | hs code | tariff code | commodity code | licence no | license no"
        " | reservation number | booking number | booking reference | confirmation number | billing id"
        " | subscription id"
        " | tracking number | awb | eori | eori number | duns | gln | support entitlement number | entitlement number"
        " | sale | domain name | membership no | ticket number | po box | shipment no | cost center | cost centre"
        " | invoice serial# | case number | statement of account | card number | credit card number"
        " | customer reference"
        " | customer ref | no of pages | invoice count | packing list | packing list no"
    ),
    "date": (
        "invoice date | date of invoice | date of issue | issue date | date issued | issued on | issued at | issued"
        " | billing date | bill date | invoice issue date | tax invoice date | invoiced on | credit note date"
        " | credit memo date | document date | dated | date of document | invoice dated | receipt date | printed on"
        " | tax date"
    ),
    "tax_point": "tax point | tax point date | time of supply | taxpoint date",
    "date_weak": "date",
    "due_date": (
        "due date | date due | payment due | payment due date | due on | due by | due | pay by | payable by"
        " | please pay by"
        " | please remit until | payable until | payment deadline | payment date due | maturity | net due"
        " | due for payment"
        " | valid until | expires on | expiry date"
    ),
    "service": (
        "service period | billing period | period | period of service | service date | date of supply | supply date"
        " | date of service | delivery date | date of delivery | subscription period | usage period | statement period"
        " | for the period | performance date | period of performance | date of sale | sale date"
        " | interval | summary for | travel date | activation date | coverage"
        " | service dates | charges for | shipment date | ship date | date shipped | shipped on | delivered on"
        " | despatched | dispatched | check in | check-out | check out"
        " | activity date | rental period | this invoice is for the billing period"
    ),
    "paid_date": (
        "date paid | paid on | payment date | payment received on | date of payment | paid with | charged on | paid at"
    ),
    "not_date": (
        "order date | date of order | print date | printed | quote date | date of birth | purchase date | contract date"
        " | order placed | renewal date | exchange rate date | next billing date"
        " | start date | end date | ordered on | purchase order date"
    ),
    "gross": (
        "gross"
        " | total refund | amount refunded | total to be refunded | refund total | amount credited | grand total"
        " | total amount | total incl vat | total including vat | total inc vat | total incl tax"
        " | total gross"
        " | total including tax | gross total | gross amount | invoice total | total invoice | invoice amount"
        " | total invoice amount | amount payable | payable"
        " | total payable | total to pay | to pay | total price | total charges"
        " | total (incl. vat) | total with vat | total value | total for this invoice | total amount incl vat"
        " | total amount including vat | total at checkout | total amount paid | total in words | overall total"
        " | final amount | total invoice value | total gross amount | credit total | total credit"
        " | total inclusive of vat"
        " | total credit amount | total inc tax | total gbp incl vat | order total | total (gross) | amount charged"
        " | incl vat | including vat | total amount payable"
    ),
    "gross_weak": "total | sum | sum total | totals",
    "net": (
        "nett | nett total | nett amount"
        " | net | net total | total net | net amount | total excl vat | total excluding vat | total ex vat"
        " | total ex tax"
        " | total excl tax | total excluding tax | taxable amount | total taxable | total taxable amount | taxable base"
        " | net value | total before tax | total before vat | amount before tax | amount excl vat"
        " | amount excluding vat"
        " | total without vat | net price | net sum | subtotal excl vat | sub-total excl vat | subtotal ex vat"
        " | total net amount | total net value | tax base | vat base | total ex. tax | total w/o vat"
        " | subtotal excluding tax | net worth | excl vat | excluding vat | total (net) | vatable amount | net subtotal"
        " | subtotal without vat | total amount net | net total amount | total amount excluding vat"
    ),
    "subtotal": (
        "goods total"
        " | subtotal | sub-total | sub total | items total | charges | purchases | services total | items subtotal"
    ),
    "vat": (
        "vat | vat amount | vat total | total vat | total tax | tax | sales tax | tax amount | tax total"
        " | plus vat | gst"
        " | hst | output vat | value added tax | plus value added tax | vat due | vat payable | total vat amount"
        " | total gst | amount of vat | estimated tax | vat @ | vat at | total taxes | taxes | vat sum | vat value"
        " | reverse charge vat | tax value | iva | tva | mwst | ust"
    ),
    "paid": (
        "amount paid | paid | total paid | payment received | payments received | already paid | prepaid | prepayment"
        " | deposit | deposit paid | less payment | payments | advance payment | advance paid | paid to date | payment"
        " | less deposit | less paid | credit applied | paid amount | payment amount | less prepayments | down payment"
    ),
    "due": (
        "amount due | total due | balance due | balance | due amount | outstanding | amount outstanding"
        " | outstanding balance"
        " | open amount | amount now due | total amount due | due payable | remaining | remaining balance | still due"
        " | left to pay | residual | amount to pay | net payable | balance to pay | amount owing | please pay"
        " | total outstanding | invoice balance | payment due amount"
    ),
    "previous": (
        "previous balance | balance forward | brought forward | carried forward | opening balance | last balance"
        " | previous amount | balance b/f | closing balance | account balance | previous invoice | unpaid balance"
    ),
    "charge": (
        "shipping | freight | postage | shipping and handling | shipping & handling | handling | delivery"
        " | delivery charge"
        " | packaging | packing | discount | less discount | rebate | surcharge | service fee | carriage"
        " | insurance | tip"
        " | shipping cost | shipping costs | credits | credit | adjustment | fees | gratuity | delivery costs"
        " | allowance"
    ),
    "rounding": "rounding | rounding difference | rounded",
    "supplier": (
        "seller | supplier | vendor | from | bill from | issued by | invoice from | sold by | service provider"
        " | provider"
        " | provided by | product(s) provided by | products provided by | issuer | exporter | consignor | shipper"
        " | invoiced by | billed by | our details | company details"
        " | seller details | supplier details | sender"
    ),
    "customer": (
        "bill to | billed to | billing address | invoice to | invoiced to | sold to | buyer | customer name"
        " | client name"
        " | to | messrs | purchaser | bill-to | customer details | bill to address | invoice address"
        " | invoice recipient | recipient"
        " | billing details | billed customer | customer address | client details | charge to | licensed to"
        " | billing to"
        " | issued to | importer | sold-to party | bill-to party | company name | payer | account name"
        " | customer information"
        " | billing information | invoice for | for | prepared for | attention | attn | debtor | customer | client"
    ),
    "ship_to": (
        "ship to | delivery address | shipping address | deliver to | delivered to | ship-to | shipped to | consignee"
        " | delivery to | place of delivery | service address | delivery location | goods recipient | shipping details"
        " | end user | end customer | installation address"
    ),
    "contact": (
        "technical contact | billing contact | sales contact | contact | contact person | contact name"
        " | salesperson | account manager | tax representative | representative"
    ),
    "ship_from": (
        "ship from | shipped from | dispatched from | country of dispatch | dispatch from | place of dispatch"
        " | country of departure | goods shipped from | sent from | warehouse | delivered from | port of loading"
        " | country of shipment"
    ),
    "vat_id": (
        "vat | vat no | vat number | vat nr | vat id | vat id no | vat # | vat reg no | vat registration"
        " | vat reg number"
        " | vat registration number | vat registration no | vat identification number | tax id | tax number | vat code"
        " | vat-id | tax identification number | eu vat | eu vat number | eu oss vat | gst no | gstin | abn"
        " | vat id number"
        " | vat/tax id | vatin | eu vat id | vat reg | tin | uid | tax id number | vat identification"
        " | tax registration"
        " | tax no | vat ident | vat-no | vat id nr | de vat | it vat | fr vat | es vat | nl vat | pl vat"
        " | at vat | ie vat"
        " | be vat | pt vat | gb vat | uk vat | se vat | dk vat | ch vat | no vat | value added tax id"
        " | vat number (oss)"
        " | oss vat | ioss | vat tax id | our vat number | our vat no | our vat id"
    ),
    "customer_vat": (
        "customer vat | customer vat number | customer vat no | customer vat id | your vat | your vat number"
        " | your vat no"
        " | your vat id | client vat | client vat number | buyer vat | buyer vat number | buyer's vat | bill to vat"
        " | customer tax id | your vat registration number | customer's vat number | customer vat registration no"
        " | vat number customer | vat id customer | your tax id | recipient vat | vat no customer | vat no of customer"
        " | customer vat reg no | vat registration no of the buyer | buyer vat id | buyer tax id | purchaser vat"
        " | customer's vat | customer's vat id | vat number of customer | recipient vat id"
    ),
    "supplier_vat": (
        "our vat | supplier vat | supplier vat number | seller vat | seller vat number | vendor vat | seller's vat"
        " | supplier's vat number | supplier vat id | seller vat id | issuer vat | vat of"
    ),
    "currency": (
        "currency | invoice currency | payment currency | currency code | all prices in | all amounts in | amounts in"
    ),
    "holder": (
        "remit to | make payable to | payable to | pay to | payee | account holder | account name"
        " | beneficiary | beneficiary name | name of account | account owner"
    ),
    "related": (
        "original invoice | related invoice | credit for invoice | refers to invoice | reference invoice"
        " | invoice reference"
        " | applied to invoice | corrected invoice | for invoice | original invoice number | original invoice no"
        " | credit note for invoice | correction to invoice | ref invoice | referring to invoice | related to invoice"
        " | regarding invoice | for invoice no | in respect of invoice"
    ),
    "description": (
        "description | item | items | product | service | services | details | item description | article | particulars"
    ),
    "quantity": "qty | quantity | units | hours | hrs | hrs. | days | pcs | qty.",
    "unit_price": "unit price | price | rate | unit cost | price per unit | unit net price | list price",
    "line_amount": "amount | line total | line amount | net amount | price | value | total price | extended price",
    "rate": "vat % | vat rate | tax rate | tax % | rate | vat%",
}

WORDS = (
    "the and of for to your you is this with from on by be payment amount please thank number date item due at "
    "are invoice description price our subject if any within days bank account"
)
