type Entry = { name: string; value: unknown; parent: string };

/** The first answer that `look` gives for a named value inside of objects and lists, from the outside in. */
export function findInside<Found>(
  inside: unknown,
  look: (entry: Entry) => Found | undefined,
): Found | undefined {
  return walk({ inside, parent: '', look });
}

type WalkInput<Found> = { inside: unknown; parent: string; look: (entry: Entry) => Found | undefined };

function walk<Found>({ inside, parent, look }: WalkInput<Found>): Found | undefined {
  if (typeof inside !== 'object' || inside === null) return undefined;
  for (const [key, value] of Object.entries(inside)) {
    // What stands in a list has the name of the list.
    const name = Array.isArray(inside) ? parent : key;
    const found = look({ name, value, parent }) ?? walk({ inside: value, parent: name, look });
    if (found !== undefined) return found;
  }
  return undefined;
}
