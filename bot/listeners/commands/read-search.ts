import { type Category, categories, categoryNames, type Role } from '@campus-desk/contract';
import type { Search } from '../../ui/lists.ts';
import type { Texts } from '../../ui/texts/texts.ts';
import { anyIn, categoryWords, filterWords, fold, listWords, meaningOf, personWords } from './words.ts';

type Name = keyof typeof filterWords;

/** `place:library`, and in quotation marks, also those that phones write and those of German and French, where it is several words. */
const filter = new RegExp(
  String.raw`(?:^|(?<=\s))(${anyIn(filterWords)}):\s?(?:"([^"]*)"|[“”„]([^“”„]*)[“”]|[«»]([^«»]*)[«»]|([^\s"“”„«»]+)|(?=\s|$|"))`,
  'giu',
);

type ReadSearchInput = { typed: string; role: Role; command: string; texts: Texts };

/** Reads what was typed after `search`, or says in a line what is wrong with a filter; of several of one name the last counts. */
export function readSearch({ typed, role, command, texts }: ReadSearchInput): Search | Fault {
  const filters = new Map<Name, string>();
  for (const [, name = '', ...values] of typed.matchAll(filter)) {
    const known = meaningOf({ word: name, meanings: filterWords });
    if (known !== undefined) filters.set(known, (values.find(value => value !== undefined) ?? '').trim());
  }
  const q = filters.size === 0 ? typed : typed.replaceAll(filter, ' ').replaceAll(/\s+/g, ' ').trim();
  const example = texts.search.example({ command, words: q === '' ? texts.search.exampleWord : q });
  const search: Search = q === '' ? {} : { q };
  for (const [name, value] of filters) {
    const read = readers[name]({ value, role, example, texts });
    if ('fault' in read) return read;
    Object.assign(search, read);
  }
  return search;
}

type Fault = { fault: string };

type ReadFilterInput = { value: string; role: Role; example: string; texts: Texts };

const readers: Record<Name, (input: ReadFilterInput) => Search | Fault> = {
  status: readStatus,
  category: readCategory,
  place: ({ value, example, texts }) =>
    value === '' ? { fault: texts.search.whichPlace({ example }) } : { place: value },
  from: ({ value, example, texts }) =>
    bare(value) === ''
      ? { fault: texts.search.fromWhom({ example }) }
      : { from: personIn({ value, meanings: { me: personWords.me } }) },
  assignee: ({ value, example, texts }) =>
    bare(value) === ''
      ? { fault: texts.search.assignedToWhom({ example }) }
      : { assignee: personIn({ value, meanings: personWords }) },
};

function readStatus({ value: status, role, example, texts }: ReadFilterInput): Search | Fault {
  const { mine: _mine, queue: _queue, ...meanings } = listWords;
  const wanted = meaningOf({ word: status, meanings });
  if (wanted === undefined) return { fault: texts.search.noStatus({ status, example }) };
  if (wanted === 'closed' && role === 'user') return { fault: texts.search.closedAsHelpdesk({ example }) };
  return wanted === 'all' ? {} : { status: [wanted] };
}

/** By its word, or by the beginning of its name. */
function readCategory({ value, example, texts }: ReadFilterInput): Search | Fault {
  const isNamed = (one: Category) => value.length >= 3 && fold(categoryNames[one]).startsWith(fold(value));
  const category = meaningOf({ word: value, meanings: categoryWords }) ?? categories.find(isNamed);
  return category === undefined
    ? { fault: texts.search.noCategory({ category: value, example }) }
    : { category };
}

type PersonInInput<Meaning extends string> = { value: string; meanings: Record<Meaning, readonly string[]> };

/** One of the meanings, such as whoever asks, or a name: after an @ always that, for people are called Yo. */
function personIn<Meaning extends string>(input: PersonInInput<Meaning>): Meaning | { name: string } {
  return meaningOf({ word: input.value, meanings: input.meanings }) ?? { name: bare(input.value) };
}

/** Slack writes people with an @, or as <@U0123ABCD|ada> where it is told to escape. */
function bare(name: string): string {
  return name
    .replace(/^<@([^|>]*)(?:\|[^>]*)?>$/, '$1')
    .replace(/^@/, '')
    .trim();
}
