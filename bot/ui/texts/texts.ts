import type { Language } from '@campus-desk/contract';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { fr } from './fr/index.ts';
import { it } from './it/index.ts';
import { type Translation, type Written, write } from './write.ts';

type English = typeof en;

/** Every message in each language. */
export const catalogues: Record<Language, Translation<English>> = { en, it, de, es, fr };

/** Everything that people read, in one language. */
export type Texts = Written<English> & { readonly language: Language };

const written = new Map<Language, Texts>();

export function textsIn(language: Language): Texts {
  const known = written.get(language);
  if (known !== undefined) return known;
  const texts = { ...write<English>({ messages: catalogues[language], language }), language };
  written.set(language, texts);
  return texts;
}

/** Languages in which every screen is written: nobody meets a screen in two. */
export const finishedLanguages: readonly Language[] = ['en'];
