import type { Person } from './actor.ts';

/** Who stands for a reporter whose name the reader is not to know. */
export const somebody = { id: 'somebody', name: 'Somebody' } satisfies Person;

/** Whether somebody stands there instead of a person. */
export function isSomebody({ id }: Pick<Person, 'id'>): boolean {
  return id === somebody.id;
}

type UnlessHiddenInput<Someone extends Person> = {
  person: Someone;
  /** The id of whom the reader is not to know. */
  hidden: string | undefined;
};

/** The person, or somebody in their place. */
export function unlessHidden<Someone extends Person>(input: UnlessHiddenInput<Someone>): Someone {
  const { person, hidden } = input;
  return person.id === hidden ? { ...person, ...somebody } : person;
}
