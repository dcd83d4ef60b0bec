/** One text for every error code of the API. They say what happened, what was kept, and what to do. */
export const problems = {
  'problem.error': 'Si è verificato un errore. I tuoi dati sono al sicuro: riprova fra qualche minuto.',
  'problem.no_connection':
    'La connessione non risponde. Quello che hai scritto è conservato: riprova appena torna la rete.',
  'problem.bad_fact': 'Un valore non è ammesso. La memoria non è cambiata: correggilo e salva di nuovo.',
  'problem.bad_input': 'Alcuni dati non sono validi. Nulla è stato modificato: correggi e riprova.',
  'problem.not_signed_in': 'La sessione è scaduta. Le modifiche sono conservate: accedi di nuovo.',
  'problem.bad_credentials':
    'E-mail o password non corrette, oppure indirizzo ancora da confermare. Se ti sei appena iscritto, inserisci il codice ricevuto per e-mail.',
  'problem.bad_code': 'Il codice non è giusto o è scaduto. Prova con l’ultimo che hai ricevuto.',
  'problem.bad_email': 'L’indirizzo e-mail non è valido.',
  'problem.weak_password': 'La password è troppo debole: usane una più lunga.',
  'problem.wrong_password': 'La password non è giusta.',
  'problem.locked_out': 'Troppi tentativi. Per sicurezza l’accesso è fermo per un po’: riprova più tardi.',
  'problem.slowed_down':
    'Per questo indirizzo arrivano molti tentativi: riprova fra qualche secondo, oppure reimposta la password.',
  'problem.too_many_requests': 'Troppe richieste in poco tempo. Attendi un momento e riprova.',
  'problem.not_allowed': 'Non hai il permesso per questa operazione.',
  'problem.mfa_required':
    'Serve la verifica in due passaggi: attivala in Account → Sicurezza, poi accedi di nuovo.',
  'problem.not_found': 'Non trovato, oppure non accessibile con questo accesso.',
  'problem.conflict':
    'Nel frattempo qualcosa è cambiato. Le tue modifiche non sono perse: confrontale e riprova.',
  'problem.stale_document': 'Il documento è cambiato nel frattempo. Riaprilo per vedere com’è adesso.',
  'problem.stale_draft': 'La bozza è stata salvata da un’altra persona. Confronta le due versioni.',
  'problem.action_failed': 'L’operazione non è riuscita e nulla è stato modificato. Riprova.',
  'problem.temporarily_unavailable':
    'Il servizio è momentaneamente occupato. Nulla è andato perso: riprova fra poco.',
  'problem.rate_limited':
    'Fatture in Cloud chiede di rallentare. Nulla è andato perso: riprova fra qualche minuto.',
  'problem.permanent_error': 'L’operazione non è riuscita. I dati sono conservati: scrivici se si ripete.',
  'problem.bad_cursor': 'La lista è cambiata nel frattempo. Ricaricala.',
  'problem.documents_of_export':
    'L’esportazione comprende troppi documenti, più di 10.000: scegli meno aziende o un periodo più breve.',
  'problem.under_way': 'La stessa richiesta è già in corso: attendi un momento.',
  'problem.bad_period': 'Il periodo non è valido: controlla le date.',

  'problem.unreadable_document':
    'Il file non si può leggere. È stato conservato: puoi compilare i dati a mano.',
  'problem.duplicate_document': 'Questo documento è già presente.',
  'problem.file_too_large':
    'Il file è troppo grande. Riduci la scansione o dividi il documento, poi riprova.',
  'problem.file_type_not_read': 'Questo tipo di file non si può leggere.',
  'problem.too_many_pages': 'Il documento ha troppe pagine. Dividilo e carica le parti.',
  'problem.upload_damaged': 'Il file è arrivato danneggiato. Caricalo di nuovo.',
  'problem.upload_refused': 'Il caricamento non è stato accettato: il modulo può essere scaduto. Riprova.',
  'problem.already_assigned':
    'Il file ha già un’azienda. Se è quella sbagliata, apri il documento e usa «Sposta in…».',
  'problem.upload_removed': 'Il file è stato eliminato nel frattempo. Se serve, caricalo di nuovo.',
  'problem.not_assignable': 'Questo file non si può assegnare: non è un documento che si legge.',
  'problem.no_file_yet':
    'Il file non è ancora arrivato. Se il caricamento si è interrotto, caricalo di nuovo.',
  'problem.source_unavailable': 'Il file non si può aprire in questo momento. Riprova.',
  'problem.idempotency_key_reused': 'Questa richiesta era già stata usata per un altro file. Riprova.',

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
  'problem.not_enough_credits':
    'Non ci sono autofatture disponibili. La bozza è salvata: acquista crediti Autofatture o invita un collega.',

  'problem.relink_needed':
    'Il collegamento con Fatture in Cloud non è più valido. Il lavoro in coda è conservato: il cliente deve ricollegare l’account.',
  'problem.left_studio':
    'Nel frattempo hai lasciato lo studio: nulla è stato collegato per lo studio. Premi di nuovo Collega.',
  'problem.read_only_in_fic':
    'In Fatture in Cloud non hai il permesso di scrivere le autofatture di questa azienda: puoi preparare i documenti, che restano salvati, ma non inviarli né cambiare le impostazioni. Se chi ha l’account principale ti ha dato il permesso, collega di nuovo Fatture in Cloud.',
  'problem.plan_limit':
    'Il piano Fatture in Cloud dell’azienda non permette altri documenti. La bozza è salvata: aggiorna il piano, poi riprova.',
  'problem.refused_by_fic':
    'Fatture in Cloud non ha accettato il documento. La bozza è salvata: correggi e riprova.',
  'problem.vat_type_missing':
    'In Fatture in Cloud manca il tipo di IVA che serve. Crealo là, poi riprova: la bozza è salvata.',
  'problem.rate_reason_needed':
    'La fonte del cambio deve restare uguale per tutto l’anno: per cambiarla scrivi il motivo. Nulla è stato salvato.',
  'problem.numeration_missing':
    'Il sezionale indicato non esiste in Fatture in Cloud. Crealo là, poi riprova.',
  'problem.outcome_unknown':
    'Non sappiamo se Fatture in Cloud ha creato il documento. Controlla là, poi scegli come continuare.',
  'problem.deleted_in_fic': 'Il documento non c’è più in Fatture in Cloud.',
  'problem.already_sent':
    'Il documento è già stato trasmesso da Fatture in Cloud: non si può più cambiare da qui.',
  'problem.access_revoked': 'L’accesso all’azienda è stato revocato: non è stato creato nulla.',
  'problem.fic_not_allowed': 'L’account Fatture in Cloud collegato non ha i permessi che servono.',
  'problem.fic_code_refused':
    'Fatture in Cloud non ha accettato il collegamento. Ripeti da capo: bastano pochi secondi.',
  'problem.bad_state':
    'Il collegamento è scaduto o è stato aperto da un altro accesso. Ripeti da capo: bastano pochi secondi.',
  'problem.not_sent_yet': 'L’XML si scarica dopo che il documento è stato inviato a SdI da Fatture in Cloud.',
  'problem.no_working_copy': 'Per questo documento la copia di lavoro non serve: usa l’originale.',
  'problem.nothing_to_remind': 'Non c’è nulla da ricordare a questo cliente.',
  'problem.companies_of_export': 'Una delle aziende scelte non è più accessibile. Toglila e riprova.',

  'problem.bad_vat_number': 'La partita IVA non è valida.',
  'problem.already_in_studio': 'Questa persona fa già parte di uno studio.',
  'problem.bad_invitation':
    'L’invito non è valido, è scaduto o è per un altro indirizzo. Chiedine uno nuovo.',
  'problem.last_titolare': 'Lo studio deve avere almeno un titolare. Nominane prima un altro.',
  'problem.no_studio': 'Non fai parte di uno studio.',
  'problem.studio_not_found': 'Lo studio non è più nell’elenco.',
  'problem.no_standing_choice': 'Non c’è una scelta valida per tutte le aziende.',
  'problem.choose_negative_form':
    'Il documento ha importi negativi: scegli se copiarlo come TD01 negativo o TD04 positivo.',
  'problem.no_credit_copy': 'Di questo documento non c’è la copia TD04: scegli TD01 con importi negativi.',
  'problem.no_software': 'Scegli prima il software contabile: senza software si esporta l’originale.',
  'problem.no_company': 'Non hai ancora aziende collegate.',
  'problem.too_many': 'Sono troppi in una volta: dividili in più invii.',
  'problem.export_first': 'Prima scarica i tuoi dati: dopo non sarà più possibile.',
} as const;
