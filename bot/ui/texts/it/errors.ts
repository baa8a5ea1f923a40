import type { Translation } from '@campus-desk/service-kit';
import type { errors as english } from '../en/errors.ts';

export const errors = {
  slackSlow: 'Slack non ha risposto in tempo. Riprovare.',
  unexpected:
    'Qualcosa è andato storto. Controllare se l’operazione è riuscita e, in caso contrario, riprovare. Se l’errore continua, comunicare all’amministratore il codice {reference}.',
  somebody: 'un’altra persona',
  field: 'Questo dato non va ancora bene. Correggerlo e riprovare.',
  code: {
    validation_failed: 'Qualcosa non va in questi dati. Correggerli e riprovare.',
    forbidden_for_role: 'Questo ruolo non lo consente. Per farlo, entrare come assistenza.',
    not_found: 'Non esiste più.',
    illegal_transition: 'In questo momento il ticket non lo consente. Ricontrollarlo.',
    version_conflict: 'Nel frattempo qualcuno ha modificato il ticket. Ricontrollarlo.',
    ticket_closed: 'Il ticket è chiuso e resta così com’è.',
    payload_too_large: 'È troppo grande. Inviare meno alla volta.',
    misdirected: 'Il servizio dei ticket non è configurato correttamente. Avvisare l’amministratore.',
    idempotency_mismatch:
      'La segnalazione era già arrivata prima della modifica. Chiudere questa finestra e scrivere {command} elenco miei: lì il ticket si può modificare.',
    rate_limited: 'Troppe richieste in una volta. Riprovare tra un secondo.',
    unavailable: 'Il servizio dei ticket non è raggiungibile al momento. Riprovare tra poco.',
  },
  reason: {
    closed_list: 'I ticket chiusi sono visibili solo all’assistenza: {command} elenco chiusi come assistenza',
    closed_ticket:
      'Il ticket #{number} è chiuso. I ticket chiusi sono visibili solo all’assistenza: {command} {number} come assistenza',
    ticket_is_closed: 'Il ticket #{number} è chiuso e resta così com’è.',
    stays_closed:
      'Già chiuso da {name}. Un ticket chiuso resta così com’è; se il problema c’è ancora, aprire un nuovo ticket che lo riprenda.',
    closed_by: 'Già chiuso da {name}.',
    started_by: 'Già preso in carico da {name}.',
    changed_by:
      '{name} ha modificato questo ticket nel frattempo. Ricontrollarlo e ripetere ciò che serve ancora.',
    open_ticket: 'Il ticket #{number} è aperto. Prenderlo in carico prima di chiuderlo.',
    waits_once_active: 'Il ticket #{number} è aperto. Prenderlo in carico prima di metterlo in attesa.',
    wait_over: 'Questa data è già passata. Sceglierne una successiva.',
    closed_with_original:
      'Il ticket #{number} è un duplicato di #{original} e si chiude insieme a quello. Se il problema è un altro, annullare prima il duplicato.',
    solved_once_closed: 'Il ticket #{number} non è ancora chiuso. Dire se è risolto quando lo sarà.',
    solved_by_reporter: 'Solo chi ha segnalato il ticket #{number} può dire, come utente, se è risolto.',
    name_by_reporter:
      'Solo chi ha segnalato il ticket #{number} e l’assistenza possono decidere se il nome è nascosto.',
    category_settled:
      'La categoria è già stata decisa: {category}, scelta da {name}. Ora può cambiarla solo l’assistenza.',
    field_of_helpdesk: 'Solo l’assistenza può modificarlo. Per farlo, entrare come assistenza.',
    duplicate_by_helpdesk:
      'Solo l’assistenza stabilisce che cosa è un duplicato. Per farlo, entrare come assistenza.',
    file_for:
      'Solo l’assistenza può segnalare un problema per conto di altri. Per farlo, entrare come assistenza.',
    follow_for: 'Solo l’assistenza può farlo per conto di altri. Per farlo, entrare come assistenza.',
    note_by_helpdesk: 'Solo l’assistenza scrive note. Per farlo, entrare come assistenza.',
    note_of_user: 'Solo un messaggio dell’assistenza può diventare una nota.',
    note_of_all: 'È già stato comunicato a tutti, quindi non può diventare una nota.',
    answer_all_by_helpdesk:
      'Solo l’assistenza può rispondere a tutti insieme. Per farlo, entrare come assistenza.',
    sent_already: 'È già stato inviato con un altro testo. Guardare il ticket prima di inviarlo di nuovo.',
    message_elsewhere: 'Questo messaggio di Slack appartiene già a un altro ticket.',
    no_ticket: 'Il ticket #{number} non esiste.',
    no_message: 'Questo messaggio non esiste.',
    no_closing_note:
      'Il ticket #{number} non ha una nota di chiusura. Solo ciò che è stato fatto può aiutare altri.',
    no_wave: 'Queste segnalazioni non risultano raccolte insieme.',
    wave_of_helpdesk:
      'Ciò che segnalano più persone lo vede e lo raggruppa solo l’assistenza. Per farlo, entrare come assistenza.',
    no_place: 'Il luogo «{place}» non esiste.',
    nobody_called:
      'Nessuno di nome «{name}» ha un ticket che Lei può vedere. Scriva il nome come appare nei ticket.',
    too_many_called: 'Più di {max} persone si chiamano «{name}». Scriva il nome più per esteso.',
    no_original: 'Il ticket #{number} non esiste. Ricontrollare il numero.',
    its_own_original: 'Un ticket non può essere il duplicato di se stesso. Indicarne un altro.',
    duplicate_of_this: 'Il ticket #{number} è già un duplicato di questo. Annullarlo prima.',
    original_closed: 'Il ticket #{number} è chiuso. Indicarne uno aperto o in lavorazione.',
    no_earlier_ticket: 'Non esiste un ticket #{number} da riprendere.',
    one_problem: 'Il ticket #{number} riguarda un solo problema.',
    empty: 'Il campo è vuoto. Scrivere almeno un carattere.',
    too_long: 'Il testo è troppo lungo. Ridurlo a {max} caratteri.',
    too_busy: 'In questo momento ci sono troppe richieste. Non è stato salvato nulla; riprovare tra poco.',
    not_reached: 'Il servizio dei ticket non è raggiungibile al momento. Riprovare tra poco.',
    unexpected_answer: 'Il servizio dei ticket ha dato una risposta inattesa. Riprovare tra poco.',
    message_empty: 'Questo messaggio ora è vuoto.',
    message_gone: 'Questo messaggio non c’è più.',
    not_helpdesk:
      'Solo chi è nel canale dell’assistenza può agire come assistenza. Chiedere lì di essere aggiunti.',
    members_unknown: 'Slack non ha detto chi fa parte dell’assistenza. Riprovare tra poco.',
  },
} satisfies Translation<typeof english>;
