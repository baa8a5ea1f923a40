import type { Ticket } from '@campus-desk/contract';
import type { InputBlock, KnownBlock, PlainTextOption, StaticSelect } from '@slack/types';
import { ids } from '../ids.ts';
import { option, plain } from './elements.ts';
import type { ViewValues } from './modal.ts';
import { type Reference, writePlaceChoice } from './reference.ts';
import { shorten } from './text.ts';
import type { Texts } from './texts/texts.ts';

/** Options of one list, or of one group of them: what Slack takes. */
const maxInOneList = 100;

/** Places that are offered to choose from; where there are more, the name is written. */
const maxOffered = 500;

/** Stands for "No place": no place can be called so. */
const none = '-';

type PlaceFieldInput = {
  texts: Texts;
  places: string[];
  ticket: Pick<Ticket, 'place' | 'version'>;
  /** What is chosen in it; null: no place. */
  chosen: string | null;
};

/** The field of a form for the place of a ticket; none where the campus file has no places. */
export function placeField({ texts, places, ticket, chosen }: PlaceFieldInput): InputBlock[] {
  const names = withPlaceOf({ places, ticket });
  if (names.length === 0) return [];
  const options = [none, ...names].map(name => option({ text: labelOf({ name, texts }), value: name }));
  // Another id for every version: Slack keeps what stands in a field of the same name, also what nobody chose.
  const actionId = `${field}.${ticket.version}`;
  return [
    {
      type: 'input',
      block_id: field,
      label: plain(texts.ticket.place.question),
      optional: names.length > maxOffered,
      element:
        names.length > maxOffered
          ? {
              type: 'plain_text_input',
              action_id: actionId,
              max_length: 100,
              ...(chosen !== null && { initial_value: chosen }),
            }
          : selectOf({ texts, actionId, options, initial: chosen ?? none }),
    },
  ];
}

const field = 'place';

/** The place that was chosen or written, null for none; undefined where the form did not ask. */
export function readPlaceField(values: ViewValues): string | null | undefined {
  const [input] = Object.values(values[field] ?? {});
  if (input === undefined) return undefined;
  return readPlaceName(input.selected_option?.value ?? input.value ?? none);
}

type PlaceChoiceInput = { texts: Texts; places: string[]; ticket: Ticket; reference: Reference };

/** The select that corrects the place of a ticket at once; none where it would offer nothing, or too much. */
export function placeChoice({ texts, places, ticket, reference }: PlaceChoiceInput): KnownBlock[] {
  const names = withPlaceOf({ places, ticket });
  if (ticket.status === 'closed' || names.length === 0 || names.length > maxOffered) return [];
  const choiceOf = (place: string) => writePlaceChoice({ ...reference, place });
  const options = [none, ...names].map(name =>
    option({ text: labelOf({ name, texts }), value: choiceOf(name) }),
  );
  return [
    {
      type: 'section',
      // Another id with every version, so that Slack forgets what was picked before.
      block_id: `place.${ticket.number}.${ticket.version}`,
      text: plain(texts.ticket.place.question),
      accessory: selectOf({
        texts,
        actionId: ids.ticket.place,
        options,
        initial: choiceOf(ticket.place?.name ?? none),
      }),
    },
  ];
}

type PlaceFilterInput = { texts: Texts; places: string[]; chosen: string | undefined };

/** The select of one place, or all, over a list; none where there are no places, or too many. */
export function placeFilter({ texts, places, chosen }: PlaceFilterInput): StaticSelect[] {
  if (places.length === 0 || places.length > maxOffered) return [];
  const options = places.map(name => option({ text: labelOf({ name, texts }), value: name }));
  const all = option({ text: texts.ticket.place.all, value: none });
  return [selectOf({ texts, actionId: ids.list.place, options: [all, ...options], initial: chosen ?? none })];
}

/** The place that was chosen; null for none. */
export function readPlaceName(value: string): string | null {
  return value === none || value === '' ? null : value;
}

/** The places to choose from, where some are known, with the one that the ticket has, also where the file no longer has it. */
function withPlaceOf({ places, ticket: { place } }: Pick<PlaceFieldInput, 'places' | 'ticket'>): string[] {
  if (places.length === 0) return [];
  return [...new Set(place === null ? places : [...places, place.name])];
}

function labelOf({ name, texts }: { name: string; texts: Texts }): string {
  return name === none ? texts.ticket.place.none : shorten({ text: name, max: 75 });
}

type SelectOfInput = { texts: Texts; actionId: string; options: PlainTextOption[]; initial: string };

function selectOf({ texts, actionId, options, initial }: SelectOfInput): StaticSelect {
  const chosen = options.find(({ value }) => value === initial);
  return {
    type: 'static_select',
    action_id: actionId,
    placeholder: plain(texts.ticket.place.choose),
    ...(options.length <= maxInOneList ? { options } : { option_groups: groupsOf(options) }),
    ...(chosen === undefined ? {} : { initial_option: chosen }),
  };
}

/** Lists of as many options as Slack takes, each named after its first and last. */
function groupsOf(options: PlainTextOption[]): NonNullable<StaticSelect['option_groups']> {
  const count = Math.ceil(options.length / maxInOneList);
  const groups = Array.from({ length: count }, (_, index) =>
    options.slice(index * maxInOneList, (index + 1) * maxInOneList),
  );
  const nameOf = (one: PlainTextOption | undefined) => shorten({ text: one?.text.text ?? '', max: 35 });
  return groups.map(group => ({
    label: plain(`${nameOf(group[0])} – ${nameOf(group.at(-1))}`),
    options: group,
  }));
}
