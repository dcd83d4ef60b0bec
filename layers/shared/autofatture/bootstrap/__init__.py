"""The one composition root: cached factories that join services with adapters.

Importing it builds nothing and needs no environment; every client is made on first use. One module for each
half of the product, so that a function loads only the half it works in.
"""
