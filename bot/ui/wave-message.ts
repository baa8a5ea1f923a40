import { maxGroupedAtOnce, numberSchema, type Ticket, type Wave } from '@campus-desk/contract';
import type { KnownBlock, SectionBlock } from '@slack/types';
import { z } from 'zod';
import { ids } from '../ids.ts';
import { bold, button, literal, moment, paragraph, plain, remark } from './elements.ts';
import { writeReference } from './reference.ts';
import { fallbackPart, oneLine } from './text.ts';
import type { Texts } from './texts/texts.ts';

/** More places would hide the words. */
const maxPlaces = 5;

type WaveMessageInput = { texts: Texts; wave: Wave };

/** The message by which helpdesk learns of a wave: what and where, its tickets, and “Group them” while there is something to group. */
export function waveMessage({ texts, wave }: WaveMessageInput): { text: string; blocks: KnownBlock[] } {
  const { title, since, more } = texts.wave;
  const { people, tickets, numbers } = wave;
  const [first] = tickets;
  const left = numbers.length - tickets.length;
  const where = whereOf(wave);
  const facts = [texts.common.people({ count: people }), where, since].filter(fact => fact !== '');
  return {
    text: `${title}: ${fallbackPart({ text: first?.description ?? '', max: 200 })}`,
    blocks: [
      { type: 'header', text: plain(title) },
      paragraph([bold(facts.join(' · ')), literal(' '), moment(first?.openedAt ?? wave.foundAt)]),
      ...tickets.map(ticket => entryOf({ texts, ticket, where })),
      ...(left > 0 ? [remark(more({ count: left }))] : []),
      ...groupingOf({ texts, wave }),
    ],
  };
}

/** The places of the campus file, else what the first of them says. */
function whereOf({ places, tickets }: Wave): string {
  const named = places.slice(0, maxPlaces).join(', ');
  const where = places.length > maxPlaces ? `${named} …` : named;
  return oneLine({ text: where || (tickets[0]?.location ?? ''), max: 500 });
}

type EntryInput = { texts: Texts; ticket: Ticket; where: string };

/** Its words, and its location where that is another than the one all of them share. */
function entryOf({ texts, ticket, where }: EntryInput): SectionBlock {
  const { number, version, description } = ticket;
  const location = ticket.location === where ? null : ticket.location;
  const words = [
    `#${number}`,
    oneLine({ text: description, max: 300 }),
    oneLine({ text: location ?? '', max: 80 }),
  ];
  return {
    type: 'section',
    block_id: `wave.${number}`,
    text: plain(words.filter(part => part !== '').join(' · ')),
    accessory: button({
      text: texts.wave.view,
      actionId: ids.ticket.view,
      value: writeReference({ role: 'helpdesk', number, version }),
      label: texts.common.viewTicketNumber({ number }),
    }),
  };
}

/** What can be done about them, or what has been. */
function groupingOf({ texts, wave }: WaveMessageInput): KnownBlock[] {
  const { original, ungrouped, numbers } = wave;
  const { group, groupHint, grouped, closed } = texts.wave;
  if (original === null) return [remark(closed)];
  if (ungrouped.length > 0) {
    const value = writeWaveToGroup(wave);
    const press = button({ text: group, actionId: ids.wave.group, value, style: 'primary' });
    return [{ type: 'actions', elements: [press] }, remark(groupHint({ number: original }))];
  }
  return numbers.length > 1 ? [remark(grouped({ number: original }))] : [];
}

/** A button names what its message counted, as far as Slack takes it: nobody groups what they have not seen. */
function writeWaveToGroup({ id, ungrouped }: Wave): string {
  return `${id}:${ungrouped.slice(0, maxGroupedAtOnce).join(',')}`;
}

const listedSchema = z.coerce.number().pipe(numberSchema);

/** The wave a button carried, and the tickets to group, all of them where an older message names none; throws when it is not ours. */
export function readWaveToGroup(value: string): { id: number; numbers?: number[] } {
  const [id, listed] = value.split(':');
  const numbers = listed?.split(',').map(number => listedSchema.parse(number));
  return { id: listedSchema.parse(id), ...(numbers && { numbers }) };
}
