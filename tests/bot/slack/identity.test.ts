import { WebClient } from '@slack/web-api';
import nock from 'nock';
import { describe, expect, test } from 'vitest';
import { recogniseBot } from '../../../bot/slack/identity.ts';

const slackApiUrl = 'http://127.0.0.1:9/api/';

function recognise(answer: object) {
  nock('http://127.0.0.1:9')
    .post('/api/auth.test')
    .reply(200, { ok: true, ...answer });
  return recogniseBot({ slack: new WebClient('xoxb-1', { slackApiUrl }), slackApiUrl });
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
});
