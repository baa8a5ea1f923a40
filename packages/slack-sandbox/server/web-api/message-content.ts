import { z } from 'zod';
import type { SlackJson } from '../../protocol.ts';
import { checkBlocks } from '../block-kit/check-blocks.ts';
import { checkSlackFiles } from '../block-kit/check-slack-files.ts';
import { completeBlocks } from '../block-kit/complete-blocks.ts';
import { asList, isObject } from '../block-kit/elements-of.ts';
import { fallbackText } from '../block-kit/fallback-text.ts';
import { textVolume } from '../block-kit/text-volume.ts';
import type { Slack } from '../slack.ts';
import { nested, notJson } from './argument-types.ts';
import { refusal, SlackFailure } from './slack-failure.ts';

/** The arguments for the content of a message, shared by posting, updating and answering. */
export const contentArguments = {
  text: z.string().optional(),
  blocks: nested.optional(),
  attachments: nested.optional(),
  markdown_text: z.string().optional(),
};

export type ContentArguments = z.output<z.ZodObject<typeof contentArguments>>;
export type MessageContent = { text: string; blocks?: SlackJson[]; attachments?: SlackJson[] };

/** Refusals start here: the smallest refused message that developers report has about 11,300 characters. */
const maxTextVolume = 11_000;
const maxPostedText = 40_000;
const maxMarkdown = 12_000;
const maxAttachments = 100;

/** The content of a message, checked as Slack checks it; throws `no_text` and the like. */
export function readContent({ slack, args }: { slack: Slack; args: ContentArguments }): MessageContent {
  if (args.markdown_text !== undefined) return readMarkdown({ slack, args, markdown: args.markdown_text });
  const blocks = readBlocks({ slack, blocks: args.blocks });
  const attachments = readAttachments(args.attachments);
  const text = (args.text ?? '').slice(0, maxPostedText);
  if (text.trim() === '' && blocks === undefined && attachments === undefined)
    throw new SlackFailure('no_text');
  return {
    text: text === '' && blocks ? fallbackText(blocks) : text,
    ...(blocks && { blocks }),
    ...(attachments && { attachments }),
  };
}

function readMarkdown(input: { slack: Slack; args: ContentArguments; markdown: string }): MessageContent {
  const { slack, args, markdown } = input;
  if (args.text !== undefined || args.blocks !== undefined) throw new SlackFailure('markdown_text_conflict');
  if (markdown.length > maxMarkdown) throw new SlackFailure('msg_too_long');
  const blocks = readBlocks({ slack, blocks: [{ type: 'markdown', text: markdown }] });
  return { text: markdown, blocks };
}

function readBlocks({ slack, blocks }: { slack: Slack; blocks: unknown }): SlackJson[] | undefined {
  if (blocks === undefined || blocks === null) return undefined;
  if (blocks === notJson || !Array.isArray(blocks)) throw new SlackFailure('invalid_blocks_format');
  const tables = blocks.filter(block => isObject(block) && block.type === 'table');
  if (tables.length > 1) throw new SlackFailure('only_one_table_allowed');
  const problems = checkBlocks({ blocks, surface: 'message', at: ['blocks'] });
  const fileProblems = checkSlackFiles({ slack, value: blocks, at: ['blocks'] });
  if (problems.length + fileProblems.length > 0)
    throw refusal('invalid_blocks', [...problems, ...fileProblems]);
  if (textVolume(blocks) > maxTextVolume) throw new SlackFailure('msg_blocks_too_long');
  return blocks.length === 0 ? undefined : completeBlocks(blocks);
}

function readAttachments(attachments: unknown): SlackJson[] | undefined {
  if (attachments === undefined || attachments === null) return undefined;
  if (!Array.isArray(attachments)) throw new SlackFailure('invalid_attachments');
  if (attachments.length > maxAttachments) throw new SlackFailure('too_many_attachments');
  return attachments.length === 0 ? undefined : asList(attachments).filter(isObject);
}
