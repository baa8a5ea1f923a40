import { createLogger } from '@campus-desk/service-kit';
import { WebClient } from '@slack/web-api';
import cron from 'node-cron';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TeamChannels } from '../../../bot/helpdesk-channels.ts';
import type { JobContext } from '../../../bot/schedule/context.ts';
import { runJob } from '../../../bot/schedule/run-job.ts';
import { startSchedule } from '../../../bot/schedule/start-schedule.ts';
import type { ReportRequest } from '../../../bot/stats/stats-request.ts';
import { leases } from '../../../db/index.ts';
import { fileTicket, ada as reporter } from '../../support/api.ts';
import { emptyTestDatabase } from '../../support/database.ts';
import { english } from '../../support/english.ts';
import { eventually } from '../../support/eventually.ts';
import { sampleTicket } from '../sample-ticket.ts';
import { ben, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';
import { sampleReport } from '../stats/sample-report.ts';

const helpdesk = 'C01HELPDESK';
const threeDays = 3 * 24 * 3600;

const helpdeskChannels = { it: 'C04IT', facility: 'C05FACILITY' };

let stack: StackWithPeople;
let bots = 0;
/** What the services were asked. */
let asked: ReportRequest[] = [];

beforeAll(async () => {
  stack = await startStackWithPeople({ helpdeskChannels });
});
beforeEach(async () => {
  asked = [];
  await emptyTestDatabase();
});
afterAll(() => stack.stop());

/** Another bot of this campus, with the same Slack and the same API. */
function bot({ helpdeskChannels }: { helpdeskChannels?: TeamChannels } = {}): JobContext {
  const logger = createLogger({ level: 'silent' });
  const slack = new WebClient(stack.sandbox.botToken, {
    slackApiUrl: stack.sandbox.apiUrl,
    retryConfig: { retries: 0 },
  });
  bots += 1;
  return {
    client: stack.api.client,
    slack,
    textsFor: english,
    stats: {
      readReport: async ({ analysis, query }) => {
        asked.push({ analysis, query });
        return sampleReport();
      },
      quickchartUrl: 'https://quickchart.io',
      slack,
      logger,
      sleep: async () => undefined,
    },
    channels: { helpdeskChannel: helpdesk, helpdeskChannels },
    holder: `bot-${bots}`,
    now: () => stack.api.clock.now().getTime(),
    logger,
  };
}

const posts = (channel: string) =>
  stack
    .person(ben)
    .messages(channel)
    .map(message => JSON.stringify(message));
const digests = () => posts(helpdesk).filter(post => post.includes('Good morning, helpdesk'));
const reminders = () => posts('dm').filter(post => post.includes('nobody has said anything for 3 days'));
const work = (number: number) =>
  stack.api.call(`PATCH /v1/tickets/${number}`, {
    actor: { id: ben, name: 'Ben', role: 'helpdesk' },
    status: 'active',
  });

const emptyLeases = () => stack.api.db.delete(leases);

describe('the digest', () => {
  test('is silent when every ticket is closed', async () => {
    const before = digests().length;

    await runJob({ context: bot(), name: 'digest' });

    expect(digests()).toHaveLength(before);
  });

  test('is silent on a holiday of the campus', async () => {
    await fileTicket(stack.api);
    const before = digests().length;
    const onHoliday = bot();
    const { getCampus } = onHoliday.client;
    const due = new Date('2026-12-25T08:00:00Z');
    const officeHours = { open: [], closed: ['2026-12-25'] };
    onHoliday.client = {
      ...onHoliday.client,
      getCampus: async () => ({ ...(await getCampus()), officeHours }),
    };

    await runJob({ context: onHoliday, name: 'digest', due });

    expect(digests()).toHaveLength(before);
  });

  test('names the five oldest tickets nobody has started, with links, once for all bots', async () => {
    const before = digests().length;
    for (let count = 1; count <= 6; count += 1) {
      await fileTicket(stack.api, { description: `Lamp ${count} is broken` });
      stack.api.clock.pass(60);
    }
    const card = expect.objectContaining({ side: 'helpdesk' });
    await eventually(async () =>
      expect(await stack.api.client.listThreads({ number: 1 })).toContainEqual(card),
    );

    await Promise.all([bot(), bot(), bot()].map(context => runJob({ context, name: 'digest' })));

    expect(digests()).toHaveLength(before + 1);
    const digest = digests().at(-1);
    expect(digest).toContain('6 tickets are waiting for somebody to start work; the oldest:');
    expect(digest).toContain('#1 · Lamp 1 is broken');
    expect(digest).not.toContain('Lamp 6 is broken');
    expect(digest).toMatch(/Since <!date[^>]+> · <http[^|]+\|open its card>/);
    expect(digest).toContain('the oldest: #1, #2, #3, #4, #5. ');
    expect(digest).toContain('https://quickchart.io/chart?c=');
  });
});

describe('a ticket that the digest names', () => {
  test('is opened by its button, and the digest says which tickets it is about', async () => {
    stack.api.clock.pass(3700);
    const { number } = await fileTicket(stack.api, { description: 'The lamp flickers' });
    await runJob({ context: bot(), name: 'digest' });
    const helper = stack.person(ben);
    const digest = helper.messages(helpdesk).findLast(({ text }) => text.includes('waiting for somebody'));
    if (digest === undefined) throw new Error('There is no digest.');

    await helper.pressesOn(digest, 'View');

    expect(JSON.stringify(digest.blocks)).toContain('All open tickets, however old');
    expect(helper.titles()).toEqual([`Ticket #${number}`]);
    expect(helper.reads()).toContain('The lamp flickers');
  });
});

describe('the digests of teams with a channel of their own', () => {
  test('name what each team has to do, and where everything is closed there is none', async () => {
    stack.api.clock.pass(3700);
    await fileTicket(stack.api, { description: 'The WiFi in the library is down' });
    await fileTicket(stack.api, { description: 'The lecturer was rude and nobody answers my complaint' });
    const before = digests().length;

    await runJob({ context: bot({ helpdeskChannels }), name: 'digest' });

    const [digest] = posts(helpdeskChannels.it).filter(post => post.includes('Good morning'));
    expect(digest).toContain('1 ticket is waiting for somebody to start work:');
    expect(digest).toContain('The WiFi in the library is down');
    expect(digests()).toHaveLength(before + 1);
    expect(digests().at(-1)).toContain('The lecturer was rude');
    expect(digests().at(-1)).not.toContain('WiFi');
    expect(posts(helpdeskChannels.facility).filter(post => post.includes('Good morning'))).toEqual([]);
    const of = (category: string) => ({ analysis: 'backlog', query: { last: '7d', category } });
    expect(asked).toHaveLength(2);
    expect(asked).toEqual(expect.arrayContaining([of('it'), of('service')]));
  });
});

describe('a digest whose bot dies', () => {
  test('before it was posted is sent by another bot, after it was posted by nobody again', async () => {
    stack.api.clock.pass(3700);
    const before = digests().length;
    await fileTicket(stack.api);
    const dying = bot();
    await dying.client.takeLease({ name: 'digest', holder: 'dead', ttlSeconds: 120 });
    const due = new Date(dying.now());

    expect(await runJob({ context: bot(), name: 'digest', due })).toBe(121_000);
    expect(digests()).toHaveLength(before);
    stack.api.clock.pass(121);
    expect(await runJob({ context: bot(), name: 'digest', due })).toBeUndefined();
    expect(digests()).toHaveLength(before + 1);

    await emptyLeases();
    expect(await runJob({ context: bot(), name: 'digest', due })).toBeUndefined();
    expect(digests()).toHaveLength(before + 1);
  });

  test('is sent when a bot starts within the hour', async () => {
    stack.api.clock.pass(3700);
    const before = digests().length;
    await fileTicket(stack.api);
    const minute = stack.api.clock.now().getUTCMinutes();
    const schedule = { digest: `${minute} * * * *`, reminder: 'off', timeZone: 'UTC' };

    const started = startSchedule({ context: bot(), schedule });

    await eventually(() => expect(digests()).toHaveLength(before + 1));
    await started.stop();
  });

  test('is sent once when a bot starts in the very second it is due', async () => {
    stack.api.clock.pass(3700);
    const before = digests().length;
    await fileTicket(stack.api);
    const minute = stack.api.clock.now().getUTCMinutes();
    const schedule = { digest: `${minute} * * * *`, reminder: 'off', timeZone: 'UTC' };
    const starting = bot();
    const takeLease = vi.spyOn(starting.client, 'takeLease');

    const started = startSchedule({ context: starting, schedule });
    await Promise.all([...cron.getTasks().values()].map(task => task.execute()));
    expect(takeLease).toHaveBeenCalledTimes(1);
    await eventually(() => expect(digests()).toHaveLength(before + 1));
    await started.stop();

    expect(digests()).toHaveLength(before + 1);
  });
});

describe('the reminders', () => {
  test('name a ticket without a word for three days to its assignee once, and again after a new silence', async () => {
    const { number } = await fileTicket(stack.api);
    await work(number);
    await work((await fileTicket(stack.api, { description: 'Fresh' })).number);
    const before = reminders().length;

    await runJob({ context: bot(), name: 'reminder' });
    expect(reminders()).toHaveLength(before);

    stack.api.clock.pass(threeDays);
    await stack.api.call('POST /v1/tickets/2/messages', { actor: reporter, body: 'Still there?' });
    await runJob({ context: bot(), name: 'reminder' });
    stack.api.clock.pass(3700);
    await runJob({ context: bot(), name: 'reminder' });

    expect(reminders()).toHaveLength(before + 1);
    expect(reminders().at(-1)).toContain('No WiFi in the reading room');
    expect(reminders().at(-1)).not.toContain('Fresh');

    await stack.api.call(`POST /v1/tickets/${number}/messages`, { actor: reporter, body: 'And now?' });
    stack.api.clock.pass(threeDays);
    await runJob({ context: bot(), name: 'reminder' });

    expect(reminders()).toHaveLength(before + 2);
  });

  test('name twenty tickets at once, and the others the next time', async () => {
    const modifiedAt = stack.api.clock.now().toISOString();
    const tickets = Array.from({ length: 21 }, (_, index) =>
      sampleTicket({ number: 701 + index, status: 'active', assignee: { id: ben, name: 'Ben' }, modifiedAt }),
    );
    const busy = bot();
    busy.client = { ...busy.client, listTickets: async () => ({ tickets, nextCursor: null, total: 21 }) };
    const before = reminders().length;
    stack.api.clock.pass(threeDays);

    await runJob({ context: busy, name: 'reminder' });
    stack.api.clock.pass(3700);
    await runJob({ context: busy, name: 'reminder' });

    const [first, second] = reminders().slice(before);
    expect(first).toContain('#720 · ');
    expect(first).not.toContain('#721');
    expect(second).toContain('You are working on this ticket.');
    expect(second).toContain('#721 · ');
  });

  test('name nothing that waits until a date', async () => {
    const { number } = await fileTicket(stack.api, { description: 'Later' });
    await work(number);
    const waiting = { until: '2030-01-01T09:00:00.000Z', reason: 'A spare part' };
    const actor = { id: ben, name: 'Ben', role: 'helpdesk' };
    await stack.api.call(`PATCH /v1/tickets/${number}`, { actor, waiting });
    const before = reminders().length;

    stack.api.clock.pass(threeDays);
    await runJob({ context: bot(), name: 'reminder' });

    expect(reminders()).toHaveLength(before);
  });

  test('name what waits for helpdesk, not what waits for its reporter', async () => {
    const { number } = await fileTicket(stack.api, { description: 'Ours' });
    await work(number);
    await work((await fileTicket(stack.api, { description: 'Theirs' })).number);
    const question = { actor: { id: ben, name: 'Ben', role: 'helpdesk' }, body: 'Which floor?' };
    await stack.api.call('POST /v1/tickets/2/messages', question);
    const before = reminders().length;

    stack.api.clock.pass(threeDays);
    await runJob({ context: bot(), name: 'reminder' });

    expect(reminders()).toHaveLength(before + 1);
    expect(reminders().at(-1)).toContain('It is waiting for helpdesk');
    expect(reminders().at(-1)).toContain('Ours');
    expect(reminders().at(-1)).not.toContain('Theirs');
  });
});

describe('startSchedule', () => {
  test('refuses what is not a schedule, in one line', () => {
    const schedule = { digest: 'every morning at 9', reminder: 'off', timeZone: 'Europe/Rome' };

    expect(() => startSchedule({ context: bot(), schedule })).toThrow(
      'DIGEST_CRON is not a schedule; write one such as 0 9 * * 1-5, or off',
    );
  });

  test('off is never, and what was started is gone once it is stopped', async () => {
    const schedule = { digest: 'off', reminder: '0 15 * * 1-5', timeZone: 'Europe/Rome' };

    const started = startSchedule({ context: bot(), schedule });
    expect([...cron.getTasks().values()].map(task => task.name)).toEqual(['reminder']);

    await started.stop();
    expect(cron.getTasks().size).toBe(0);
  });
});
