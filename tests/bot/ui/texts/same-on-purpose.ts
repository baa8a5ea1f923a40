import type { Language } from '@campus-desk/contract';

/** Messages that read the same in English and in another language. */
export const sameOnPurpose: Record<Exclude<Language, 'en'>, string[]> = {
  it: ['common.age.hours', 'common.age.minutes', 'common.ticket', 'ticket.title.ticket'],
  de: ['common.ticket', 'ticket.title.ticket'],
  es: ['common.age.days', 'common.age.hours', 'common.age.minutes', 'common.ticket', 'ticket.title.ticket'],
  fr: ['common.age.hours', 'common.age.minutes'],
};
