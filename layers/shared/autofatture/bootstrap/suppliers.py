"""What is remembered of suppliers: for the documents that it is proposed on, and for the people who edit it."""

from __future__ import annotations

from functools import cache

from autofatture.adapters.dynamodb.access_rows import AccessRowsInTable
from autofatture.adapters.dynamodb.audit import AuditInTable
from autofatture.adapters.dynamodb.suppliers import SuppliersInTable
from autofatture.bootstrap.clients import clock, table
from autofatture.services.access import AccessReader
from autofatture.services.audit import AuditTrail
from autofatture.services.supplier_memory import MemoryOfSuppliers
from autofatture.services.suppliers import SupplierDesk


@cache
def supplier_memory() -> MemoryOfSuppliers:
    return MemoryOfSuppliers(SuppliersInTable(table()), clock())


@cache
def supplier_desk() -> SupplierDesk:
    return SupplierDesk(
        access=AccessReader(AccessRowsInTable(table())),
        suppliers=SuppliersInTable(table()),
        transactions=table(),
        audit=AuditTrail(AuditInTable(table()), clock()),
        clock=clock(),
    )
