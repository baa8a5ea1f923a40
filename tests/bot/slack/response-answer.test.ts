import { describe, expect, test } from 'vitest';
import { judgeResponse } from '../../../bot/slack/response-answer.ts';

describe('what a response_url answers', () => {
  test.each(['ok', '', '{"ok":true}'])('is well when it says %j', async body => {
    await expect(judgeResponse(new Response(body))).resolves.toBeUndefined();
  });

  test('is a refusal by its status, and by its body too', async () => {
    const body = '{"ok":false,"error":"invalid_blocks"}';

    for (const status of [200, 404])
      await expect(judgeResponse(new Response(body, { status }))).rejects.toMatchObject({
        name: 'SlackRefusal',
        reason: `${status} ${body}`,
      });
  });

  test('is unclear when Slack has trouble of its own', async () => {
    await expect(judgeResponse(new Response('', { status: 503 }))).rejects.toThrow('did not take the answer');
  });
});
