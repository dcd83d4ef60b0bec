"""Stand-ins of the outside world: Fatture in Cloud with SdI, VIES, Banca d'Italia, the ECB, the Anthropic API.

For local runs and tests. The product knows them only as other addresses of the same services.
"""
