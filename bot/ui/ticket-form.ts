import { numberSchema, roleSchema } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { ids } from '../ids.ts';
import { button } from './elements.ts';
import { writeReference } from './reference.ts';
import type { Texts } from './texts/texts.ts';

const ticketFormSchema = z.strictObject({
  role: roleSchema,
  number: numberSchema,
  version: z.int().min(1),
  from: z.enum(['card', 'modal']),
});

/** What a form about one ticket carries along; opened in the ticket modal it returns there, from a card it closes. */
export type TicketForm = z.infer<typeof ticketFormSchema>;

/** A reference for the metadata of its form, and nothing besides it. */
export function writeTicketForm({ role, number, version, from }: TicketForm): string {
  return JSON.stringify({ role, number, version, from });
}

/** The reference a form carries; throws when the metadata is not ours. */
export function readTicketForm(metadata: string): TicketForm {
  return ticketFormSchema.parse(JSON.parse(metadata));
}

type WayBackInput = { reference: TicketForm; texts: Texts };

/** The way back to the ticket, for a form that stands in its place. */
export function wayBack({ reference: { from, ...reference }, texts }: WayBackInput): KnownBlock[] {
  if (from === 'card') return [];
  const back = button({
    text: texts.ticket.back({ number: reference.number }),
    actionId: ids.ticket.back,
    value: writeReference(reference),
  });
  return [{ type: 'actions', elements: [back] }];
}
