import type {
  ViewsOpenResponse,
  ViewsPublishResponse,
  ViewsPushResponse,
  ViewsUpdateResponse,
} from '@slack/web-api';
import { z } from 'zod';
import { checkSlackFiles } from '../../block-kit/check-slack-files.ts';
import { checkView, maxViewBytes } from '../../block-kit/check-view.ts';
import type { TriggerUse } from '../../delivery/triggers.ts';
import type { Slack } from '../../slack.ts';
import type { ViewJson } from '../../views/view-json.ts';
import { maxStack } from '../../views/view-stacks.ts';
import { type Answer, asSent } from '../answer.ts';
import { nested, notJson } from '../argument-types.ts';
import { defineMethod } from '../method.ts';
import { tier4 } from '../rate-limits.ts';
import { refusal, SlackFailure } from '../slack-failure.ts';

const triggered = { trigger_id: z.string(), view: nested };

export const viewsOpen = defineMethod({
  name: 'views.open',
  limit: tier4,
  args: z.object(triggered),
  run({ args, slack }) {
    const view = readView({ slack, view: args.view, type: 'modal' });
    const { userId } = pullTrigger({ slack, triggerId: args.trigger_id });
    return {
      view: asSent(slack.views.describe(slack.views.open({ userId, view }))),
    } satisfies Answer<ViewsOpenResponse>;
  },
});

export const viewsPush = defineMethod({
  name: 'views.push',
  limit: tier4,
  args: z.object(triggered),
  run({ args, slack }) {
    const view = readView({ slack, view: args.view, type: 'modal' });
    const { userId } = pullTrigger({ slack, triggerId: args.trigger_id });
    const depth = slack.views.stack(userId).length;
    if (depth === 0) throw new SlackFailure('not_found');
    if (depth >= maxStack) throw new SlackFailure('push_limit_reached');
    return {
      view: asSent(slack.views.describe(slack.views.push({ userId, view }))),
    } satisfies Answer<ViewsPushResponse>;
  },
});

export const viewsUpdate = defineMethod({
  name: 'views.update',
  limit: tier4,
  args: z.object({
    view_id: z.string().optional(),
    external_id: z.string().optional(),
    hash: z.string().optional(),
    view: nested,
  }),
  run({ args, slack }) {
    const { view_id, external_id, hash } = args;
    if (view_id === undefined && external_id === undefined) {
      throw refusal('invalid_arguments', ['missing required field: view_id or external_id']);
    }
    const where = view_id === undefined ? { externalId: external_id ?? '' } : { viewId: view_id };
    const known = slack.views.find(where);
    if (known === undefined) throw new SlackFailure('not_found');
    if (hash !== undefined && hash !== known.hash) throw new SlackFailure('hash_conflict');
    const view = readView({ slack, view: args.view, type: 'modal', replaces: known.id });
    const updated = slack.views.update({ viewId: known.id, view });
    if (updated === undefined) throw new SlackFailure('not_found');
    return { view: asSent(slack.views.describe(updated)) } satisfies Answer<ViewsUpdateResponse>;
  },
});

export const viewsPublish = defineMethod({
  name: 'views.publish',
  limit: tier4,
  args: z.object({ user_id: z.string(), hash: z.string().optional(), view: nested }),
  run({ args, slack }) {
    if (!slack.manifest.hasHomeTab) throw new SlackFailure('not_enabled');
    if (slack.workspace.people.get(args.user_id) === undefined) {
      throw refusal('invalid_arguments', ['invalid user [json-pointer:/user_id]']);
    }
    const current = slack.workspace.homes.get(args.user_id);
    if (args.hash !== undefined && args.hash !== current?.hash) throw new SlackFailure('hash_conflict');
    const view = readView({ slack, view: args.view, type: 'home' });
    return {
      view: asSent(slack.homes.publish({ userId: args.user_id, view })),
    } satisfies Answer<ViewsPublishResponse>;
  },
});

type ReadViewInput = {
  slack: Slack;
  view: unknown;
  type: 'modal' | 'home';
  replaces?: string;
};

/** A view Slack would take, or the refusal; `replaces` names the view whose `external_id` may stay. */
export function readView(input: ReadViewInput): ViewJson {
  const { slack, type, replaces } = input;
  if (input.view === notJson) throw refusal('invalid_arguments', ['must be valid JSON [json-pointer:/view]']);
  const bytes = Buffer.byteLength(JSON.stringify(input.view ?? null));
  if (bytes > maxViewBytes) throw new SlackFailure('view_too_large');
  const checked = checkView({ view: input.view, type });
  if ('problems' in checked) throw refusal('invalid_arguments', checked.problems);
  const fileProblems = checkSlackFiles({ slack, value: input.view, at: ['view'] });
  if (fileProblems.length > 0) throw refusal('invalid_arguments', fileProblems);
  const namesake = slack.views.find({ externalId: checked.view.external_id });
  if (namesake !== undefined && namesake.id !== replaces) throw new SlackFailure('duplicate_external_id');
  return checked.view;
}

function pullTrigger({ slack, triggerId }: { slack: Slack; triggerId: string }): TriggerUse {
  const pulled = slack.triggers.exchange(triggerId);
  if ('error' in pulled) throw new SlackFailure(pulled.error);
  return pulled;
}
