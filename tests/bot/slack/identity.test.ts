import { createLogger, systemClock } from '@campus-desk/service-kit';
import { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { webClientOptions } from '../../../bot/slack/bolt-app.ts';
import { recogniseBot } from '../../../bot/slack/identity.ts';
import { answerAt } from '../../support/answers.ts';

const slackApiUrl = 'http://127.0.0.1:9/api/';

function answers({ status = 200, body, headers = {} }: Answer): void {
  answerAt('http://127.0.0.1:9').post('/api/auth.test').reply(status, body, headers);
}

type Answer = { status?: number; body: object; headers?: Record<string, string> };

function recognise(answer: object) {
  answers({ body: { ok: true, ...answer } });
  return recogniseNow().recognised;
}

/** Recognises the bot, and says how long it waited before each further attempt. */
function recogniseNow() {
  const pauses: number[] = [];
  const clock = { ...systemClock, sleep: async (ms: number) => void pauses.push(ms) };
  const slack = new WebClient('xoxb-1', webClientOptions({ slackApiUrl, timeoutMs: 1000 }));
  const logger = createLogger({ level: 'silent' });
  return { pauses, recognised: recogniseBot({ slack, slackApiUrl, clock, logger }) };
}

const bot = { user_id: 'UBOT', bot_id: 'B01', team_id: 'T01' };

describe('recogniseBot', () => {
  test('answers the app and the workspace of our people', async () => {
    expect(await recognise({ ...bot, app_id: 'A01', enterprise_id: null })).toEqual({
      botUserId: 'UBOT',
      botId: 'B01',
      appId: 'A01',
      teamId: 'T01',
      enterpriseId: undefined,
      homeTeamId: 'T01',
    });
  });

  test('knows no single workspace of our people in an organisation', async () => {
    expect(await recognise({ ...bot, enterprise_id: 'E01' })).toMatchObject({
      appId: undefined,
      enterpriseId: 'E01',
      homeTeamId: undefined,
    });
  });

  test('refuses a token that is no bot’s', async () => {
    await expect(recognise({ user_id: 'U01', team_id: 'T01' })).rejects.toThrow('is not a bot token');
  });

  test.each([
    ['an error of its own', { body: { ok: false, error: 'internal_error' } }, 500],
    ['HTTP 503', { status: 503, body: {} }, 500],
    ['too many calls', { status: 429, body: {}, headers: { 'retry-after': '7' } }, 7000],
  ])('asks again after %s', async (_what, failure, pauseMs) => {
    answers(failure);
    answers({ body: { ok: true, ...bot } });

    const { pauses, recognised } = recogniseNow();

    expect(await recognised).toMatchObject({ botUserId: 'UBOT' });
    expect(pauses).toEqual([pauseMs]);
  });

  test('says after four attempts that Slack does not work, and nothing of the token', async () => {
    for (let times = 1; times <= 4; times += 1) answers({ body: { ok: false, error: 'internal_error' } });

    const { pauses, recognised } = recogniseNow();

    await expect(recognised).rejects.toThrow(/^Slack does not work at the moment \(internal_error\)/);
    expect(pauses).toEqual([500, 1000, 2000]);
  });

  test('asks only once with a token that Slack refuses', async () => {
    answers({ body: { ok: false, error: 'account_inactive' } });

    const { pauses, recognised } = recogniseNow();

    await expect(recognised).rejects.toThrow('Slack refuses SLACK_BOT_TOKEN (account_inactive).');
    expect(pauses).toEqual([]);
  });
});
