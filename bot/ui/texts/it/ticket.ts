import type { Translation } from '@campus-desk/service-kit';
import type { ticket as english } from '../en/ticket.ts';

export const ticket = {
  title: {
    ticket: 'Ticket #{number}',
    edit: 'Modifica: #{number}',
    assign: 'Assegna: #{number}',
    answer: 'Risposta: #{number}',
    wait: 'In attesa: #{number}',
    duplicate: 'Duplicato: #{number}',
    answerAll: 'A tutti: #{number}',
    close: 'Chiudi: #{number}',
    reply: 'Risposta: #{number}',
    note: 'Nota: #{number}',
  },
  back: 'Torna al ticket #{number}',
  message: 'Il messaggio',
  view: {
    status: 'Stato:',
    notNow: 'Al momento i messaggi non si possono mostrare. Riaprire il ticket tra poco.',
    noMessages: 'Ancora nessun messaggio.',
    lastMessages: 'Ultimi messaggi',
    helpdesk: 'assistenza',
    note: 'nota visibile solo all’assistenza',
    toAll: 'a tutti quelli che hanno questo problema',
    edited: 'modificato',
    late: 'dopo la chiusura',
    deleted: 'Questo messaggio è stato eliminato.',
    file: 'File allegato: {name}',
  },
  place: {
    question: 'Di quale luogo si tratta?',
    none: 'Nessun luogo',
    all: 'Tutti i luoghi',
    choose: 'Luogo',
  },
  edit: {
    save: 'Salva',
    changed:
      'Nel frattempo modificato da {people}: {what}. Il testo scritto è conservato qui sotto: confrontarlo con il ticket com’è adesso e salvare di nuovo.',
    somebody: 'qualcuno',
    ticket: 'questo ticket',
    fields: {
      description: 'la descrizione',
      location: 'la posizione',
      place: 'il luogo',
      category: 'la categoria',
      urgent: 'l’urgenza',
      nameHidden: 'la visibilità del nome',
      status: 'lo stato',
    },
    where: 'Dove: {location}',
    place: 'Luogo: {place}',
  },
  close: {
    submit: 'Chiudi il ticket',
    explains: 'Non si può riaprire. Chi ha fatto la segnalazione vedrà la nota.',
    what: 'Che cosa è stato fatto?',
    duplicates: '{count, plural, one {Il suo duplicato} other {I suoi duplicati}} {numbers}',
    too: '{count, plural, one {Chiudi anche questo, con la stessa nota} other {Chiudi anche questi, con la stessa nota}}',
    otherwise:
      '{count, plural, one {Altrimenti torna a essere un ticket a sé.} other {Altrimenti tornano a essere ticket a sé.}}',
    noNote: 'Lo legge chi ha fatto la segnalazione. Togliere ;; oppure scriverlo come nota sotto la scheda.',
    notStored: '{message} La nota non è stata salvata: {note}',
  },
  offerNote:
    'La nota di chiusura può essere mostrata a chi segnala lo stesso problema, quando chi lo ha segnalato conferma che è risolto. Offrirla solo se non contiene nomi né stanze.',
  wait: {
    submit: 'Metti in attesa',
    until: 'Fino a quando?',
    untilHint: 'Un momento futuro.',
    what: 'Per quale motivo?',
    explains:
      'Anche chi ha fatto la segnalazione vedrà il motivo. Fino ad allora nessun promemoria. Un suo messaggio pone fine all’attesa.',
    waits: 'È in attesa.',
    end: 'Termina l’attesa',
    endLabel: 'Termina l’attesa del ticket #{number}',
    ended: 'Il ticket #{number} non è più in attesa.',
    chooseDate: 'Scegliere una data.',
  },
  note: {
    submit: 'Salva la nota',
    label: 'La nota',
    explains:
      'La vede solo l’assistenza. Anche una risposta sotto la scheda del ticket che inizia con ;; è una nota.',
  },
  assign: {
    submit: 'Assegna',
    whom: 'A chi?',
    hint: 'Una persona, non un’app. Riceve un avviso nel thread della scheda.',
    assigned: 'È assegnato a {name}.',
    giveBack: 'Rinuncia',
    giveBackLabel: 'Rinuncia al ticket #{number}: resta senza assegnatario',
    givenBack: 'Il ticket #{number} non è più assegnato a nessuno.',
    choose: 'Scegliere una persona.',
  },
  duplicate: {
    submit: 'Segna come duplicato',
    which: 'Quale ticket riguarda lo stesso problema?',
    choose: 'Sceglierne uno',
    number: 'Numero dell’altro ticket',
    otherNumber: 'Oppure il numero di un altro ticket',
    explains:
      'Il lavoro prosegue nell’altro ticket e questo si può chiudere insieme. Chi ha fatto la segnalazione viene avvisato.',
    missing: 'Scegliere un ticket o digitarne il numero.',
    noNumber: 'Digitare il numero di un ticket, per esempio 12.',
  },
  answer: {
    which: 'Quale risposta?',
    choose: 'Sceglierne una',
    none: 'Il file del campus non contiene ancora risposte. Chi gestisce Campus Desk può aggiungerle alla voce «answers».',
    sees: '{name} lo vedrà.',
  },
  answerAll: {
    submit: 'Invia a tutti',
    sees: '{count, plural, =0 {Lo vedrà {name}} one {Lo vedranno {name} e un’altra persona} other {Lo vedranno {name} e altre # persone}}: chi l’ha segnalato, chi ha segnalato lo stesso e chi lo segue.',
    noNote: 'Lo leggono tutti. Togliere ;; oppure scriverlo come nota sotto la scheda.',
  },
  reply: {
    user: 'L’assistenza lo vedrà nel proprio canale. Si può scrivere anche nel thread sotto la scheda del ticket.',
    helpdesk:
      'Lo vedrà chi ha fatto la segnalazione; iniziare con ;; per una nota. Si può scrivere anche nel thread sotto la scheda del ticket.',
  },
} satisfies Translation<typeof english>;
