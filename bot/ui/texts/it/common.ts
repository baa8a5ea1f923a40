import type { common as english } from '../en/common.ts';
import type { Translation } from '../write.ts';

export const common = {
  status: { open: 'Aperto', active: 'In lavorazione', closed: 'Chiuso' },
  category: {
    facility: 'Edifici e manutenzione',
    it: 'Servizi informatici',
    service: 'Reclamo sui servizi',
  },
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
  send: 'Invia',
} satisfies Translation<typeof english>;
