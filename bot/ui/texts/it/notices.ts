import type { notices as english } from '../en/notices.ts';
import type { Translation } from '../write.ts';

export const notices = {
  says: '{who}: {words}',
  filed: '{name} ha segnalato per Lei il ticket #{number}.',
  started: '{name} ha preso in carico il ticket #{number}.',
  closed: '{name} ha chiuso il ticket #{number}.',
  closedWith: '{name} ha chiuso il ticket #{number} insieme al ticket #{original}.',
  solved: '{name} conferma che il ticket #{number} è risolto.',
  notSolved: 'Per {name} il ticket #{number} non è del tutto risolto.',
  solvedTakenBack: '{name} ha ritirato la risposta sulla soluzione del ticket #{number}.',
  edited: {
    description: '{name} ha modificato la descrizione del ticket #{number}.',
    location: '{name} ha modificato la posizione del ticket #{number}.',
    both: '{name} ha modificato la descrizione e la posizione del ticket #{number}.',
  },
  place: {
    confirmed: '{name} ha confermato il luogo del ticket #{number}.',
    removed: '{name} ha tolto il luogo dal ticket #{number}.',
    named: '{name} ha indicato {place} come luogo del ticket #{number}.',
  },
  category: {
    changed: '{name} ha cambiato la categoria del ticket #{number} in {category}.',
    confirmed: '{name} ha confermato la categoria del ticket #{number}.',
  },
  aside: {
    description: 'Modificata anche la descrizione.',
    location: 'Modificata anche la posizione.',
    both: 'Modificate anche la descrizione e la posizione.',
    category: 'Ora la categoria è {category}.',
    urgent: 'Ora è urgente.',
  },
  why: {
    follows: 'Ne riceve gli aggiornamenti.',
    sameAsThis: 'Riguarda lo stesso problema di questo ticket.',
    sameAs: 'Riguarda lo stesso problema del Suo ticket #{number}.',
  },
  assigned: 'Il ticket #{number} è affidato a Lei.',
  followUp: 'Il ticket #{number} riprende il ticket #{earlier}.',
  followUpOf: 'Seguito del ticket #{earlier}: {link}',
  goesOn: 'Il ticket #{number} prosegue in {link}.',
  newThread: 'un nuovo thread',
  moved: {
    header: 'Ticket #{number} · Spostato',
    text: 'Il ticket #{number} è stato spostato in {channel}.',
    now: 'Ora si trova in {channel}.',
    nowWithLink: 'Ora si trova in {channel}: {link}.',
    link: 'apri la scheda',
  },
  waiting: '{name} ha messo in attesa il ticket #{number}.',
  waitingUntil: '{name} ha messo in attesa il ticket #{number} fino a {at}:',
  woken: {
    date: 'Il ticket #{number} non è più in attesa: è arrivata la data prevista.',
    written: 'Il ticket #{number} non è più in attesa: {name} ha scritto.',
    ended: 'Il ticket #{number} non è più in attesa: lo ha deciso {name}.',
  },
  duplicate: {
    same: '{name} ha visto che il ticket #{number} riguarda lo stesso problema del ticket #{original}, su cui si lavora per entrambi. Gli aggiornamenti arriveranno qui.',
    own: '{name} ha visto che il ticket #{number} è comunque un problema a sé.',
  },
  late: 'Il ticket #{number} è chiuso. Il messaggio resta conservato, ma nessuno ci lavora più.',
  file: {
    sender: 'Da {name}',
    tooLarge: '{file} è troppo grande per essere copiato qui ({size}). Chiederlo a {name}.',
    failed: 'Non è stato possibile copiare qui {file}. Chiederlo a {name}.',
    bytes: '{count, plural, other {# B}}',
    kilobytes: '{count, plural, other {# KB}}',
    megabytes: '{count, plural, other {# MB}}',
  },
  message: {
    note: '{name} (nota, la vede solo l’assistenza)',
    to: '{name} a {person}',
    toAll: '{name} a tutte le persone con il problema del ticket #{number}',
    toPersonAndAll: '{name} a {person} e a tutte le persone con il problema del ticket #{number}',
    edited: '(modificato)',
    deleted: '(messaggio eliminato)',
  },
} satisfies Translation<typeof english>;
