import type { TextsFor } from '../../bot/conversation/texts-for.ts';
import { textsIn } from '../../bot/ui/texts/texts.ts';

export const texts = textsIn('en');

/** Everybody reads English. */
export const english: TextsFor = { person: async () => texts, channels: async () => texts };
