/** The message by which helpdesk learns that several people report the same. */
export const wave = {
  title: 'Several people report the same',
  since: 'first report:',
  view: 'View',
  more: '{count, plural, one {And # more ticket.} other {And # more tickets.}}',
  group: 'Group them',
  groupHint:
    'The others become duplicates of ticket #{number}: you work on one, and close all of them with it.',
  grouped: 'Grouped: the others are duplicates of ticket #{number}.',
  closed: 'All of these tickets are closed.',
  grouping: 'Grouping {count} tickets. This takes a moment.',
  groupedNow: '{count, plural, one {# ticket is} other {# tickets are}} grouped now, with ticket #{number}.',
  groupedBefore: 'They are grouped already.',
  left: '{count, plural, one {# ticket is} other {# tickets are}} not grouped yet. Look at the message again, then press “Group them” once more.',
} as const;
