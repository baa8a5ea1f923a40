import type { Language } from '@campus-desk/contract';

/** Messages that read the same in English and in another language. */
export const sameOnPurpose: Record<Exclude<Language, 'en'>, string[]> = {
  it: ['cards.helpdesk', 'common.age.hours', 'common.age.minutes', 'common.ticket', 'ticket.title.ticket'],
  de: ['cards.helpdesk', 'common.ticket', 'ticket.title.ticket'],
  es: [
    'cards.helpdesk',
    'common.age.days',
    'common.age.hours',
    'common.age.minutes',
    'common.ticket',
    'ticket.title.ticket',
  ],
  fr: ['buttons.more.note', 'common.age.hours', 'common.age.minutes', 'facts.urgent'],
};
