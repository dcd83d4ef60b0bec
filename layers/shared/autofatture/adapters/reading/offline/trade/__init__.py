"""Vocabulary of trade: goods by the Combined Nomenclature, services by the CPA."""
