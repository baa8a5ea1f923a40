import type { Translation } from '@campus-desk/service-kit';
import type { wave as english } from '../en/wave.ts';

export const wave = {
  title: 'Plusieurs personnes signalent la même chose',
  since: 'premier signalement :',
  view: 'Voir',
  more: '{count, plural, one {Et # autre ticket.} other {Et # autres tickets.}}',
  group: 'Les regrouper',
  groupHint:
    'Les autres deviennent des doublons du ticket n° {number} : on traite celui-ci, et tous seront clos avec lui.',
  grouped: 'Regroupés : les autres sont des doublons du ticket n° {number}.',
  closed: 'Tous ces tickets sont clos.',
  grouping: 'Regroupement de {count} tickets en cours, cela prend un instant.',
  groupedNow:
    '{count, plural, one {# ticket regroupé} other {# tickets regroupés}} avec le ticket n° {number}.',
  groupedBefore: 'Ces tickets sont déjà regroupés.',
  left: '{count, plural, one {# ticket n’est} other {# tickets ne sont}} pas encore {count, plural, one {regroupé} other {regroupés}}. Relisez le message, puis appuyez de nouveau sur « Les regrouper ».',
} satisfies Translation<typeof english>;
