import { z } from 'zod';
import type { SlackJson } from '../../protocol.ts';
import type { ViewJson } from '../views/view-json.ts';
import { checkBlocks } from './check-blocks.ts';
import { completeBlocks } from './complete-blocks.ts';
import { asList, isObject } from './elements-of.ts';
import { problem, problemsOf } from './problems.ts';
import { plainText } from './text-objects.ts';

const shared = {
  blocks: z.unknown(),
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
};

const viewSchemas = {
  modal: z.strictObject({
    type: z.literal('modal'),
    ...shared,
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
  }),
  home: z.strictObject({ type: z.literal('home'), ...shared }),
} as const;

/** Slack's limit for the JSON of one view. */
export const maxViewBytes = 250_000;

type CheckViewInput = {
  view: unknown;
  type: 'modal' | 'home';
};

/** A view as Slack stores it, or what is wrong with it. */
export function checkView(input: CheckViewInput): { view: ViewJson } | { problems: string[] } {
  const { view, type } = input;
  if (!isObject(view)) return { problems: [problem('must provide an object', ['view'])] };
  const parsed = viewSchemas[type].safeParse(view, { reportInput: true });
  const faults = parsed.success ? [] : problemsOf({ error: parsed.error, at: ['view'] });
  const blockFaults =
    view.blocks === undefined
      ? []
      : checkBlocks({ blocks: view.blocks, surface: type, at: ['view', 'blocks'] });
  const problems = [...faults, ...blockFaults, ...submitFaults(view)];
  if (!parsed.success || problems.length > 0) return { problems };
  const { blocks: _blocks, ...rest } = parsed.data;
  const blocks = completeBlocks(asList(view.blocks).filter(isObject));
  return { view: { ...defaults(type), ...rest, blocks } };
}

function submitFaults(view: SlackJson): string[] {
  const hasInput = asList(view.blocks).some(block => isObject(block) && block.type === 'input');
  if (view.type !== 'modal' || !hasInput || view.submit !== undefined) return [];
  return [problem('missing required field: submit', ['view'])];
}

function defaults(type: 'modal' | 'home') {
  const texts = { callback_id: '', private_metadata: '', external_id: '' };
  if (type === 'home') return texts;
  return { ...texts, submit: null, close: null, clear_on_close: false, notify_on_close: false };
}
