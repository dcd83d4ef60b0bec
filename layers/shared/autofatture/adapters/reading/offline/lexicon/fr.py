"""French labels."""

from __future__ import annotations

LABELS = {
    "number": (
        "numéro de facture | n° de facture | n° facture | no de facture | no facture | facture n° | facture no"
        " | facture numéro"
        " | facture nº | numéro facture | réf facture | référence facture | référence de facture"
        " | référence de la facture"
        " | n° d'avoir | avoir n° | numéro d'avoir | facture nr | facture # | n° de la facture | numéro de la facture"
        " | n° de l'avoir | facture d'avoir n° | n° de pièce | avoir no | reçu n° | quittance n° | n° de reçu"
        " | num facture"
        " | facture proforma n° | numéro de l'avoir | facture d'acompte n° | n° de quittance | facture num"
    ),
    "number_weak": (
        "n° | numéro | no | nº | référence document | facture | avoir | document n° | numéro de document | n° document"
    ),
    "not_number": (
        "numéro client | n° client | n° de client | code client | réf client | référence client | client n° | id client"
        " | identifiant client | numéro de commande | n° de commande | n° commande | commande n° | commande"
        " | bon de commande"
        " | n° bon de commande | bon de livraison | n° bon de livraison | n° de bl | bl n° | numéro de compte"
        " | n° de compte"
        " | numéro de contrat | n° de contrat | n° contrat | contrat n° | siret | siren | n° siret | n° siren"
        " | rcs | ape"
        " | naf | code ape | téléphone | tél | tel | fax | mobile | votre référence | vos références | nos références"
        " | v/réf | n/réf | référence | réf | iban | bic | numéro de dossier | dossier | page | devis"
        " | devis n° | chantier"
        " | affaire | id.client | numéro de ligne | n° abonné | numéro d'abonné | référence de paiement | code service"
        " | n° de bon de vente | n° d'engagement | marché | réf marché | numéro de téléphone | n° de réservation"
        " | n° de réception | numéro d'identification | n° de facture associée | numéro de lot"
        " | code article | n° de série | ref client | capital | numéro d'immatriculation | rib | code banque"
        " | duns | gln | numéro de mandat | rum | ics | n° orias | numéro de commande client"
    ),
    "date": (
        "date de facture | date de facturation | date facture | date d'émission | date de la facture"
        " | facture du | émise le"
        " | émis le | date de l'avoir | avoir du | date d'édition | éditée le | établie le | en date du | facturé le"
        " | date avoir | date d'établissement | date de création | faite le | fait le"
    ),
    "date_weak": "date | du | le",
    "due_date": (
        "date d'échéance | échéance | échéance le | à payer avant le | date limite de paiement | à régler avant le"
        " | payable le | date échéance | date d'exigibilité | à payer pour le | paiement avant le | exigible le"
        " | date limite de paiement le | à payer le | règlement avant le | prélèvement le | échéance au"
        " | prélèvement à partir du | payable avant le | échéance de paiement"
    ),
    "service": (
        "date de livraison | arrivée | départ | période | période de facturation | date de prestation"
        " | date d'exécution | période du"
        " | date de début de prestation | date de fin de prestation | livraison le | date d'intervention | livré le"
        " | période de prestation | date de vente | date de réalisation | prestation du | mois de | date d'expédition"
        " | période de service | expédié le | date de la prestation | date de la vente | période de location"
    ),
    "paid_date": "payé le | réglée le | date de paiement | acquittée le | date de règlement | payée le | réglé le",
    "not_date": (
        "date de commande | date commande | date d'impression | date de naissance | date de facture associée"
        " | commande du | imprimé le | date de devis | date de la commande | devis du"
    ),
    "gross": (
        "total tvac | montant tvac | montant à rembourser | net à déduire | à votre crédit"
        " | total à rembourser | total ttc | montant ttc | net à payer | net à régler | montant à régler"
        " | total à régler | total à payer | montant total"
        " | total toutes taxes comprises | ttc"
        " | montant total ttc | total facture | total général | total net à payer | montant à payer | somme à payer"
        " | net à payer ttc | prix ttc | montant total à payer | total facture ttc | total avoir | total € ttc"
        " | total eur ttc"
        " | montant de la facture | total général ttc | montant net à payer | total dû ttc | total ttc à payer"
        " | total avoir ttc | à payer | montant de l'avoir | toutes taxes comprises"
    ),
    "gross_weak": "total | montant | somme",
    "net": (
        "total ht | montant ht | total hors taxes | total hors taxe | base ht | net ht | total net ht"
        " | montant total ht"
        " | sous-total ht | total brut ht | montant hors taxes | base imposable | total h.t. | ht | prix ht"
        " | total eur ht"
        " | total hors tva | montant hors tva | base tva | total net | montant net | total € ht"
        " | montant net ht | base hors taxe"
        " | total htva | montant htva | total général ht | hors tva | base d'imposition | hors taxes | total ht net"
    ),
    "subtotal": "sous-total | sous total | total brut | total marchandises | total lignes",
    "vat": (
        "tva | total tva | montant tva | montant de la tva | taxes | total taxes | dont tva | t.v.a. | taxe"
        " | total des taxes"
        " | montant total tva | tva collectée | tva due | total de la tva | montant t.v.a | tva intracommunautaire"
        " | tva payée | tva payée sur les encaissements | taxe sur la valeur ajoutée"
    ),
    "paid": (
        "acompte | déjà payé | montant payé | acompte versé | payé | règlement | déjà réglé | montant réglé | acomptes"
        " | acompte reçu | paiement reçu | arrhes | total payé"
    ),
    "due": (
        "solde à payer | solde dû | reste à payer | solde | montant dû | restant dû | reste dû | total dû | net dû"
        " | solde restant | montant exigible"
    ),
    "previous": "solde précédent | report | ancien solde | solde antérieur | à reporter",
    "charge": (
        "remise | frais de port | port | transport | livraison | escompte | rabais | frais | emballage"
        " | frais de livraison"
        " | éco-participation | eco-contribution | franco de port | frais d'envoi | ristourne"
    ),
    "rounding": "arrondi",
    "supplier": (
        "vendeur | fournisseur | émetteur | prestataire | expéditeur | vendu par | émis par | de la part de"
        " | bénéficiaire"
        " | facturé par | exportateur | société émettrice | payer à"
    ),
    "customer": (
        "facturé à | adresse de facturation | client | destinataire | acheteur | facturer à | à l'attention de"
        " | nom du client"
        " | facture à | adressé à | doit | adresse facturation | preneur | nom de l'abonné | facturation | titulaire"
        " | coordonnées client | client facturé | importateur | destinataire de la facture | vos identifiants"
        " | débiteur"
    ),
    "ship_to": (
        "adresse de livraison | livré à | livraison à | lieu de livraison | adresse de l'installation"
        " | adresse livraison | lieu de prestation | livrer à"
    ),
    "contact": "contact commercial | interlocuteur | représentant fiscal | contact | suivi par | votre contact",
    "ship_from": (
        "expédié de | pays d'expédition | lieu d'expédition | pays de départ | expédié depuis | départ de"
        " | pays de provenance"
    ),
    "vat_id": (
        "n° tva | numéro de tva | n° de tva | tva intracommunautaire | n° tva intracommunautaire | tva intra"
        " | n° tva intra"
        " | numéro tva | tva | numéro de tva intracommunautaire | n° de tva intra communautaire | id tva"
        " | n.tva | tva n°"
        " | n° identification tva | tva intracom | numéro d'identification tva | n° tva intracom | identifiant tva"
        " | n° tva ue | no tva | tva no | n° de tva intracommunautaire | n° d'identification tva | ide | n° ide"
        " | numéro d'identification à la tva | n° de tva intra | numéro de tva intra"
    ),
    "customer_vat": (
        "n° tva client | tva client | numéro de tva client | votre n° tva | votre numéro de tva | n° tva du client"
        " | n° tva intracommunautaire client | votre n° de tva | tva acheteur | n° tva acheteur | votre tva"
        " | tva intracommunautaire client | tva intra client | n° tva preneur | tva du client"
        " | votre tva intracommunautaire"
        " | n° de tva client | tva intracom client | numéro de tva du client | n° de tva du client"
        " | n° tva destinataire"
    ),
    "supplier_vat": (
        "notre n° tva | notre numéro de tva | n° tva vendeur | tva fournisseur | n° tva fournisseur | notre tva"
    ),
    "currency": "devise | monnaie | montants en | montants exprimés en | prix en",
    "holder": "titulaire du compte | titulaire | bénéficiaire | nom du titulaire",
    "related": (
        "facture liée | facture d'origine | avoir sur facture | facture de référence | relatif à la facture"
        " | sur facture"
        " | n° de facture associée | facture concernée | avoir sur la facture | réf facture d'origine"
        " | annule la facture"
        " | facture initiale | avoir relatif à la facture | concernant la facture | facture d'origine n°"
        " | sur facture n°"
    ),
    "description": "désignation | description | libellé | article | prestation | produit | intitulé",
    "quantity": "quantité | qté | qte | nombre | nb",
    "unit_price": "prix unitaire | p.u. | p.u. ht | pu ht | prix unit | prix unitaire ht",
    "line_amount": "montant | montant ht | total ht | prix ht | total",
    "rate": "taux | taux tva | % tva | tva % | taux de tva",
}

WORDS = (
    "le la les des du de et pour par avec sur une un est sont nous vous votre au aux ne pas ou en dans date facture "
    "montant paiement prix société client total règlement jours tout"
)
