import { createHmac } from 'node:crypto';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { SandboxMessage, SlackJson } from 'slack-sandbox';
import type { StackWithPeople } from './stack-with-people.ts';

type SendSignedInput = {
  stack: StackWithPeople;
  body: string;
  type?: string;
  secret?: string;
  now?: Date;
  headers?: Record<string, string>;
};

/** Sends a request to the bot as Slack does, signed with `secret` at `now`. */
export async function sendSigned(input: SendSignedInput): Promise<{ status: number; body: string }> {
  const {
    stack,
    body,
    type = 'application/x-www-form-urlencoded',
    secret = stack.sandbox.signingSecret,
    now = new Date(),
    headers = {},
  } = input;
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const signed = {
    'content-type': type,
    'content-length': String(Buffer.byteLength(body)),
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
    ...headers,
  };
  // Each request has a connection of its own: a refused body may leave one unusable.
  const options = { method: 'POST', headers: signed, agent: false };
  return new Promise((resolve, reject) => {
    const sending = request(`${stack.bot.url}/slack/events`, options, async response => {
      resolve({ status: response.statusCode ?? 0, body: await text(response) });
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

/** An event of a conversation, in its envelope; `envelope` is what differs there. */
export function eventBody(event: SlackJson, envelope: SlackJson = {}): string {
  return JSON.stringify({
    type: 'event_callback',
    team_id: 'T01',
    api_app_id: 'A01',
    event_id: `Ev${JSON.stringify(event).length}${Math.floor(Number(event.event_ts ?? 0))}`,
    event_time: 1_760_000_000,
    authorizations: [{ team_id: 'T01', user_id: 'UBOT', is_bot: true, is_enterprise_install: false }],
    event: { type: 'message', ...event },
    ...envelope,
  });
}

type ClickBodyInput = {
  card: SandboxMessage;
  as: { id: string; name: string; teamId?: string };
  responseUrl: string;
  action: SlackJson;
};

/** What somebody presses on a card that they still see as it was before. */
export function clickBody({ card, as, responseUrl, action }: ClickBodyInput): string {
  const payload = {
    type: 'block_actions',
    team: { id: 'T01', domain: 'campus' },
    user: { id: as.id, username: as.name, name: as.name, team_id: as.teamId ?? 'T01' },
    api_app_id: 'A01',
    trigger_id: '1.2.stale',
    response_url: responseUrl,
    container: { type: 'message', message_ts: card.ts, channel_id: card.channel, is_ephemeral: false },
    channel: { id: card.channel, name: 'helpdesk' },
    message: card,
    state: { values: {} },
    actions: [{ block_id: 'b', action_ts: '1', ...action }],
  };
  return `payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

/** A `response_url` that remembers what came. */
export async function startResponseSink(): Promise<{
  url: string;
  answers: SlackJson[];
  stop: () => Promise<void>;
}> {
  const answers: SlackJson[] = [];
  const server = createServer(async (incoming, response) => {
    answers.push(JSON.parse(await text(incoming)));
    response.end('ok');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/response`,
    answers,
    stop: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
