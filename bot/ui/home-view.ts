import type { Role, TicketList } from '@campus-desk/contract';
import type { Button, HomeView, KnownBlock } from '@slack/types';
import { ids } from '../ids.ts';
import { button, line, literal, moment, paragraph, plain } from './elements.ts';
import { categorySelect } from './list-filters.ts';
import { summary, turnButtons, writeListPage } from './list-view.ts';
import { type ListPage, pageTitle, writePage } from './page.ts';
import { partOf, type QueuePart, queuePartNames, queueParts } from './queue-parts.ts';
import { roleChoice } from './role-choice.ts';
import { textsIn } from './texts/texts.ts';
import { ticketEntry } from './ticket-entry.ts';

/** Tickets on one page of the Home tab; Slack takes 100 blocks. */
export const homePageSize = 15;

type HomeViewInput = {
  page: ListPage;
  list: TicketList;
  now: number;
  /** Stands on top, such as why somebody is not helpdesk. */
  notice?: string | undefined;
};

/** The Home tab: pick a role, report a problem, and the tickets that are one's own or helpdesk's to do, urgent ones and the oldest first. */
export function homeView({ page, list, now, notice }: HomeViewInput): HomeView {
  return home({
    role: page.role,
    metadata: writeListPage({ page, list }),
    blocks: [
      ...(notice === undefined ? [] : [line(notice)]),
      { type: 'header', text: plain(pageTitle({ page, texts: textsIn('en') })) },
      ...filters(page),
      line(summary({ page, list, size: homePageSize })),
      ...list.tickets.map(ticket => ticketEntry({ ticket, role: page.role, now })),
      ...turning({ page, list }),
      paragraph([literal('As of '), moment(new Date(now).toISOString())]),
    ],
  });
}

/** The Home tab when its tickets cannot be read: why, and a button to try again. */
export function failedHome({ page, message }: { page: ListPage; message: string }): HomeView {
  return home({
    role: page.role,
    metadata: writePage(page),
    blocks: [
      line(message),
      { type: 'actions', elements: [button({ text: 'Try again', actionId: ids.home.reload })] },
    ],
  });
}

type HomeInput = { role: Role; metadata: string; blocks: KnownBlock[] };

function home({ role, metadata, blocks }: HomeInput): HomeView {
  return {
    type: 'home',
    private_metadata: metadata,
    blocks: [
      roleChoice({ role, actionId: ids.home.role }),
      {
        type: 'actions',
        block_id: `report.${role}`,
        elements: [button({ text: 'Report a problem', actionId: ids.home.report, style: 'primary' })],
      },
      { type: 'divider' },
      ...blocks,
    ],
  };
}

/** A user has their own tickets alone here; the lists of the command have those of everybody. */
function filters(page: ListPage): KnownBlock[] {
  if (page.role === 'user') return [];
  const shown = partOf(page);
  const category = page.category ?? 'all';
  return [
    {
      type: 'actions',
      block_id: `filters.${shown}.${category}`,
      elements: [
        ...queueParts.map(part => partButton({ part, isShown: part === shown })),
        categorySelect({ actionId: ids.home.category, category }),
      ],
    },
  ];
}

function partButton({ part, isShown }: { part: QueuePart; isShown: boolean }): Button {
  const shown = isShown ? ({ style: 'primary' } as const) : {};
  return button({ text: queuePartNames[part], actionId: ids.home.part[part], value: part, ...shown });
}

function turning({ page, list }: { page: ListPage; list: TicketList }): KnownBlock[] {
  const elements = turnButtons({ page, list, turns: ids.home });
  return elements.length === 0 ? [] : [{ type: 'actions', block_id: `turn.${page.at}`, elements }];
}
