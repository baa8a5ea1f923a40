import { once } from 'node:events';
import { createServer } from 'node:http';
import { type Config, readConfig } from '@campus-desk/service-kit';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { checkParts } from '../../../bot/doctor/check-parts.ts';
import { startTestApi } from '../../support/api.ts';
import { freePortsFor, partPorts } from '../../support/free-ports.ts';

const token = 'a token of the parts';

describe('checkParts', () => {
  let api: Awaited<ReturnType<typeof startTestApi>>;
  let silent: Config;
  beforeAll(async () => {
    api = await startTestApi({ token });
    silent = readConfig(await freePortsFor(partPorts));
  });
  afterAll(() => api.close());

  test('where nothing runs, nothing is wrong', async () => {
    expect(await checkParts(silent)).toEqual([
      expect.objectContaining({ verdict: 'note', says: 'Nothing runs yet.' }),
    ]);
  });

  test('names what is missing of an installation that runs in part', async () => {
    const findings = await checkParts({ ...silent, API_URL: api.url, API_TOKEN: token });

    expect(findings.filter(({ verdict }) => verdict === 'wrong')).toHaveLength(4);
    expect(findings).toContainEqual({
      about: 'Running parts',
      verdict: 'wrong',
      says: `The backlog service at ${silent.BACKLOG_URL} does not answer.`,
      remedy: 'Start it, or correct BACKLOG_URL.',
    });
    expect(findings.find(({ says }) => says.startsWith('The bot'))?.verdict).toBe('note');
  });

  test('tells that another program has the port of a part', async () => {
    const stranger = createServer((_request, response) => response.end('<h1>Welcome</h1>'));
    await once(stranger.listen(silent.API_PORT, '127.0.0.1'), 'listening');
    onTestFinished(() => void stranger.close());

    expect(await checkParts(silent)).toEqual([
      {
        about: 'Running parts',
        verdict: 'wrong',
        says: `Another program than the API answers at ${silent.API_URL}.`,
        remedy: 'Stop it, or correct API_URL or API_PORT.',
      },
      expect.objectContaining({ verdict: 'note', says: 'Nothing runs yet.' }),
    ]);
  });

  test('is content when every part answers', async () => {
    const everywhere = {
      ...silent,
      API_URL: api.url,
      API_TOKEN: token,
      BACKLOG_URL: api.url,
      RESOLUTION_URL: api.url,
      CATEGORIES_URL: api.url,
      QUICKCHART_URL: api.url,
      BOT_PORT: Number(new URL(api.url).port),
    };

    expect(await checkParts(everywhere)).toEqual([expect.objectContaining({ verdict: 'fine' })]);
  });

  test.each([
    [undefined, 'calls without a token'],
    ['another token', 'API_TOKEN'],
  ])('tells that the API refuses the token %j', async (API_TOKEN, what) => {
    const findings = await checkParts({ ...silent, API_URL: api.url, API_TOKEN });

    expect(findings).toContainEqual({
      about: 'API token',
      verdict: 'wrong',
      says: `The API at ${api.url} refuses ${what}.`,
      remedy: 'Give every part the same API_TOKEN.',
    });
  });
});
