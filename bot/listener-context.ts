import { currentRequestId } from '@campus-desk/contract';
import type { Clock, Logger, Metrics } from '@campus-desk/service-kit';
import type { BackgroundWork } from './background-work.ts';
import type { Clients } from './clients.ts';
import type { BotConfig } from './config.ts';
import { createFindThread } from './conversation/find-thread.ts';
import type { Names } from './conversation/names.ts';
import { createNoteUnread } from './conversation/note-unread.ts';
import { createTextsFor } from './conversation/texts-for.ts';
import { ids } from './ids.ts';
import type { CampusNow } from './listeners/handling/campus-now.ts';
import { allowEveryRole, createCheckRole } from './listeners/handling/check-role.ts';
import type { ListenerContext } from './listeners/handling/context.ts';
import { createHelpdeskBack } from './listeners/handling/helpdesk-back.ts';
import { createHints } from './listeners/handling/hints.ts';
import type { InFlight } from './listeners/handling/in-flight.ts';
import { createOnce } from './listeners/handling/once.ts';
import { createHomes } from './listeners/home/homes.ts';
import type { Identity } from './slack/identity.ts';
import type { StatsContext } from './stats/answer.ts';

/** So long somebody waits for Slack to name the members of helpdesk's channels. */
const membersPatienceMs = 1000;

type CreateListenerContextInput = {
  config: BotConfig;
  clients: Clients;
  identity: Identity;
  names: Names;
  campus: CampusNow;
  background: BackgroundWork;
  inFlight: InFlight;
  stats: StatsContext;
  patienceMs: number;
  newRequestId: () => string;
  metrics: Metrics;
  clock: Clock;
  logger: Logger;
};

/** What the listeners work with, in the workspace that the configuration describes. */
export function createListenerContext(input: CreateListenerContextInput): ListenerContext {
  const { config, identity, names, campus, background, inFlight, stats, patienceMs, clock, logger } = input;
  const { helpdeskChannel, helpdeskChannels, commands = ids.commands, ticketEmoji = ids.emoji } = config;
  const { slack, api: client } = input.clients;
  const { botUserId, homeTeamId } = identity;
  const { now } = clock;
  const channels = { helpdeskChannel, helpdeskChannels };
  const checkRole = config.helpdeskOnlyMembers
    ? createCheckRole({ slack, channels, patienceMs: membersPatienceMs, now, logger })
    : allowEveryRole;
  const textsFor = createTextsFor({ names: names.forActs, campus });
  const sleep = (ms: number) => clock.sleep(ms, { ref: false });
  const hints = createHints({ client, campus, slack, names: names.forActs, sleep, now, logger });
  return {
    client,
    slack,
    botUserId,
    homeTeamId,
    catchUp: background.catchUp,
    channels,
    checkRole,
    campus,
    helpdeskBack: createHelpdeskBack({ campus, now }),
    homes: createHomes({ client, slack, checkRole, textsFor, command: commands.ticket, now, logger }),
    names: names.forActs,
    namesForEvents: names.forEvents,
    textsFor,
    noteUnread: createNoteUnread({ logger, metrics: input.metrics }),
    findThread: createFindThread({ client, slack, botUserId, now }),
    hints: config.hints === false ? undefined : hints,
    inFlight,
    once: createOnce(),
    logger,
    stats,
    commands,
    ticketEmoji: ticketEmoji === 'off' ? undefined : ticketEmoji,
    patienceMs,
    now,
    newReference: () => currentRequestId() ?? input.newRequestId(),
  };
}
