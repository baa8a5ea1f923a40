import type { Logger } from '@campus-desk/service-kit';
import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import { z } from 'zod';
import type { Identity } from './identity.ts';

const id = z.string().min(1).nullish().catch(undefined);
function part<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.looseObject(shape).nullish().catch(undefined);
}

const bodySchema = z.looseObject({
  api_app_id: id,
  team_id: id,
  context_team_id: id,
  enterprise_id: id,
  context_enterprise_id: id,
  team: part({ id }),
  enterprise: part({ id }),
  user: part({ team_id: id }),
  view: part({ app_installed_team_id: id }),
  message: part({ team: id }),
  authorizations: z
    .array(z.looseObject({ team_id: id, enterprise_id: id }))
    .nullish()
    .catch(undefined),
});
type Body = z.infer<typeof bodySchema>;

const onlyOurPeople = {
  response_type: 'ephemeral',
  replace_original: false,
  text: 'Only people of the workspace that this app belongs to can do that.',
} as const;

type OwnDeliveriesInput = { identity: Identity; logger: Logger };

/**
 * Lets through what is for our app in our workspace. What is for others is ignored with a warning; people of other
 * workspaces, who share a channel with us, get the answer that they cannot act here.
 */
export function ownDeliveries({ identity, logger }: OwnDeliveriesInput): Middleware<AnyMiddlewareArgs> {
  return async args => {
    const body = bodySchema.parse(args.body);
    const isOurs = isForOurApp({ body, identity }) && isForOurWorkspace({ body, identity });
    if (isOurs && isFromOurPeople({ body, identity })) return args.next();
    // An event is acknowledged by Bolt itself; everything else would be delivered again.
    if ('ack' in args && args.ack !== undefined) await args.ack();
    if (isOurs) {
      if ('respond' in args) await args.respond?.(onlyOurPeople);
      return;
    }
    const { api_app_id: appId } = body;
    logger.warn({ appId, workspaces: workspacesIn(body) }, 'ignored what is for another app or workspace');
  };
}

type CheckInput = { body: Body; identity: Identity };

function isForOurApp({ body, identity }: CheckInput): boolean {
  return body.api_app_id == null || identity.appId === undefined || body.api_app_id === identity.appId;
}

/** In a shared channel, Slack names the other workspace too: one mention of ours is enough. */
function isForOurWorkspace({ body, identity }: CheckInput): boolean {
  const { teamId, enterpriseId } = identity;
  const named = workspacesIn(body);
  if (teamId === undefined || named.length === 0) return true;
  return named.some(id => id === teamId || id === enterpriseId);
}

/** Who acts; the authors of messages are looked at where messages are read. */
function isFromOurPeople({ body, identity }: CheckInput): boolean {
  const home = body.user?.team_id;
  return home == null || identity.homeTeamId === undefined || home === identity.homeTeamId;
}

/** Every workspace and organisation that a delivery names as the one it is for. */
function workspacesIn(body: Body): string[] {
  const installed = (body.authorizations ?? []).flatMap(({ team_id, enterprise_id }) => [
    team_id,
    enterprise_id,
  ]);
  return [
    body.team_id,
    body.context_team_id,
    body.enterprise_id,
    body.context_enterprise_id,
    body.team?.id,
    body.enterprise?.id,
    body.view?.app_installed_team_id,
    body.message?.team,
    ...installed,
  ].filter(named => named != null);
}
