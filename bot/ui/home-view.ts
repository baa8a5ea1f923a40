import type { Role, TicketList } from '@campus-desk/contract';
import type { Button, HomeView, KnownBlock } from '@slack/types';
import { ids } from '../ids.ts';
import { button, line, moment, paragraph, plain, sentence } from './elements.ts';
import { categorySelect } from './list-filters.ts';
import { summary, turnButtons, writeListPage } from './list-view.ts';
import { type ListPage, pageTitle, writePage } from './page.ts';
import { partOf, type QueuePart, queueParts } from './queue-parts.ts';
import { roleChoice } from './role-choice.ts';
import type { Texts } from './texts/texts.ts';
import { ticketEntry } from './ticket-entry.ts';

/** Tickets on one page of the Home tab; Slack takes 100 blocks. */
export const homePageSize = 15;

type HomeViewInput = {
  page: ListPage;
  list: TicketList;
  now: number;
  texts: Texts;
  /** Stands on top, such as why somebody is not helpdesk. */
  notice?: string | undefined;
};

/** The Home tab: pick a role, report a problem, and the tickets that are one's own or helpdesk's to do, urgent ones and the oldest first. */
export function homeView({ page, list, now, texts, notice }: HomeViewInput): HomeView {
  return home({
    texts,
    role: page.role,
    metadata: writeListPage({ page, list }),
    blocks: [
      ...(notice === undefined ? [] : [line(notice)]),
      { type: 'header', text: plain(pageTitle({ page, texts })) },
      ...filters({ page, texts }),
      line(summary({ page, list, size: homePageSize, texts })),
      ...list.tickets.flatMap(ticket => ticketEntry({ ticket, page, now, texts })),
      ...turning({ page, list, texts }),
      paragraph(sentence({ message: texts.home.asOf, pieces: { at: moment(new Date(now).toISOString()) } })),
    ],
  });
}

/** The Home tab when its tickets cannot be read: why, and a button to try again. */
export function failedHome({ page, texts }: { page: ListPage; texts: Texts }): HomeView {
  return home({
    texts,
    role: page.role,
    metadata: writePage(page),
    blocks: [
      line(texts.home.failed),
      { type: 'actions', elements: [button({ text: texts.common.tryAgain, actionId: ids.home.reload })] },
    ],
  });
}

type HomeInput = { role: Role; metadata: string; blocks: KnownBlock[]; texts: Texts };

function home({ role, metadata, blocks, texts }: HomeInput): HomeView {
  return {
    type: 'home',
    private_metadata: metadata,
    blocks: [
      roleChoice({ role, actionId: ids.home.role, texts }),
      {
        type: 'actions',
        block_id: `report.${role}`,
        elements: [button({ text: texts.report.title, actionId: ids.home.report, style: 'primary' })],
      },
      { type: 'divider' },
      ...blocks,
    ],
  };
}

type PageTexts = { page: ListPage; texts: Texts };

/** A user has their own tickets alone here; the lists of the command have those of everybody. */
function filters({ page, texts }: PageTexts): KnownBlock[] {
  if (page.role === 'user') return [];
  const shown = partOf(page);
  const category = page.category ?? 'all';
  return [
    {
      type: 'actions',
      block_id: `filters.${shown}.${category}`,
      elements: [
        ...queueParts.map(part => partButton({ part, isShown: part === shown, texts })),
        categorySelect({ actionId: ids.home.category, category, texts }),
      ],
    },
  ];
}

type PartButtonInput = { part: QueuePart; isShown: boolean; texts: Texts };

function partButton({ part, isShown, texts }: PartButtonInput): Button {
  const shown = isShown ? ({ style: 'primary' } as const) : {};
  return button({ text: texts.list.part[part], actionId: ids.home.part[part], value: part, ...shown });
}

function turning({ page, list, texts }: PageTexts & { list: TicketList }): KnownBlock[] {
  const elements = turnButtons({ page, list, turns: ids.home, texts });
  return elements.length === 0 ? [] : [{ type: 'actions', block_id: `turn.${page.at}`, elements }];
}
