"""The foreign suppliers, all invented. Their ids and IBANs have valid check digits and belong to nobody we know of."""
