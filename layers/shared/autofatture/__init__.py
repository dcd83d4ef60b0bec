"""Autofatture: reverse-charge self-invoices created in the client's Fatture in Cloud account.

Imports point one way: ``functions -> entrypoints -> services -> domain``. Adapters implement the
protocols in :mod:`autofatture.ports`; :mod:`autofatture.bootstrap` is the only place that joins them.
"""

__version__ = "0.1.0"
