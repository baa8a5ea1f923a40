import type { wave as english } from '../en/wave.ts';
import type { Translation } from '../write.ts';

export const wave = {
  title: 'Plusieurs personnes signalent la même chose',
  since: 'depuis le',
  view: 'Voir',
  viewLabel: 'Voir le ticket #{number}',
  more: '{count, plural, one {Et # autre ticket.} other {Et # autres tickets.}}',
  group: 'Les regrouper',
  groupHint:
    'Les autres deviennent des doublons du ticket #{number} : on traite celui-ci, et tous se ferment avec lui.',
  grouped: 'Regroupés : les autres sont des doublons du ticket #{number}.',
  closed: 'Tous ces tickets sont fermés.',
  groupedNow:
    '{count, plural, one {# ticket regroupé} other {# tickets regroupés}} avec le ticket #{number}.',
  groupedBefore: 'Ils sont déjà regroupés.',
} satisfies Translation<typeof english>;
