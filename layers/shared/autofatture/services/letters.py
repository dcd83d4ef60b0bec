"""The words of every letter that the account services send. Plain text, in Italian, never with a secret link."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from autofatture.domain.notices import LinksEnded, Words

_REGISTERED = "il tuo indirizzo è registrato su Autofatture."


def _letter(subject: str, text: str, public_url: str, *, because: str = _REGISTERED) -> Words:
    signature = f"\n\nAutofatture\n{public_url}\n\nHai ricevuto questo messaggio perché {because}"
    return Words(subject=subject, text=text + signature)


def _invited_by(studio: str) -> str:
    return f"{studio} ha indicato il tuo indirizzo. Se non lo conosci, ignoralo: senza di te non succede nulla."


def _list(names: Sequence[str]) -> str:
    return "\n".join(f"  - {name}" for name in names)


def already_registered(public_url: str) -> Words:
    return _letter(
        "Hai già un account Autofatture",
        "Qualcuno, forse tu, ha provato a iscriversi con questo indirizzo, che ha già un account.\n\n"
        f"Se eri tu, accedi da {public_url}/accedi. Se non ricordi la password, reimpostala dalla stessa pagina. "
        "Se non eri tu, non devi fare nulla: il tuo account non è cambiato.",
        public_url,
    )


def email_change_code(code: str, public_url: str) -> Words:
    return _letter(
        "Conferma il nuovo indirizzo e-mail",
        f"Il codice per confermare questo indirizzo è {code}. Vale 15 minuti.\n\n"
        "Se non hai chiesto tu di cambiare indirizzo, ignora questo messaggio: senza il codice non cambia nulla.",
        public_url,
    )


def email_changed(public_url: str) -> Words:
    return _letter(
        "Il tuo indirizzo e-mail è stato cambiato",
        "L'indirizzo con cui accedi ad Autofatture è stato cambiato e questo non è più valido per l'accesso.\n\n"
        "Se non sei stato tu, scrivici subito rispondendo a questo messaggio.",
        public_url,
    )


def password_changed(public_url: str) -> Words:
    return _letter(
        "La tua password è stata cambiata",
        "La password del tuo account Autofatture è stata cambiata e le altre sessioni sono state chiuse.\n\n"
        f"Se non sei stato tu, reimposta la password da {public_url}/accedi.",
        public_url,
    )


def totp_changed(*, enabled: bool, public_url: str) -> Words:
    state = "attivata" if enabled else "disattivata"
    return _letter(
        f"Verifica in due passaggi {state}",
        f"La verifica in due passaggi del tuo account Autofatture è stata {state}.\n\n"
        f"Se non sei stato tu, cambia la password da {public_url}/account/sicurezza.",
        public_url,
    )


def member_invited(studio: str, inviter: str, role: str, link: str, public_url: str) -> Words:
    return _letter(
        f"{studio} ti invita su Autofatture",
        f"{inviter} ti invita a lavorare nello studio {studio} con il ruolo di {role}.\n\n"
        f"Per accettare apri entro 14 giorni:\n{link}\n\nSe non hai ancora un account, lo crei con questo indirizzo.",
        public_url,
        because=_invited_by(studio),
    )


def member_removed(studio: str, public_url: str) -> Words:
    return _letter(
        f"Non fai più parte di {studio}",
        f"Il titolare di {studio} ha concluso la tua collaborazione su Autofatture: da ora non vedi più le aziende "
        "dello studio, e gli account Fatture in Cloud che hai collegato non scrivono più per lo studio. Il tuo account "
        "personale e le tue aziende restano come sono.",
        public_url,
    )


def member_links_ended(who: str, ended: LinksEnded, public_url: str) -> Words:
    parts = [f"{who} ha lasciato lo studio. Il suo account Fatture in Cloud da ora non scrive più per lo studio."]
    if ended.waiting:
        parts.append(
            f"Da ricollegare, con l'account Fatture in Cloud di un altro titolare:\n{_list(ended.waiting)}\n"
            f"Il lavoro in coda è conservato. Si collega da {public_url}/account/fatture-in-cloud."
        )
    if ended.passed:
        parts.append(f"Continuano con un altro collegamento, senza fare nulla:\n{_list(ended.passed)}")
    if ended.lost:
        parts.append(
            f"Lo studio non vi lavora più:\n{_list(ended.lost)}\n"
            "Ogni cliente può scegliere lo studio come commercialista, oppure un altro titolare può ricollegarle."
        )
    return _letter(f"I collegamenti di {who} non valgono più per lo studio", "\n\n".join(parts), public_url)


def studio_control_ended(studio: str, company: str, public_url: str) -> Words:
    return _letter(
        f"{studio} non lavora più su {company}",
        f"{studio} arrivava a {company} con l'account Fatture in Cloud di una persona che ha lasciato lo studio. Da "
        "ora non vi ha più accesso. I tuoi documenti e il tuo collegamento con Fatture in Cloud non cambiano.\n\n"
        f"Se vuoi che continui a lavorarvi, sceglilo come commercialista da {public_url}/account/fatture-in-cloud.",
        public_url,
    )


def client_invited(studio: str, city: str, link: str, public_url: str) -> Words:
    return _letter(
        f"{studio} ti invita su Autofatture",
        f"Il tuo commercialista, {studio} ({city}), usa Autofatture per preparare le autofatture delle fatture estere "
        "direttamente nel tuo account Fatture in Cloud.\n\n"
        f"Per cominciare apri:\n{link}\n\nTi iscrivi, colleghi Fatture in Cloud e confermi lo studio.",
        public_url,
        because=_invited_by(studio),
    )


STUDIO_MAY = (
    "Lo studio può caricare le fatture estere, prepararne le autofatture, crearle nel tuo account Fatture in Cloud e "
    "scaricarne i file. Non può inviarle a SdI né vedere altri documenti. Puoi revocare l'accesso in ogni momento "
    "da Account → Fatture in Cloud: ha effetto subito."
)
"""What the owner grants by choosing a studio; also shown before the choice is made."""


def studio_chosen_to_owner(studio: str, city: str, vat_number: str, companies: Sequence[str], public_url: str) -> Words:
    return _letter(
        f"Hai scelto {studio} come commercialista",
        f"Da ora {studio} ({city}, P.IVA {vat_number}) lavora per:\n{_list(companies)}\n\n{STUDIO_MAY}",
        public_url,
    )


def studio_chosen_to_studio(owner: str, companies: Sequence[str], public_url: str) -> Words:
    return _letter(
        f"{owner} ha scelto il tuo studio",
        f"{owner} ha scelto il tuo studio per:\n{_list(companies)}\n\n"
        f"Le aziende sono già nell'elenco: {public_url}/aziende",
        public_url,
    )


def studio_revoked_to_owner(studio: str, companies: Sequence[str], public_url: str) -> Words:
    return _letter(
        f"Hai revocato l'accesso di {studio}",
        f"{studio} non ha più accesso a:\n{_list(companies)}\n\n"
        "L'effetto è immediato: anche i documenti già approvati dallo studio e non ancora creati restano fermi. "
        "Quelli già creati sono nel tuo account Fatture in Cloud.",
        public_url,
    )


def studio_revoked_to_studio(owner: str, companies: Sequence[str], public_url: str) -> Words:
    return _letter(
        f"{owner} ha revocato l'accesso del tuo studio",
        f"Lo studio non ha più accesso a:\n{_list(companies)}\n\n"
        "I documenti approvati e non ancora creati in Fatture in Cloud restano fermi.",
        public_url,
    )


def client_closed_to_studio(companies: Sequence[str], public_url: str) -> Words:
    return _letter(
        "Un cliente ha chiuso l'account",
        f"Il cliente ha chiuso il proprio account Autofatture. Lo studio non ha più accesso a:\n{_list(companies)}\n\n"
        "I documenti approvati e non ancora creati in Fatture in Cloud restano fermi; quelli creati sono nell'account "
        "Fatture in Cloud del cliente.",
        public_url,
    )


def studio_dropped_to_owner(studio: str, company: str, public_url: str) -> Words:
    return _letter(
        f"{studio} ha concluso il lavoro su {company}",
        f"{studio} non lavora più su {company} e non vi ha più accesso. I tuoi documenti e il collegamento con Fatture "
        f"in Cloud non cambiano; puoi scegliere un altro studio da {public_url}/account/fatture-in-cloud.",
        public_url,
    )


def studio_withdrawn_to_client(studio: str, companies: Sequence[str], public_url: str) -> Words:
    return _letter(
        f"{studio} ha ritirato il profilo su Autofatture",
        f"{studio} non compare più tra i commercialisti di Autofatture e nessun nuovo cliente può sceglierlo.\n\n"
        f"I collegamenti esistenti restano attivi. Lo studio continua a lavorare per:\n{_list(companies)}\n\n"
        "Se va bene così non devi fare nulla. Se vuoi concludere puoi revocare l'accesso, con effetto "
        f"immediato, o scegliere un altro studio da {public_url}/account/fatture-in-cloud\n\n"
        "Le aziende che colleghi da ora non vanno a questo studio, anche se lo avevi scelto per tutte.",
        public_url,
    )


def studio_controls(studio: str, companies: Sequence[str], public_url: str) -> Words:
    return _letter(
        f"{studio} lavora sulla tua azienda",
        f"{studio} ha collegato il proprio account Fatture in Cloud, che in Fatture in Cloud ha accesso a:\n"
        f"{_list(companies)}\n\nPer questo lo studio la vede anche su Autofatture (base: studio). Puoi revocare questo "
        f"accesso da {public_url}/account/fatture-in-cloud.",
        public_url,
    )


def uploads_expiring(files: int, first_day: dt.date, public_url: str) -> Words:
    how_many = "Un file aspetta" if files == 1 else f"{files} file aspettano"
    return _letter(
        f"Da assegnare: {how_many.lower()} un'azienda",
        f"{how_many} in Da assegnare: non si è trovato di quale azienda sono. I primi restano fino al "
        f"{first_day:%d/%m/%Y}, poi vengono cancellati e non si possono recuperare.\n\n"
        f"Apri {public_url}/carica e scegli l'azienda di ognuno, oppure toglili se non servono.",
        public_url,
    )


def relink_needed(companies: Sequence[str], public_url: str) -> Words:
    return _letter(
        "Ricollega il tuo account Fatture in Cloud",
        f"Fatture in Cloud non accetta più il collegamento per:\n{_list(companies)}\n\n"
        "Il lavoro in coda è conservato e riprende da solo. "
        f"Per ricollegare l'account basta un minuto:\n{public_url}/account/fatture-in-cloud",
        public_url,
    )


def account_closed(public_url: str) -> Words:
    return _letter(
        "Il tuo account è stato chiuso",
        "Il tuo account Autofatture è stato chiuso e i tuoi dati personali sono stati cancellati. Restano i movimenti "
        "dei crediti e il registro delle operazioni sulle aziende, che dice chi ha fatto che cosa.\n\n"
        "I documenti creati restano nel tuo account Fatture in Cloud.",
        public_url,
    )
