/** The languages that people are answered in, the first one where nothing else is known. */
export const languages = ['en', 'it', 'de', 'es', 'fr'] as const;
export type Language = (typeof languages)[number];
