import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clicks, forms, shortcuts } from '../../bot/listeners/registrations.ts';
import { eventBody, sendSigned } from '../bot/signed-request.ts';
import { type StackWithPeople, startStackWithPeople } from '../bot/stack-with-people.ts';

/** Slack waits 3 seconds; the machine may be busy with something else. */
const maxMs = 3000;
const inside = /node_modules|\.ts:\d|\n\s+at |TypeError|Cannot read/;

const odd = fc.oneof(
  fc.json({ maxDepth: 2 }).map(text => JSON.parse(text) as unknown),
  fc.constantFrom(
    '',
    '\0',
    '\ud800',
    'x'.repeat(4000),
    null,
    -1,
    1e308,
    [],
    {},
    'U01ADA',
    'C01HELPDESK',
    '1.1',
  ),
);
// Bolt itself reads who acts and where: those are always well formed.
const names = ['ts', 'thread_ts', 'text', 'subtype', 'files', 'blocks', 'message'];
const oddFields = fc.dictionary(
  fc.constantFrom(
    ...names,
    ...['previous_message', 'deleted_ts', 'bot_id', 'hidden', 'channel_type', 'edited'],
  ),
  odd,
);

const message = { channel: 'C01HELPDESK', channel_type: 'channel', user: 'U01ADA', ts: '5.1', text: 'hi' };
const event = oddFields.map(fields => ({
  type: 'application/json',
  body: eventBody({ ...message, ...fields }),
}));
const command = fc
  .record({ command: fc.constantFrom('/ticket', '/stats'), text: fc.string({ unit: 'grapheme' }) })
  .map(fields => {
    const who = { user_id: 'U01ADA', user_name: 'ada', team_id: 'T01', channel_id: 'C02GENERAL' };
    const answers = { trigger_id: '1.2.x', response_url: 'http://127.0.0.1:9/none' };
    const body = new URLSearchParams({ ...who, ...answers, ...fields }).toString();
    return { type: 'application/x-www-form-urlencoded', body };
  });
/** What somebody listens to; Bolt waits 3 seconds for an answer to anything else. */
const listenedTo = fc.oneof(
  fc.constantFrom(...Object.keys(clicks)).map(id => ({ type: 'block_actions' as const, id })),
  fc.constantFrom(...Object.keys(forms)).map(id => ({ type: 'view_submission' as const, id })),
  fc.constantFrom(...Object.keys(shortcuts)).map(id => ({ type: 'message_action' as const, id })),
);
const more = fc.dictionary(fc.constantFrom('container', 'message', 'trigger_id'), odd);
const interaction = fc
  .record({ to: listenedTo, value: odd, metadata: odd, values: odd, more })
  .map(({ to: { type, id }, value, metadata, values, more }) => {
    const view = {
      id: 'V1',
      type: 'modal',
      callback_id: id,
      private_metadata: typeof metadata === 'string' ? metadata : JSON.stringify(metadata),
      state: { values },
      blocks: [],
    };
    const about = {
      block_actions: { actions: [{ type: 'button', action_id: id, block_id: 'b', value, action_ts: '1' }] },
      view_submission: { view },
      message_action: { callback_id: id, channel: { id: 'C01HELPDESK' }, message: value },
    }[type];
    const who = { team: { id: 'T01' }, user: { id: 'U01ADA', name: 'ada', team_id: 'T01' } };
    const payload = { type, ...who, trigger_id: '1.2.x', ...about, ...more };
    const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    return { type: 'application/x-www-form-urlencoded', body };
  });
describe('what Slack signed, with anything in it', () => {
  let stack: StackWithPeople;
  let sent = 0;
  let slowestMs = 0;

  beforeAll(async () => {
    stack = await startStackWithPeople();
  });
  afterAll(async () => {
    await stack.stop();
    process.stdout.write(`${sent} signed requests; the slowest answer took ${slowestMs.toFixed(0)} ms\n`);
  });

  test('is answered in time, an event never with 500 or above, and with nothing of the inside', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(event, command, interaction), async ({ body, type }) => {
        const begun = performance.now();
        const answer = await sendSigned({ stack, body, type });
        const ms = performance.now() - begun;
        sent += 1;
        slowestMs = Math.max(slowestMs, ms);

        // Slack repeats events only: an error there would come again and again.
        if (type === 'application/json') expect(answer.status, body).toBeLessThan(500);
        expect(ms).toBeLessThan(maxMs);
        expect(answer.body).not.toMatch(inside);
      }),
      {
        numRuns: 300,
        examples: [[{ type: 'application/json', body: eventBody({ ...message, thread_ts: '' }) }]],
      },
    );
  });
});
