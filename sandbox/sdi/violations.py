"""The control codes of SdI that concern self-invoices: what each says, and what to do about it."""

from __future__ import annotations

from typing import NamedTuple


class Violation(NamedTuple):
    code: str
    detail: str
    """Which value or line, in Italian; may be empty."""

    @property
    def solution(self) -> str:
        return _TEXTS[self.code][1]

    def in_words(self) -> str:
        words = f"{self.code} - {_TEXTS[self.code][0]}"
        return f"{words} ({self.detail})" if self.detail else words


_TEXTS: dict[str, tuple[str, str]] = {
    "00003": ("Le dimensioni del file superano 5 MB.", "Togli o riduci l'allegato."),
    "00200": ("Il file non è conforme al formato.", "Controlla i dati indicati: caratteri, lunghezze, campi mancanti."),
    "00305": ("La partita IVA del cessionario non è valida.", "Controlla la partita IVA dell'azienda."),
    "00313": ("CodiceDestinatario XXXXXXX con cessionario italiano.", "Indica il codice destinatario dell'azienda."),
    "00400": ("Aliquota zero su una riga senza Natura.", "Indica la natura dell'operazione."),
    "00401": ("Natura presente su una riga con aliquota diversa da zero.", "Togli la natura o l'aliquota."),
    "00403": ("La data del documento è successiva alla data di ricezione.", "Correggi la data."),
    "00404": ("Fattura duplicata.", "Cambia il numero o la numerazione del documento."),
    "00417": ("Cessionario senza partita IVA e senza codice fiscale.", "Completa i dati dell'azienda."),
    "00418": ("La data del documento è precedente a quella di una fattura collegata.", "Correggi una delle due date."),
    "00419": ("Manca il riepilogo di un'aliquota usata nelle righe.", "Completa i dati di riepilogo."),
    "00420": ("Natura N6 con esigibilità S.", "Correggi l'esigibilità."),
    "00421": ("L'imposta non corrisponde ad aliquota per imponibile.", "Ricalcola l'imposta."),
    "00422": ("L'imponibile non corrisponde alla somma delle righe.", "Ricalcola l'imponibile."),
    "00423": ("Il prezzo totale di una riga non corrisponde a prezzo per quantità.", "Ricalcola la riga."),
    "00424": ("L'aliquota non è scritta in percentuale.", "Scrivi 22.00, non 0.22."),
    "00425": ("Il numero del documento non contiene cifre.", "Metti almeno una cifra nel numero."),
    "00427": ("CodiceDestinatario di lunghezza non coerente con il formato.", "Servono 7 caratteri per i privati."),
    "00428": ("Formato di trasmissione non coerente.", "Versione e formato devono essere FPR12."),
    "00429": ("Aliquota zero nel riepilogo senza Natura.", "Indica la natura dell'operazione."),
    "00430": ("Natura presente nel riepilogo con aliquota diversa da zero.", "Togli la natura o l'aliquota."),
    "00443": ("Aliquote di righe e riepilogo non corrispondenti.", "Allinea righe e riepilogo."),
    "00444": ("Nature di righe e riepilogo non corrispondenti.", "Allinea righe e riepilogo."),
    "00445": ("Codice Natura generico non più ammesso.", "Usa il codice di dettaglio, per esempio N2.1."),
    "00471": ("Cedente e cessionario coincidono per questo tipo di documento.", "Il cedente è il fornitore estero."),
    "00472": ("Cedente e cessionario devono coincidere per questo tipo di documento.", "Correggi il cedente."),
    "00473": ("Paese del cedente non ammesso per questo tipo di documento.", "Usa l'identificativo estero."),
    "00474": ("Aliquota zero non ammessa per questo tipo di documento.", "Correggi l'aliquota."),
    "00475": ("Manca la partita IVA del cessionario.", "Completa i dati dell'azienda."),
    "00476": ("Cedente e cessionario sono entrambi esteri.", "Il cessionario deve essere italiano."),
    "00999": ("Scarto senza ulteriori indicazioni.", "Contatta l'assistenza."),
}
CODES = frozenset(_TEXTS)
