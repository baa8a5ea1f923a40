import {
  type Categorisation,
  categoryNames,
  maxLocationLength,
  maxTextLength,
  numberSchema,
  type Role,
  roleSchema,
} from '@campus-desk/contract';
import type { AnyBlock, InputBlock, KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { ids } from '../ids.ts';
import { line, plain } from './elements.ts';
import { form, textField, textOf, type ViewValues } from './modal.ts';
import { whatDidNotFit } from './what-did-not-fit.ts';

const sourceSchema = z.strictObject({
  permalink: z.string().max(2000),
  channel: z.string(),
  ts: z.string(),
  threadTs: z.string(),
});
/** The Slack message that becomes a ticket, and the root of its thread. */
export type FilingSource = z.infer<typeof sourceSchema>;

const filingSchema = z.strictObject({
  role: roleSchema,
  followUpOf: numberSchema.optional(),
  source: sourceSchema.optional(),
});
type Filing = z.infer<typeof filingSchema>;

/** What is on the screen, as built here or as Slack sends it back. */
export type ShownForm = Pick<ModalView, 'callback_id' | 'private_metadata' | 'title' | 'blocks'> & {
  submit?: ModalView['submit'] | null;
  close?: ModalView['close'] | null;
};

/** What stands under the description before anything is known about it. */
export const firstHint = 'Your words decide which team gets the ticket.';

type FilingFormInput = Filing & { description?: string; location?: string };

/** The modal "Report a problem", with the words that were typed filled in. */
export function filingForm({ description = '', location = '', ...filing }: FilingFormInput): ModalView {
  return form({
    title: 'Report a problem',
    callbackId: ids.file.submit,
    submit: 'Send',
    metadata: JSON.stringify(filing satisfies Filing),
    blocks: [
      ...followUp(filing),
      textField({
        name: ids.file.description,
        label: 'What is wrong?',
        value: description,
        max: maxTextLength,
        multiline: true,
        hint: firstHint,
        isTold: true,
      }),
      textField({
        name: 'location',
        label: 'Where is it?',
        value: location,
        max: maxLocationLength,
        optional: true,
      }),
      ...whatDidNotFit(description),
    ],
  });
}

/** What was typed, with what the form carried along; throws when the metadata is not ours. */
export function readFiling({ metadata, values }: { metadata: string; values: ViewValues }): {
  role: Role;
  description: string;
  location: string | null;
  followUpOf?: number | undefined;
  source?: FilingSource | undefined;
} {
  return {
    ...filingSchema.parse(JSON.parse(metadata)),
    description: textOf({ values, name: ids.file.description }),
    location: textOf({ values, name: 'location' }) || null,
  };
}

/** A line under the description: whose job it seems to be so far. */
export function hintOf({ category, secondCategory, unsure }: Categorisation): string {
  if (!unsure) return `Looks like: ${categoryNames[category]}.`;
  return `Could be ${categoryNames[category]} or ${categoryNames[secondCategory]}. If it stays unclear, we'll ask you.`;
}

/** The form as it is on somebody's screen, with another line under the description. */
export function withHint({ form, hint }: { form: ShownForm; hint: string }): ModalView {
  const { callback_id, private_metadata, title, submit, close, blocks } = form;
  return {
    type: 'modal',
    callback_id,
    private_metadata,
    title,
    ...(submit && { submit }),
    ...(close && { close }),
    blocks: blocks.map(block => (isDescription(block) ? { ...block, hint: plain(hint) } : block)),
  };
}

/** The line under the description of a form. */
export function hintIn({ blocks }: ShownForm): string | undefined {
  return blocks.find(isDescription)?.hint?.text;
}

function isDescription(block: AnyBlock): block is InputBlock {
  return block.type === 'input' && block.block_id === ids.file.description;
}

function followUp({ followUpOf }: Filing): KnownBlock[] {
  if (followUpOf === undefined) return [];
  return [line(`This becomes a new ticket that follows up on ticket #${followUpOf}.`)];
}
