import type { Person, Trouble } from '../../protocol.ts';

type IsDeactivatedInput = { person: Person; trouble: Pick<Trouble, 'deactivated'> };

/** Whether a person has left the workspace: from the beginning, or since somebody turned that on. */
export function isDeactivated({ person, trouble }: IsDeactivatedInput): boolean {
  return person.isDeactivated === true || trouble.deactivated.includes(person.id);
}
