"""The words a reading is told in: origins, confidence, engines, kinds.

They stand apart from the models of ``reading.py`` so that the reader's own process, which starts for every
document, need not load the validation library.
"""

from __future__ import annotations

from enum import StrEnum


class Origin(StrEnum):
    """Where a value comes from; shown beside every field."""

    EMBEDDED_XML = "embedded_xml"
    TEXT = "text"
    MODEL = "model"
    OCR = "ocr"
    COMPUTED = "computed"


class Confidence(StrEnum):
    """Confidence in words. It never equals approval: a person verifies every document."""

    SICURO = "sicuro"
    DA_CONTROLLARE = "da_controllare"
    MANCANTE = "mancante"


class Engine(StrEnum):
    """Who read the document."""

    EMBEDDED = "embedded"
    ANTHROPIC = "anthropic"
    BEDROCK = "bedrock"
    OFFLINE = "offline"
    NONE = "none"
    """Nothing could be read (a scan without an engine for it): a person types the values."""


class DocumentKind(StrEnum):
    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    PROFORMA = "proforma"
    RECEIPT = "receipt"
    STATEMENT = "statement"
    REMINDER = "reminder"
    ORDER = "order"
    SELF_BILLING = "self_billing"
    NOT_AN_INVOICE = "not_an_invoice"


class Nature(StrEnum):
    """What was bought, the first question of the TD17/TD18/TD19 decision."""

    GOODS = "goods"
    SERVICES = "services"
    MIXED = "mixed"


class WordingKind(StrEnum):
    """Sentences on the page that change the fiscal outcome."""

    REVERSE_CHARGE = "reverse_charge"
    EXEMPTION = "exemption"
    SMALL_BUSINESS = "small_business"
    MARGIN_SCHEME = "margin_scheme"
    INSTALLATION = "installation"
    CUSTOMS = "customs"
    INCOTERM = "incoterm"
    INTRA_EU_SUPPLY = "intra_eu_supply"
    OUTSIDE_SCOPE = "outside_scope"


class EmbeddedState(StrEnum):
    """Whether a document carries an electronic invoice: "none" and "not readable" are two answers."""

    NONE = "none"
    FOUND = "found"
    UNREADABLE = "unreadable"


class TextState(StrEnum):
    """What the text of the pages is worth."""

    TEXT = "text"
    SCAN = "scan"
    """Images without text."""
    OCR_LAYER = "ocr_layer"
    """Images with the invisible text of a scanner's recognition: readable, never ``sicuro``."""
    GARBAGE = "garbage"
    """Text that does not say what the page shows (fonts without a Unicode map)."""
    STRUCTURED = "structured"
    """An electronic invoice, without pages."""
