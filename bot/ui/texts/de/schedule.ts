import type { Translation } from '@campus-desk/service-kit';
import type { schedule as english } from '../en/schedule.ts';

export const schedule = {
  digest: {
    title: 'Guten Morgen, Helpdesk',
    scope: 'Alle offenen Tickets, auch die ältesten',
    none: 'An jedem Ticket arbeitet schon jemand.',
    waiting: '{count, plural, one {# Ticket wartet} other {# Tickets warten}} darauf, dass jemand anfängt:',
    oldest:
      '{count, plural, one {# Ticket wartet} other {# Tickets warten}} darauf, dass jemand anfängt; die ältesten:',
    more: 'Mehr als {count, plural, one {# Ticket wartet} other {# Tickets warten}} darauf, dass jemand anfängt; die ältesten:',
  },
  reminder:
    'Sie bearbeiten {count, plural, one {# Ticket, das auf den Helpdesk wartet} other {# Tickets, die auf den Helpdesk warten}}, und seit {days, plural, one {# Tag} other {# Tagen}} hat niemand etwas gesagt:',
  since: 'Seit {at}',
} satisfies Translation<typeof english>;
