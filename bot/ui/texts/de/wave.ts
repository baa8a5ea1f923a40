import type { Translation } from '@campus-desk/service-kit';
import type { wave as english } from '../en/wave.ts';

export const wave = {
  title: 'Mehrere Personen melden dasselbe',
  since: 'erste Meldung:',
  view: 'Ansehen',
  more: '{count, plural, one {Und # weiteres Ticket.} other {Und # weitere Tickets.}}',
  group: 'Zusammenfassen',
  groupHint:
    'Die anderen werden Duplikate von Ticket #{number}: Sie bearbeiten nur dieses und schließen alle zusammen.',
  grouped: 'Zusammengefasst: Die anderen sind Duplikate von Ticket #{number}.',
  closed: 'Alle diese Tickets sind geschlossen.',
  grouping: '{count} Tickets werden zusammengefasst. Das dauert einen Moment.',
  groupedNow:
    '{count, plural, one {# Ticket ist} other {# Tickets sind}} jetzt mit Ticket #{number} zusammengefasst.',
  groupedBefore: 'Die Tickets sind schon zusammengefasst.',
  left: '{count, plural, one {# Ticket ist} other {# Tickets sind}} noch nicht zusammengefasst. Sehen Sie die Nachricht noch einmal an und drücken Sie dann erneut „Zusammenfassen“.',
} satisfies Translation<typeof english>;
