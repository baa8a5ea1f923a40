import { type Move, moves } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { ids } from '../ids.ts';
import { option, plain } from './elements.ts';
import type { ListPage } from './page.ts';

type QueuePart = Move | 'all';

const names: Record<QueuePart, string> = {
  all: 'All',
  helpdesk: 'Waiting for us',
  reporter: 'Waiting for them',
};

const partSchema = z.enum(['all', ...moves]);

/** The select of the queue by whose turn it is; other lists have none. */
export function queueParts({ name, move }: ListPage): KnownBlock[] {
  if (name !== 'queue') return [];
  const shown: QueuePart = move ?? 'all';
  const optionOf = (part: QueuePart) => option({ text: names[part], value: part });
  return [
    {
      type: 'actions',
      block_id: `show.${shown}`,
      elements: [
        {
          type: 'static_select',
          action_id: ids.list.show,
          placeholder: plain('Show'),
          options: partSchema.options.map(optionOf),
          initial_option: optionOf(shown),
        },
      ],
    },
  ];
}

/** What was chosen; throws when it is not ours. */
export function readQueuePart(value: string): { move: Move | undefined } {
  const part = partSchema.parse(value);
  return { move: part === 'all' ? undefined : part };
}
