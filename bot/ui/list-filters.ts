import { categories, type Status, unclosedStatuses, visibleStatuses } from '@campus-desk/contract';
import type { KnownBlock, StaticSelect } from '@slack/types';
import { z } from 'zod';
import { ids } from '../ids.ts';
import { option, plain } from './elements.ts';
import type { ListName, ListPage } from './page.ts';
import { placeFilter, readPlaceName } from './place-select.ts';
import { fromStart, partOf, queueParts } from './queue-parts.ts';
import type { Texts } from './texts/texts.ts';

const categoryFilterSchema = z.enum(['all', ...categories]);

const statusFilterSchema = z.enum(['unclosed', 'open', 'active', 'closed', 'all']);
type StatusFilter = z.infer<typeof statusFilterSchema>;

const statusesOf: Record<StatusFilter, readonly Status[]> = {
  unclosed: unclosedStatuses,
  open: ['open'],
  active: ['active'],
  closed: ['closed'],
  all: visibleStatuses.helpdesk,
};

/** The lists that are named after a status, and the one of all of them. */
const byStatus: readonly ListName[] = ['all', 'open', 'active', 'closed'];

type ListFiltersInput = { page: ListPage; places: string[]; texts: Texts };

/** The controls over a list: whose tickets, which status, which category, and which place where the campus has some. */
export function listFilters({ page, places, texts }: ListFiltersInput): KnownBlock[] {
  const { part: parts, title, show: name, status: statusName } = texts.list;
  // Beside the other choices “All” alone would not say of what.
  const partNames = { ...parts, all: title.all };
  const statusNames = statusNamesIn(texts);
  const part = partOf(page);
  const status = statusFilterOf(page);
  const category = page.category ?? 'all';
  return [
    {
      type: 'actions',
      // Another id with every choice, so that Slack forgets what was picked before.
      block_id: `show.${part}.${status}.${category}.${page.place ?? ''}`,
      elements: [
        select({
          actionId: ids.list.show,
          name,
          options: partsOf(page).map(one => option({ text: partNames[one], value: one })),
          initial: part,
        }),
        select({
          actionId: ids.list.status,
          name: statusName,
          options: statusFiltersOf(page).map(one => option({ text: statusNames[one], value: one })),
          initial: status,
        }),
        categorySelect({ actionId: ids.list.category, category, texts }),
        ...placeFilter({ texts, places, chosen: page.place }),
      ],
    },
  ];
}

function statusNamesIn(texts: Texts): Record<StatusFilter, string> {
  return { unclosed: texts.list.unclosed, ...texts.common.status, all: texts.list.anyStatus };
}

type CategorySelectInput = {
  actionId: string;
  category: z.infer<typeof categoryFilterSchema>;
  texts: Texts;
};

/** The select of one category, or all. */
export function categorySelect({ actionId, category, texts }: CategorySelectInput): StaticSelect {
  const names = { all: texts.list.allCategories, ...texts.common.category };
  const options = categoryFilterSchema.options.map(one => option({ text: names[one], value: one }));
  return select({ actionId, name: texts.list.category, options, initial: category });
}

/** The list with the chosen category alone, from its first page; throws when the value is not ours. */
export function withCategory({ page, value }: { page: ListPage; value: string }): ListPage {
  const category = categoryFilterSchema.parse(value);
  const { category: _category, ...rest } = fromStart(page);
  return category === 'all' ? rest : { ...rest, category };
}

/** The list with the chosen place alone, from its first page. */
export function withPlace({ page, value }: { page: ListPage; value: string }): ListPage {
  const place = readPlaceName(value);
  const { place: _place, ...rest } = fromStart(page);
  return place === null ? rest : { ...rest, place };
}

/** The list with the chosen status alone, from its first page; throws when the value is not ours. */
export function withStatus({ page, value }: { page: ListPage; value: string }): ListPage {
  const filter = statusFilterSchema.parse(value);
  const name = byStatus.includes(page.name) ? (byStatus.find(one => one === filter) ?? 'all') : page.name;
  const visible = statusesOf[filter].filter(status => visibleStatuses[page.role].includes(status));
  return { ...fromStart(page), name, status: visible };
}

/** The queue by whose turn it is too; other lists mine, or everybody's. */
function partsOf({ name }: ListPage) {
  return name === 'queue' ? queueParts : queueParts.filter(part => part === 'all' || part === 'mine');
}

function statusFiltersOf({ role }: ListPage): StatusFilter[] {
  return role === 'helpdesk' ? [...statusFilterSchema.options] : ['unclosed', 'open', 'active'];
}

function statusFilterOf({ status }: ListPage): StatusFilter {
  const shown = [...status].sort().join();
  const found = statusFilterSchema.options.find(one => [...statusesOf[one]].sort().join() === shown);
  return found ?? 'unclosed';
}

type SelectInput = {
  actionId: string;
  name: string;
  options: ReturnType<typeof option>[];
  initial: string;
};

function select({ actionId, name, options, initial }: SelectInput): StaticSelect {
  const chosen = options.find(({ value }) => value === initial);
  return {
    type: 'static_select',
    action_id: actionId,
    placeholder: plain(name),
    options,
    ...(chosen === undefined ? {} : { initial_option: chosen }),
  };
}
