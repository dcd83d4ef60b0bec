"""FatturaPA files for the fiscal service: implements :class:`autofatture.services.fiscal.FatturaFiles`.

lxml costs more to import than the rest of a function together, so it is loaded by the first file and not by
the import of this module (tests/infrastructure/test_imports.py).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from autofatture.domain.draft import Finding, Severity
from autofatture.domain.self_invoice import SelfInvoice


class Files:
    def refusals(self, invoice: SelfInvoice, *, today: dt.date) -> Sequence[Finding]:
        """What SdI would refuse in the document as we expect FiC to build it; FiC assigns the number."""
        from autofatture.adapters.fatturapa.build import IncompleteSelfInvoice, build
        from autofatture.adapters.fatturapa.check import check_file

        number = f"1{invoice.numeration or ''}"
        try:
            found = check_file(build(invoice, number=number), today=today)
        except IncompleteSelfInvoice:
            # FiC knows the company's address even where we do not: that is no reason to stop.
            return []
        return [
            Finding(
                code=one.code,
                severity=Severity.BLOCKING,
                message=f"SdI rifiuterebbe il documento: {one.message}",
                fix=one.fix,
            )
            for one in found
        ]

    def differences(self, invoice: SelfInvoice, xml: bytes) -> Sequence[str]:
        """Only what makes the document wrong; what SdI accepts either way is not a difference.

        A file that cannot be read at all is one difference.
        """
        from autofatture.adapters.fatturapa.compare import compare
        from autofatture.adapters.fatturapa.container import NotAFatturaPA
        from autofatture.adapters.fatturapa.parse import parse

        try:
            return [one.message for one in compare(invoice, parse(xml)) if one.grave]
        except NotAFatturaPA as error:
            return [error.message]

    def working_copy(self, xml: bytes) -> bytes | None:
        """The copy with TD01; an ordinary invoice needs none."""
        from autofatture.adapters.fatturapa.parse import parse
        from autofatture.adapters.fatturapa.working_copy import working_copy

        if all(body.document_type == "TD01" for body in parse(xml).bodies):
            return None
        return working_copy(xml).xml

    def credit_copy(self, xml: bytes) -> bytes | None:
        """The copy with TD04 and positive amounts; None where nothing is negative, or where it would not be valid."""
        from autofatture.adapters.fatturapa.parse import parse
        from autofatture.adapters.fatturapa.working_copy import CREDIT_NOTE, CopyFailed, working_copy

        try:
            copy = working_copy(xml, credit_note_positive=True).xml
        except CopyFailed:
            return None
        turned = all(body.document_type == CREDIT_NOTE for body in parse(copy).bodies)
        return copy if turned else None
