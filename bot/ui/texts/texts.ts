import type { Language } from '@campus-desk/contract';
import { createTextsIn, type Texts as TextsOf, type Translation } from '@campus-desk/service-kit';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { fr } from './fr/index.ts';
import { it } from './it/index.ts';

type English = typeof en;

/** Every message in each language. */
export const catalogues: Record<Language, Translation<English>> = { en, it, de, es, fr };

/** Everything that people read, in one language. */
export type Texts = TextsOf<English>;

/** The texts of a language. */
export const textsIn = createTextsIn<English>(catalogues);
