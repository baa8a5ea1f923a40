import type { Person } from '../../protocol.ts';
import { decodeEntities } from './entities.ts';

/** The stored text as its author typed it, for editing. */
export function decodeTyped(stored: string, people: Map<string, Person>): string {
  const words = stored
    .replace(/<@(\w+)(?:\|[^>]*)?>/g, (token, id: string) => {
      const person = people.get(id);
      return person ? `@${person.name}` : token;
    })
    .replace(/<#\w+\|([^>]*)>/g, '#$1')
    .replace(/<!(here|channel|everyone)>/g, '@$1')
    .replace(/<(https?:[^|>]+)(?:\|[^>]*)?>/g, '$1');
  return decodeEntities(words);
}
