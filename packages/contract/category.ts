import type { Language } from './language.ts';

export const categories = ['facility', 'it', 'service'] as const;
export type Category = (typeof categories)[number];

/** The categories as people read them, in each language. */
export const categoryNamesIn: Record<Language, Record<Category, string>> = {
  en: { facility: 'Facility management', it: 'Technical IT', service: 'Services complaint' },
  it: { facility: 'Edifici e manutenzione', it: 'Servizi informatici', service: 'Reclamo sui servizi' },
  de: { facility: 'Gebäudemanagement', it: 'IT-Technik', service: 'Beschwerde über Services' },
  es: { facility: 'Edificios y mantenimiento', it: 'Informática', service: 'Queja sobre servicios' },
  fr: { facility: 'Bâtiments et maintenance', it: 'Informatique', service: 'Réclamation sur un service' },
};

/** The same in English, for programs and files. */
export const categoryNames = categoryNamesIn.en;

/** Who set the category: the categoriser, the helpdesk by hand, or the reporter when asked. */
export const categorySources = ['auto', 'helpdesk', 'reporter'] as const;

/** Below this confidence a category is unsure and its reporter is asked: 98 % of the answers above it are right. */
export const surenessThreshold = 0.8;
