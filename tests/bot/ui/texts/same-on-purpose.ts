import type { Language } from '@campus-desk/contract';

/** Messages that read the same in English and in another language. */
export const sameOnPurpose: Record<Exclude<Language, 'en'>, string[]> = {
  it: [
    'cards.helpdesk',
    'common.age.hours',
    'common.age.minutes',
    'common.ticket',
    'list.csv.all',
    'search.exampleWord',
    'ticket.title.ticket',
    'stats.csv',
  ],
  de: [
    'cards.helpdesk',
    'common.ticket',
    'home.role.helpdesk',
    'list.csv.all',
    'list.status',
    'ticket.title.ticket',
    'stats.csv',
  ],
  es: [
    'cards.helpdesk',
    'common.age.days',
    'common.age.hours',
    'common.age.minutes',
    'common.ticket',
    'list.csv.all',
    'list.tickets',
    'search.exampleWord',
    'ticket.title.ticket',
    'stats.csv',
  ],
  fr: [
    'buttons.more.note',
    'common.age.hours',
    'common.age.minutes',
    'facts.urgent',
    'list.onPage',
    'list.tickets',
    'search.exampleWord',
    'stats.csv',
  ],
};
