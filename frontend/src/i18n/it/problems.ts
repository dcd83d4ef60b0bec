/** One text for every error code of the API. They say what happened, what was kept, and what to do. */
export const problems = {
  'problem.error': 'Si è verificato un errore. I tuoi dati sono al sicuro: riprova fra qualche minuto.',
  'problem.no_connection':
    'La connessione non risponde. Quello che hai scritto è conservato: riprova appena torna la rete.',
  'problem.bad_input': 'Alcuni dati non sono validi. Nulla è stato modificato: correggi e riprova.',
  'problem.unreadable_document':
    'Il file non si può leggere. È stato conservato: puoi compilare i dati a mano.',
  'problem.not_signed_in': 'La sessione è scaduta. Le modifiche sono conservate: accedi di nuovo.',
  'problem.bad_credentials': 'E-mail o password non corrette, oppure indirizzo ancora da confermare.',
  'problem.not_allowed': 'Non hai il permesso per questa operazione.',
  'problem.mfa_required':
    'Serve la verifica in due passaggi: attivala in Account → Sicurezza, poi accedi di nuovo.',
  'problem.not_found': 'Non trovato, oppure non accessibile con questo accesso.',
  'problem.conflict':
    'Nel frattempo qualcosa è cambiato. Le tue modifiche non sono perse: confrontale e riprova.',
  'problem.stale_document': 'Il documento è cambiato nel frattempo. Riaprilo per vedere com’è adesso.',
  'problem.stale_draft': 'La bozza è stata salvata da un’altra persona. Confronta le due versioni.',
  'problem.action_failed': 'L’operazione non è riuscita e nulla è stato modificato. Riprova.',
  'problem.duplicate_document': 'Questo documento è già presente.',
  'problem.too_many_requests': 'Troppe richieste in poco tempo. Attendi un momento e riprova.',
  'problem.locked_out': 'Troppi tentativi. Per sicurezza l’accesso è fermo per un po’: riprova più tardi.',
  'problem.not_enough_credits':
    'Non ci sono autofatture disponibili. La bozza è salvata: acquista crediti Autofatture o invita un collega.',
  'problem.relink_needed':
    'Il collegamento con Fatture in Cloud non è più valido. Il lavoro in coda è conservato: il cliente deve ricollegare l’account.',
  'problem.plan_limit':
    'Il piano Fatture in Cloud dell’azienda non permette altri documenti. La bozza è salvata: aggiorna il piano, poi riprova.',
  'problem.temporarily_unavailable':
    'Il servizio è momentaneamente occupato. Nulla è andato perso: riprova fra poco.',
  'problem.rate_limited':
    'Fatture in Cloud chiede di rallentare. Nulla è andato perso: riprova fra qualche minuto.',
  'problem.permanent_error': 'L’operazione non è riuscita. I dati sono conservati: scrivici se si ripete.',
  'problem.refused_by_fic':
    'Fatture in Cloud non ha accettato il documento. La bozza è salvata: correggi e riprova.',
  'problem.outcome_unknown':
    'Non sappiamo se Fatture in Cloud ha creato il documento. Controlla là, poi scegli come continuare.',
  'problem.superseded': 'Il documento è già stato ripreso da un’altra lavorazione.',
  'problem.not_ready':
    'Il documento non è ancora pronto. La bozza è salvata: correggi i punti indicati, poi invia.',
  'problem.four_eyes': 'Lo studio chiede che chi prepara non invii. La bozza è salvata: chiedi a un collega.',
  'problem.no_draft': 'Non c’è ancora una bozza da inviare. Attendi la fine della lettura.',
  'problem.not_in_review': 'Il documento non è più in verifica: aprilo per vedere a che punto è.',
  'problem.not_possible_now': 'In questo momento l’operazione non è possibile per questo documento.',
  'problem.being_created': 'La creazione in Fatture in Cloud è già in corso. Attendi che finisca.',
  'problem.decision_needed': 'Prima controlla in Fatture in Cloud se il documento c’è, poi scegli.',
  'problem.nothing_to_move': 'Non c’è nulla da spostare: il documento è già in quell’azienda.',
  'problem.no_such_page': 'Una delle pagine indicate non esiste. Nulla è stato modificato.',
  'problem.idempotency_key_reused': 'Questa richiesta era già stata usata per un altro file. Riprova.',
  'problem.file_too_large':
    'Il file è troppo grande. Riduci la scansione o dividi il documento, poi riprova.',
  'problem.file_type_not_read': 'Questo tipo di file non si può leggere.',
  'problem.too_many_pages': 'Il documento ha troppe pagine. Dividilo e carica le parti.',
  'problem.zero_pages': 'Il documento non ha pagine.',
  'problem.encryption': 'Il file è protetto da password. Carica una copia senza password o compila a mano.',
  'problem.upload_damaged': 'Il file è arrivato danneggiato. Caricalo di nuovo.',
  'problem.upload_refused': 'Il caricamento non è stato accettato: il modulo può essere scaduto. Riprova.',
  'problem.source_unavailable': 'Il file non si può aprire in questo momento. Riprova.',
  'problem.bad_cursor': 'La lista è cambiata nel frattempo. Ricaricala.',
  'problem.bad_email': 'L’indirizzo e-mail non è valido.',
  'problem.bad_vat_number': 'La partita IVA non è valida.',
  'problem.weak_password': 'La password è troppo debole: usane una più lunga.',
  'problem.wrong_credentials': 'E-mail o password non corrispondono.',
  'problem.wrong_code': 'Il codice non è giusto. Prova con quello che vedi ora.',
  'problem.not_confirmed': 'Prima conferma l’indirizzo e-mail con il codice che ti abbiamo inviato.',
  'problem.bad_state':
    'Il collegamento è scaduto o è stato aperto da un altro accesso. Ripeti da capo: bastano pochi secondi.',
  'problem.not_sent_yet': 'L’XML si scarica dopo che il documento è stato inviato a SdI da Fatture in Cloud.',
  'problem.storage': 'Il file non è raggiungibile in questo momento. Riprova fra poco.',
  'problem.lease_lost': 'Un’altra lavorazione ha preso il posto di questa. Riprova.',
} as const;
