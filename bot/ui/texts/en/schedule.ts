/** What the schedule sends: the morning digest and reminders. */
export const schedule = {
  digest: {
    title: 'Good morning, helpdesk',
    scope: 'All open tickets, however old',
    none: 'Somebody is working on every ticket.',
    waiting: '{count, plural, one {# ticket is} other {# tickets are}} waiting for somebody to start work:',
    oldest:
      '{count, plural, one {# ticket is} other {# tickets are}} waiting for somebody to start work; the oldest:',
    more: 'More than {count, plural, one {# ticket is} other {# tickets are}} waiting for somebody to start work; the oldest:',
  },
  reminder:
    'You are working on {count, plural, one {this ticket. It is} other {these tickets. They are}} waiting for helpdesk, and nobody has said anything for {days, plural, one {# day} other {# days}}:',
  since: 'Since {at}',
} as const;
