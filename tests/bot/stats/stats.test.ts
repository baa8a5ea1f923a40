import { createClient } from '@campus-desk/contract';
import { createLogger, listen, type Service } from '@campus-desk/service-kit';
import type { SandboxMessage, SlackJson } from 'slack-sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createBacklog } from '../../../analytics/backlog/app.ts';
import { createCategories } from '../../../analytics/categories/app.ts';
import { createCharts } from '../../../analytics/charts/app.ts';
import { createResolution } from '../../../analytics/resolution/app.ts';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { fileTicket, startTicket } from '../../support/api.ts';
import { drawFirstChart } from '../../support/draw-first-chart.ts';
import { eventually } from '../../support/eventually.ts';
import { freePorts } from '../../support/free-ports.ts';
import { ada, ben, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';

/** A channel in which the bot is no member. */
const foreign = 'C03LIBRARY';

let stack: StackWithPeople;
const services: Service[] = [];
/** What the bot logged as an error. */
const errors: string[] = [];

beforeAll(async () => {
  const ports = await freePorts(4);
  const [backlog, resolution, categories, charts] = ports.map(port => `http://127.0.0.1:${port}`);
  if (!backlog || !resolution || !categories || !charts) throw new Error('no free ports');
  const destination = { write: (line: string) => void errors.push(line) };
  stack = await startStackWithPeople({
    statsUrls: { backlog, resolution, categories, charts },
    logger: createLogger({ level: 'error', destination }),
  });
  const logger = createLogger({ level: 'silent' });
  const client = createClient({ baseUrl: stack.gate.url, token: undefined });
  const parts = { client, clock: stack.api.clock.now, timeZone: 'Europe/Rome', logger, token: undefined };
  services.push(
    await createBacklog(parts),
    await createResolution(parts),
    await createCategories(parts),
    await createCharts({ logger }),
  );
  await Promise.all(
    services.map((app, index) => listen({ app, host: '127.0.0.1', port: ports[index] ?? 0 })),
  );
  await drawFirstChart(charts);
  await fileTicket(stack.api);
  await startTicket(stack.api);
  stack.api.clock.pass(60);
});
afterEach(() => stack.gate.open());
afterAll(async () => {
  await stack.stop();
  await Promise.all(services.map(service => service.close()));
});

const person = () => stack.person(ben);
const imagesOf = (messages: SandboxMessage[]) =>
  messages.flatMap(({ blocks = [] }) => blocks as SlackJson[]).filter(({ type }) => type === 'image');
/** What came into a channel since it had so many messages, once the pictures are there. */
const answerIn = async ({ channel, since, images }: { channel: string; since: number; images: number }) =>
  eventually(() => {
    const messages = person().messages(channel).slice(since);
    expect(imagesOf(messages)).toHaveLength(images);
    return messages;
  });

describe('/stats', () => {
  test('does not log as an error that Slack has not checked a new picture yet', async () => {
    const since = person().messages(helpdeskChannel).length;

    await person().types('backlog 24h', helpdeskChannel, '/stats');
    await answerIn({ channel: helpdeskChannel, since, images: 1 });

    const notYet = expect.stringContaining('invalid slack file');
    expect(stack.sandbox.traffic()).toContainEqual(expect.objectContaining({ reason: notYet }));
    expect(errors.filter(line => line.includes('invalid slack file'))).toEqual([]);
  });

  test('answers where it was asked, in a channel the bot is not in, in words and as a picture', async () => {
    const since = person().messages(foreign).length;

    await person().types('backlog 36h', foreign, '/stats');
    const [answer, ...more] = await answerIn({ channel: foreign, since, images: 1 });

    const said = JSON.stringify(answer?.blocks);
    expect(said).toContain('Opened in the last 36 hours, not closed yet');
    expect(said).toContain('22 Nov     1       1');
    expect(said).toContain('"Refresh"');
    expect(said).toContain('"CSV"');
    expect(imagesOf([answer, ...more].filter(message => message !== undefined))[0]).toMatchObject({
      alt_text: '2 tickets opened in the last 36 hours are not closed yet: 1 open, 1 active.',
      slack_file: { id: expect.stringMatching(/^F/) },
    });
  });

  test('where the bot is a member, the picture comes into the words, also when Slack never says its size', async () => {
    const since = person().messages(helpdeskChannel).length;
    stack.sandbox.trouble.set({ unsizedFiles: true });

    await person().types('backlog 36h', helpdeskChannel, '/stats');
    const [answer, ...more] = await answerIn({ channel: helpdeskChannel, since, images: 1 });
    stack.sandbox.trouble.reset();

    expect(more).toEqual([]);
    expect(JSON.stringify(answer?.blocks)).toContain('Opened in the last 36 hours, not closed yet');
    expect(imagesOf(answer ? [answer] : [])).toHaveLength(1);
  });

  test('all gives the three analyses with their pictures', async () => {
    const since = person().messages(foreign).length;

    await person().types('all', foreign, '/stats');
    const [answer] = await answerIn({ channel: foreign, since, images: 3 });

    for (const title of ['not closed yet', 'Time from opening to closing', 'Active tickets by category'])
      expect(JSON.stringify(answer)).toContain(title);
  });

  test('categoriser says how often its categories were corrected', async () => {
    const since = person().messages(foreign).length;
    const { number } = await fileTicket(stack.api);
    const actor = { id: ben, name: 'ben', role: 'helpdesk' } as const;
    await stack.api.client.changeTicket({ number, actor, category: 'facility' });

    await person().types('categoriser', foreign, '/stats');
    const [answer] = await answerIn({ channel: foreign, since, images: 1 });

    const said = JSON.stringify(answer);
    expect(said).toContain('Categories corrected, tickets of the last 12 months');
    expect(said).toMatch(/Nov 26 +\d+ +1 +0 +1 +0/);
    expect(said).toContain('Technical IT to Facility management 1');
  });

  test('the modal asks for a period where there is one, and answers in the channel', async () => {
    const since = person().messages(foreign).length;

    await person().types('', foreign, '/stats');
    const withPeriod = person().reads();
    expect(person().titles()).toEqual(['Statistics']);
    for (const text of [
      'Analysis',
      'Not closed yet',
      'Resolution time',
      'Active by category',
      'Period',
      'hours',
      'days',
      'Show',
    ])
      expect(withPeriod).toContain(`"${text}"`);
    await person().submits();

    const [answer] = await answerIn({ channel: foreign, since, images: 1 });
    expect(JSON.stringify(answer)).toContain('Opened in the last 7 days');
    expect(person().titles()).toEqual([]);
  });

  test('wrong input gets one line with an example', async () => {
    await stack.person(ada).types('backlog yesterday', foreign, '/stats');

    expect(stack.person(ada).ephemerals().at(-1)).toContain('`/stats backlog 36h`');
  });

  test('without the API the missing part is named, to the person alone', async () => {
    stack.gate.shut();
    const before = person().ephemerals().length;

    await person().types('backlog', foreign, '/stats');

    await eventually(() =>
      expect(person().ephemerals().slice(before).join()).toContain('The ticket API cannot be reached'),
    );
  });

  test('Refresh draws the answer again in its place', async () => {
    const since = person().messages(foreign).length;
    await person().types('categories', foreign, '/stats');
    const [answer] = await answerIn({ channel: foreign, since, images: 1 });
    if (answer === undefined) throw new Error('no answer');
    await startTicket(stack.api);

    await person().pressesOn(answer, 'Refresh');

    await eventually(() => {
      const [fresh] = person().messages(foreign).slice(since);
      expect(fresh?.ts).toBe(answer.ts);
      expect(JSON.stringify(fresh)).toContain('2 tickets are active');
    });
  });

  test('CSV sends the numbers to the direct messages', async () => {
    const since = person().messages(foreign).length;
    await person().types('backlog 2d', foreign, '/stats');
    const [answer] = await answerIn({ channel: foreign, since, images: 1 });
    if (answer === undefined) throw new Error('no answer');

    await person().pressesOn(answer, 'CSV');

    await eventually(() =>
      expect(JSON.stringify(person().messages('dm'))).toContain('backlog-2026-11-22.csv'),
    );
  });
});
