"""The offline engine: from words with places to a reading, every value with its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from autofatture.adapters.reading.offline.amounts import put_amounts
from autofatture.adapters.reading.offline.calendar import put_dates
from autofatture.adapters.reading.offline.dates import Day, find_days, order_of
from autofatture.adapters.reading.offline.identity import Candidate, number_candidates, related_number
from autofatture.adapters.reading.offline.items import item_lines, put_lines, up_to_last_amount
from autofatture.adapters.reading.offline.labels import Hits
from autofatture.adapters.reading.offline.layout import Layout, Line, spots
from autofatture.adapters.reading.offline.lexicon import common_words
from autofatture.adapters.reading.offline.natures import nature_of
from autofatture.adapters.reading.offline.numbers import all_numbers, style_of
from autofatture.adapters.reading.offline.parts import Part, find_parts
from autofatture.adapters.reading.offline.people import put_parties
from autofatture.adapters.reading.offline.phrases import Letters, Phrase, find_wordings
from autofatture.adapters.reading.offline.quality import hidden_words, text_state
from autofatture.adapters.reading.offline.shipping import put_ship_from
from autofatture.adapters.reading.offline.titles import put_kind
from autofatture.adapters.reading.pdf.words import PageText
from autofatture.adapters.reading.result import Found, FoundWording, Result
from autofatture.domain.reading_terms import Confidence, DocumentKind, Engine, Nature, Origin, TextState

SCAN_MESSAGE = "Il documento è una scansione senza testo: compila i dati a mano o configura il motore AI."
GARBAGE_MESSAGE = (
    "Il testo del PDF non corrisponde a quello che si vede (caratteri senza codifica): compila i dati a mano "
    "o configura il motore AI."
)


def read_offline(pages: Sequence[PageText], *, recognised: bool = False) -> Result:
    """Read the text layer of a document. A scan or a garbage layer gives a result without values and says why.

    ``recognised``: the words come from the recognition of pictures.
    """
    state = text_state(pages)
    if recognised and state is TextState.TEXT:
        state = TextState.OCR_LAYER
    if state in {TextState.SCAN, TextState.GARBAGE}:
        return _unread(pages, state)
    layout = Layout(pages)
    hits = Hits(layout)
    days = find_days(layout)
    parts = find_parts(hits, days)
    if len(parts) > 1:
        first = [page for page in pages if parts[0].first_page <= page.number <= parts[0].last_page]
        result = _read(Layout(first), len(pages), ocr=state is TextState.OCR_LAYER)
        _offer_split(result, parts)
    else:
        result = _read(layout, len(pages), ocr=state is TextState.OCR_LAYER, known=(hits, days))
    _report_hidden(result, pages)
    return result


def _unread(pages: Sequence[PageText], state: TextState) -> Result:
    result = Result(Engine.NONE, len(pages))
    if state is TextState.SCAN:
        result.warn("scansione", SCAN_MESSAGE)
    else:
        result.warn("testo_illeggibile", GARBAGE_MESSAGE)
    _report_hidden(result, pages)
    return result


def _report_hidden(result: Result, pages: Sequence[PageText]) -> None:
    hidden = hidden_words(pages)
    if len(hidden) > 2 or any(any(map(str.isdigit, word)) for word in hidden):
        result.warn(
            "testo_nascosto",
            f"Il PDF contiene {len(hidden)} parole che non si vedono sulla pagina: non sono state usate.",
        )


def _offer_split(result: Result, parts: list[Part]) -> None:
    listed = ", ".join(f"{part.number} (pagine {part.first_page}-{part.last_page})" for part in parts)
    result.parts = [(part.number, part.first_page, part.last_page) for part in parts]
    result.warn(
        "piu_fatture",
        f"Il file contiene {len(parts)} fatture: {listed}. È stata letta solo la prima: dividi il file.",
    )


def _read(
    layout: Layout, page_count: int, *, ocr: bool, known: tuple[Hits, dict[int, list[Day]]] | None = None
) -> Result:
    result = Result(Engine.OFFLINE, page_count)
    hits, days = known or (Hits(layout), find_days(layout))
    result.language = _language(layout, hits)
    numbers = all_numbers(layout, style_of(layout.tokens))
    letters = Letters(layout)
    phrases = list(find_wordings(letters))
    customer_country = put_parties(result, hits, letters)
    put_dates(result, hits, days, order_of([day for found in days.values() for day in found]))
    put_amounts(result, hits, numbers, phrases, customer_country=customer_country)
    put_kind(result, hits, numbered=any(hits.of("number")))
    _put_number(result, hits, days)
    items = item_lines(hits, numbers)
    _put_wordings(result, phrases)
    _put_nature(result, up_to_last_amount(items, numbers), phrases)
    put_ship_from(result, hits, phrases)
    put_lines(result, items, numbers)
    if ocr:
        _as_recognised(result)
    return result


def _language(layout: Layout, hits: Hits) -> str | None:
    """The language whose everyday words and labels the text has most of; None below three of them.

    Labels count for more: the words of a foreign customer's address are not the document's language.
    """
    table = common_words()
    votes: Counter[str] = Counter()
    for found in hits.by_cell.values():
        for hit in found:
            for language in hit.label.languages:
                votes[language] += 4 // len(hit.label.languages)
    for token in layout.tokens:
        for language in table.get(token.fold, ()):
            votes[language] += 1
    if not votes:
        return None
    language, count = votes.most_common(1)[0]
    return language if count > 2 else None


def _put_number(result: Result, hits: Hits, days: dict[int, list[Day]]) -> None:
    candidates = number_candidates(hits, days)
    if candidates:
        best = _own_number(result, candidates)
        rivals = [
            other
            for other in candidates
            if other is not best and other.score > best.score - 3 and other.text not in best.text
        ]
        sure = best.strong and best.score >= 9.4 and not rivals
        result.put(
            "invoice_number",
            Found(
                best.text,
                Origin.TEXT,
                Confidence.SICURO if sure else Confidence.DA_CONTROLLARE,
                spots(best.tokens),
                tuple(other.text for other in rivals[:2]),
                "Sulla pagina ci sono altri numeri simili." if rivals else None,
            ),
        )
    related = related_number(hits, days)
    if related and related.text != result.value("invoice_number") and result.value("related_number") is None:
        result.put("related_number", Found(related.text, Origin.TEXT, Confidence.DA_CONTROLLARE, spots(related.tokens)))


_RECEIPTS = ("receipt", "quittung", "recibo", "recu", "ricevuta", "numerorecibo", "kwit")


def _own_number(result: Result, candidates: list[Candidate]) -> Candidate:
    """The document's own number: a receipt also prints the number of the invoice that was paid."""
    best = candidates[0]
    if result.value("document_kind") != DocumentKind.RECEIPT:
        return best
    own = next((item for item in candidates if any(word in item.key for word in _RECEIPTS)), None)
    paid = next((item for item in candidates if item.strong and item is not own), None)
    if own is None or paid is None:
        return best
    note = "È il numero della fattura pagata: se è già stata caricata, questa ricevuta è un doppione."
    found = Found(paid.text, Origin.TEXT, Confidence.DA_CONTROLLARE, spots(paid.tokens), note=note)
    result.put("related_number", found)
    return own


def _put_wordings(result: Result, phrases: list[Phrase]) -> None:
    for phrase in phrases:
        spot = spots(phrase.line.tokens)[:1]
        result.wordings.append(FoundWording(phrase.kind, phrase.line.text[:300], spot[0] if spot else None))


def _put_nature(result: Result, items: list[Line], phrases: list[Phrase]) -> None:
    found = nature_of(items, phrases)
    if found is None:
        if result.value("service_from") and result.value("service_from") != result.value("service_to"):
            # What is delivered for a length of time is no delivery of goods.
            result.put("nature", Found(str(Nature.SERVICES), Origin.COMPUTED, Confidence.DA_CONTROLLARE))
        return
    result.nature_evidence = found.evidence.text[:200]
    result.put(
        "nature",
        Found(
            str(found.nature),
            Origin.TEXT,
            Confidence.SICURO if found.certain else Confidence.DA_CONTROLLARE,
            spots(found.evidence.tokens)[:1],
        ),
    )


def _as_recognised(result: Result) -> None:
    """Values of a recognition layer: their origin says so, and none is sure."""
    for name, found in result.fields.items():
        confidence = Confidence.DA_CONTROLLARE if found.confidence is Confidence.SICURO else found.confidence
        result.fields[name] = found._replace(origin=Origin.OCR, confidence=confidence)
    result.warn("testo_da_ocr", "Il testo viene dal riconoscimento dello scanner: controlla tutti i valori.")
