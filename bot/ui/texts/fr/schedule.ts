import type { Translation } from '@campus-desk/service-kit';
import type { schedule as english } from '../en/schedule.ts';

export const schedule = {
  digest: {
    title: 'Bonjour, l’assistance',
    scope: 'Tous les tickets ouverts, même anciens',
    none: 'Chaque ticket est pris en charge.',
    waiting: '{count, plural, one {# ticket attend} other {# tickets attendent}} une prise en charge :',
    oldest:
      '{count, plural, one {# ticket attend} other {# tickets attendent}} une prise en charge ; les plus anciens :',
    more: 'Plus de {count, plural, one {# ticket attend} other {# tickets attendent}} une prise en charge ; les plus anciens :',
  },
  reminder:
    'Vous avez en charge {count, plural, one {# ticket} other {# tickets}} en attente de l’assistance, sans nouvelles depuis {days, plural, one {# jour} other {# jours}} :',
  since: 'Depuis {at}',
} satisfies Translation<typeof english>;
