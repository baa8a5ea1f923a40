import { categoryNamesIn } from '@campus-desk/contract';
import type { Translation } from '@campus-desk/service-kit';
import type { common as english } from '../en/common.ts';

export const common = {
  status: { open: 'Aperto', active: 'In lavorazione', closed: 'Chiuso' },
  category: categoryNamesIn.it,
  ticket: 'Ticket #{number}',
  people: '{count, plural, one {# persona} other {# persone}}',
  age: { days: '{count} g', hours: '{count} h', minutes: '{count} min' },
  emergency: {
    call: '🚨 C’è qualcuno in pericolo? Mettersi al sicuro e chiamare subito: {call}',
    callAnywhere:
      '🚨 C’è qualcuno in pericolo? Mettersi al sicuro e chiamare subito il numero di emergenza (112 in Europa).',
  },
  tooLong: 'Il campo contiene al massimo {max} caratteri. Questa parte è rimasta fuori:',
  cancel: 'Annulla',
  choosePerson: 'Scegliere una persona',
  somebody: 'Qualcuno',
  send: 'Invia',
  unsure: '{category} (da confermare)',
  unsureOr: '{category} (da confermare) o {other}',
  dayAndTime: '{day} alle {time}',
  person: {
    isApp: '{name} è un’app. Scegliere una persona.',
    hasLeft: '{name} non fa più parte di questo workspace. Scegliere un’altra persona.',
  },
  done: 'Fatto',
  viewTicket: 'Apri il ticket',
  viewTicketNumber: 'Apri il ticket #{number}',
  loading: 'Caricamento in corso …',
  tryAgain: 'Riprova',
  slow: 'Fatto. Il risultato arriva con più ritardo del solito.',
} satisfies Translation<typeof english>;
