"""The one composition root: cached factories that join services with adapters.

Importing this module builds nothing and needs no environment; every client is made on first use.
"""
