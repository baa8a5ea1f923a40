import { categories, moves, numberSchema, roleSchema, sorts, statuses } from '@campus-desk/contract';
import { z } from 'zod';
import type { Texts } from './texts/texts.ts';

/** Slack's limit for what a view carries along, less some room. */
const maxMetadataLength = 2900;

const listNames = ['all', 'mine', 'queue', 'open', 'active', 'closed', 'search'] as const;
export type ListName = (typeof listNames)[number];

const listPageSchema = z.strictObject({
  page: z.literal('list'),
  name: z.enum(listNames),
  role: roleSchema,
  status: z.array(z.enum(statuses)),
  reporter: z.string().optional(),
  told: z.string().optional(),
  assignee: z.string().optional(),
  /** Names as they were typed: the API knows whose they are. */
  reporterName: z.string().optional(),
  assigneeName: z.string().optional(),
  unassigned: z.literal('true').optional(),
  move: z.enum(moves).optional(),
  category: z.enum(categories).optional(),
  /** As it was typed or chosen: the API knows its other names. */
  place: z.string().optional(),
  q: z.string().optional(),
  sort: z.enum(sorts).optional(),
  /** Where this page begins; absent on the first one. */
  cursor: z.string().optional(),
  /** Where the next page begins; absent on the last one. */
  next: z.string().optional(),
  /** Where the earlier pages begin, the first as an empty text. */
  back: z.array(z.string()),
  at: z.int().min(1),
});
export type ListPage = z.infer<typeof listPageSchema>;

const ticketPageSchema = z.strictObject({
  page: z.literal('ticket'),
  role: roleSchema,
  number: numberSchema,
});

/** A form about one ticket. */
const formSchema = z.object({
  role: roleSchema,
  number: numberSchema,
  /** Where the form was opened: from the ticket modal it returns there, from a card it closes. */
  from: z.enum(['card', 'modal']),
});
export type FormOrigin = z.infer<typeof formSchema>['from'];

const plainFormSchema = formSchema.extend({
  page: z.enum(['edit', 'assign', 'wait', 'duplicate', 'answerAll', 'close']),
});

const answerPageSchema = formSchema.extend({
  page: z.literal('answer'),
  /** Which answer of the campus file was chosen. */
  chosen: z.int().min(0).optional(),
  /** What was made of answers chosen before. */
  drafts: z.record(z.string(), z.string()).optional(),
});

const pageSchema = z.discriminatedUnion('page', [
  listPageSchema,
  ticketPageSchema,
  plainFormSchema,
  answerPageSchema,
]);

/** A view that is drawn from the API's data and can be drawn again from this alone. */
export type Page = z.infer<typeof pageSchema>;

/** A page that is a form about one ticket. */
export type FormPage = z.infer<typeof plainFormSchema> | z.infer<typeof answerPageSchema>;

/** A page as the `private_metadata` of its view; the oldest ways back are forgotten where they do not fit. */
export function writePage(page: Page): string {
  const metadata = JSON.stringify(page);
  if (metadata.length <= maxMetadataLength || page.page !== 'list') return metadata;
  if (page.back.length <= 1) return JSON.stringify({ ...page, cursor: undefined, next: undefined, back: [] });
  return writePage({ ...page, back: ['', ...page.back.slice(2)] });
}

/** The page a view shows; throws when the metadata is not ours. */
export function readPage(metadata: string): Page {
  return pageSchema.parse(JSON.parse(metadata));
}

/** The list a view shows; throws when it shows something else. */
export function readListPage(metadata: string): ListPage {
  return listPageSchema.parse(JSON.parse(metadata));
}

/** What the tickets of a list have in common, as the API asks for it. */
export function filtersOf(page: ListPage) {
  const {
    page: _page,
    name: _name,
    status,
    cursor: _cursor,
    next: _next,
    back: _back,
    at: _at,
    ...filters
  } = page;
  return { ...filters, status: status.join(',') };
}

/** The title of the modal, at most 24 characters. */
export function pageTitle({ page, texts }: { page: Page; texts: Texts }): string {
  if (page.page === 'list') return texts.list.title[page.name];
  return texts.ticket.title[page.page]({ number: page.number });
}

/** The page after this one; the same page when it is the last. */
export function nextPage(page: ListPage): ListPage {
  if (page.next === undefined) return page;
  const { next, cursor, ...rest } = page;
  return { ...rest, cursor: next, back: [...page.back, cursor ?? ''], at: page.at + 1 };
}

/** The page before this one; the first when the way back is not known. */
export function previousPage(page: ListPage): ListPage {
  const { next: _next, cursor: _cursor, ...rest } = page;
  const cursor = page.back.at(-1);
  if (cursor === undefined || cursor === '') return { ...rest, back: [], at: 1 };
  return { ...rest, cursor, back: page.back.slice(0, -1), at: Math.max(1, page.at - 1) };
}
