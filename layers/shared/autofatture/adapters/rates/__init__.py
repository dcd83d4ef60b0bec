"""Clients of the official sources of exchange rates. Each asks one source and no other."""
