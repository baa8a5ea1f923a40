import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import {
  longestLocation,
  longestText,
  numberSchema,
  type Role,
  roleSchema,
} from '../../api/contract/index.ts';
import { ids } from '../ids.ts';
import { line } from './elements.ts';
import { form, textField, textOf, type ViewValues } from './modal.ts';
import { whatDidNotFit } from './what-did-not-fit.ts';

const sourceSchema = z.strictObject({
  permalink: z.string().max(2000),
  channel: z.string(),
  ts: z.string(),
  threadTs: z.string(),
});
/** The Slack message that becomes a ticket, and the root of its thread. */
export type ReportSource = z.infer<typeof sourceSchema>;

const reportSchema = z.strictObject({
  role: roleSchema,
  followUpOf: numberSchema.optional(),
  source: sourceSchema.optional(),
});
export type Report = z.infer<typeof reportSchema>;

/** The modal "Report a problem", with the words that were typed filled in. */
export function reportForm({
  description = '',
  location = '',
  ...report
}: Report & { description?: string; location?: string }): ModalView {
  return form({
    title: 'Report a problem',
    callbackId: ids.file.submit,
    submit: 'Send',
    metadata: JSON.stringify(report satisfies Report),
    blocks: [
      ...followUp(report),
      textField({
        name: 'description',
        label: 'What is wrong?',
        value: description,
        max: longestText,
        multiline: true,
      }),
      textField({
        name: 'location',
        label: 'Where is it?',
        value: location,
        max: longestLocation,
        optional: true,
      }),
      ...whatDidNotFit(description),
    ],
  });
}

/** What was typed, with what the form carried along; throws when the metadata is none of ours. */
export function readReport({ metadata, values }: { metadata: string; values: ViewValues }): {
  role: Role;
  description: string;
  location: string | null;
  followUpOf?: number | undefined;
  source?: ReportSource | undefined;
} {
  return {
    ...reportSchema.parse(JSON.parse(metadata)),
    description: textOf({ values, name: 'description' }),
    location: textOf({ values, name: 'location' }) || null,
  };
}

function followUp({ followUpOf }: Report): KnownBlock[] {
  if (followUpOf === undefined) return [];
  return [line(`This becomes a new ticket that follows up ticket #${followUpOf}.`)];
}
