import type { Translation } from '@campus-desk/service-kit';
import type { schedule as english } from '../en/schedule.ts';

export const schedule = {
  digest: {
    title: 'Buongiorno, assistenza',
    scope: 'Tutti i ticket aperti, anche i più vecchi',
    none: 'Ogni ticket è già in carico a qualcuno.',
    waiting: '{count, plural, one {# ticket aspetta} other {# ticket aspettano}} una presa in carico:',
    oldest:
      '{count, plural, one {# ticket aspetta} other {# ticket aspettano}} una presa in carico; i più vecchi:',
    more: 'Più di {count, plural, one {# ticket aspetta} other {# ticket aspettano}} una presa in carico; i più vecchi:',
  },
  reminder:
    'Ha in carico {count, plural, one {# ticket in attesa} other {# ticket in attesa}} dell’assistenza, senza novità da {days, plural, one {# giorno} other {# giorni}}:',
  since: 'Dal {at}',
} satisfies Translation<typeof english>;
