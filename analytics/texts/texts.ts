import type { Language } from '@campus-desk/contract';
import { createTextsIn, type Texts as TextsOf, type Translation } from '@campus-desk/service-kit';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

type English = typeof en;

/** Every message in each language. */
export const catalogues: Record<Language, Translation<English>> = { en, it, de, es, fr };

/** Everything that a report says, in one language. */
export type Texts = TextsOf<English>;

/** The texts of a language. */
export const textsIn = createTextsIn<English>(catalogues);
