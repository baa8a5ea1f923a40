import { isSomebody, type Person } from '@campus-desk/contract';
import { shorten } from './text.ts';
import type { Texts } from './texts/texts.ts';

type FormatNameInput = { person: Person; texts: Texts };

/** What somebody is called; "Somebody" where their name is hidden. */
export function formatName({ person, texts }: FormatNameInput): string {
  return isSomebody(person) ? texts.common.somebody : shorten({ text: person.name, max: 200 });
}
