import type { Language } from '@campus-desk/contract';

/** What every language writes the same way. */
const everywhere = [
  'corrections.wasShort.service',
  'date.month',
  'duration.hours.short',
  'duration.minutes.short',
  'duration.underMinute.short',
  'times.shortMost',
];

/** Messages that read the same in English and in another language. */
export const sameOnPurpose: Record<Exclude<Language, 'en'>, string[]> = {
  it: [...everywhere, 'date.day', 'duration.hours.said', 'duration.minutes.said', 'share'],
  de: [
    ...everywhere,
    'corrections.wasShort.it',
    'share',
    'shortCategory.it',
    'shortCategory.service',
    'times.median',
  ],
  es: [
    ...everywhere,
    'backlog.tickets',
    'date.day',
    'duration.days.short',
    'duration.hours.said',
    'duration.minutes.said',
    'places.axis',
    'share',
  ],
  fr: [
    ...everywhere,
    'backlog.tickets',
    'date.day',
    'duration.axis.minutes',
    'duration.hours.said',
    'duration.minutes.inWords',
    'duration.minutes.said',
    'places.axis',
    'shortCategory.service',
  ],
};
