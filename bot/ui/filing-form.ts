import { maxLocationLength, maxTextLength, numberSchema, roleSchema } from '@campus-desk/contract';
import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { ids } from '../ids.ts';
import { line, plain, remark } from './elements.ts';
import { drawHint, firstHint, type Hint } from './filing-hint.ts';
import { hideNameField, readHideNameField } from './hide-name-field.ts';
import { form, textField, textOf, type ViewValues } from './modal.ts';
import { type Offers, offerBlocks } from './offers.ts';
import type { Texts } from './texts/texts.ts';
import { whatDidNotFit } from './what-did-not-fit.ts';

const sourceSchema = z.strictObject({
  /** Absent where Slack gives none, because the bot is no member. */
  permalink: z.string().max(2000).optional(),
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
  /** What goes along of the thread a message stands in: all of it, or the message alone where the bot is no member. */
  reach: z.enum(['thread', 'message']).optional(),
  /** Description or location were filled in, with words that are too long to be carried along. */
  isPrefilled: z.literal(true).optional(),
  /** "No, mine is different": nothing is offered any more. */
  isDeclined: z.literal(true).optional(),
  /** It was asked once whether a ticket that is there is the same. */
  isAsked: z.literal(true).optional(),
  /** Whether the name is hidden; absent where nobody has said it. */
  hideName: z.boolean().optional(),
});

/** What a filing form is drawn from. */
export type Filing = Omit<z.infer<typeof filingSchema>, 'isPrefilled'> & {
  description?: string;
  location?: string | null;
  /** Whom helpdesk files it for. */
  reporterId?: string | undefined;
};

type FilingFormInput = {
  texts: Texts;
  filing: Filing;
  /** Stands under the description. */
  hint?: Hint | undefined;
  /** Tickets that are there already. */
  offers?: Offers | undefined;
  /** Something the person should know, on top. */
  notice?: string | undefined;
  /** Slack sends what is typed while it is typed. */
  isTold: boolean;
};

/**
 * The modal "Report a problem", with the words that were typed filled in. Drawn again with another hint it differs in
 * the hint's own block alone, so that Slack leaves the field alone that somebody is typing into.
 */
export function filingForm(input: FilingFormInput): ModalView {
  const { texts, filing, hint = firstHint(texts), offers, notice, isTold } = input;
  const { report, common } = texts;
  const { description = '', location, followUpOf, role } = filing;
  return form({
    title: report.title,
    callbackId: ids.file.submit,
    submit: common.send,
    close: common.cancel,
    metadata: writeFiling(filing),
    blocks: [
      ...(notice === undefined ? [] : [line(notice)]),
      ...(followUpOf === undefined ? [] : [line(report.followUp({ number: followUpOf }))]),
      ...(filing.reach === 'message' ? [remark(report.onlyThisMessage)] : []),
      textField({
        name: ids.file.description,
        label: report.what,
        value: description,
        max: maxTextLength,
        multiline: true,
        isTold,
      }),
      ...drawHint({ hint, texts }),
      ...offerBlocks({ offers, role, texts }),
      textField({
        name: ids.file.location,
        label: report.where,
        value: location ?? '',
        max: maxLocationLength,
        optional: true,
        isTold,
      }),
      ...reportFor({ filing, texts }),
      hideNameField({ role, isHidden: filing.hideName ?? false, texts }),
      ...whatDidNotFit({ text: description, texts }),
    ],
  });
}

/** What a form carries along about its filing: all of it but the words. */
export function writeFiling({ description, location, reporterId: _, ...filing }: Filing): string {
  return JSON.stringify({ ...filing, ...((description || location) && { isPrefilled: true }) });
}

/** The filing a form was drawn from, when the form carries all of it; throws when the metadata is not ours. */
export function readWholeFiling(metadata: string): Filing | undefined {
  const { isPrefilled, ...filing } = filingSchema.parse(JSON.parse(metadata));
  return isPrefilled ? undefined : filing;
}

type ReadFilingInput = { metadata: string; values: ViewValues };

/** A filing as it was typed. */
export type ReadFiling = Filing & {
  description: string;
  location: string | null;
  reporterId: string | undefined;
};

/** What was typed, with what the form carried along; throws when the metadata is not ours. */
export function readFiling({ metadata, values }: ReadFilingInput): ReadFiling {
  const { isPrefilled: _, hideName: was, ...filing } = filingSchema.parse(JSON.parse(metadata));
  // What nobody has said is left to the ticket that is followed up.
  const hideName = readHideNameField(values) || (was === undefined ? undefined : false);
  return {
    ...filing,
    ...(hideName !== undefined && { hideName }),
    description: textOf({ values, name: ids.file.description }),
    location: textOf({ values, name: ids.file.location }) || null,
    reporterId: reporterSchema.parse(values).reporter?.reporter.selected_user ?? undefined,
  };
}

/** Helpdesk writes down what somebody says on the phone or at the counter. */
function reportFor({ filing, texts }: { filing: Filing; texts: Texts }): KnownBlock[] {
  const { role, reporterId } = filing;
  if (role !== 'helpdesk') return [];
  return [
    {
      type: 'input',
      block_id: 'reporter',
      label: plain(texts.report.reportFor),
      optional: true,
      hint: plain(texts.report.reportForHint),
      element: {
        type: 'users_select',
        action_id: 'reporter',
        placeholder: plain(texts.common.choosePerson),
        ...(reporterId !== undefined && { initial_user: reporterId }),
      },
    },
  ];
}

const reporterSchema = z.looseObject({
  reporter: z.object({ reporter: z.object({ selected_user: z.string().nullish() }) }).optional(),
});
