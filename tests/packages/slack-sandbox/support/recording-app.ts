import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { Sandbox, SlackJson } from 'slack-sandbox';

export type Recorded = {
  kind: 'command' | 'interaction' | 'event' | 'other';
  headers: IncomingHttpHeaders;
  body: string;
  /** Form fields of a command, the parsed `payload` of an interaction, the JSON of an event. */
  payload: SlackJson;
  /** Whether the signature is the one the signing secret makes of this body. */
  isSigned: boolean;
};

export type Answer = {
  status?: number;
  headers?: Record<string, string>;
  /** An object is sent as JSON. */
  body?: string | object;
  /** Never answers. */
  hangs?: boolean;
};

export type RecordingApp = {
  requests: Recorded[];
  /** The inner events received, in order. */
  events(): SlackJson[];
  stop(): Promise<void>;
};

/** An app that writes down what Slack sends and answers what the test says (an empty 200 without one). */
export async function startRecordingApp(
  sandbox: Sandbox,
  answer: (request: Recorded) => Answer | Promise<Answer> = () => ({}),
): Promise<RecordingApp> {
  const requests: Recorded[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    const recorded = record({ sandbox, headers: request.headers, body });
    requests.push(recorded);
    const given = await answer(recorded);
    if (given.hangs) return;
    const isText = typeof given.body === 'string' || given.body === undefined;
    response.writeHead(given.status ?? 200, {
      'content-type': isText ? 'text/plain' : 'application/json',
      ...given.headers,
    });
    response.end(isText ? given.body : JSON.stringify(given.body));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  sandbox.connectApp(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/slack/events`);
  return {
    requests,
    events: () => requests.filter(({ kind }) => kind === 'event').map(({ payload }) => asJson(payload.event)),
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

function record(input: { sandbox: Sandbox; headers: IncomingHttpHeaders; body: string }): Recorded {
  const { sandbox, headers, body } = input;
  const base = `v0:${headers['x-slack-request-timestamp']}:${body}`;
  const digest = createHmac('sha256', sandbox.signingSecret).update(base).digest('hex');
  const isSigned = headers['x-slack-signature'] === `v0=${digest}`;
  if (headers['content-type'] === 'application/json') {
    return { kind: 'event', headers, body, payload: JSON.parse(body), isSigned };
  }
  if (headers['content-type'] !== 'application/x-www-form-urlencoded') {
    return { kind: 'other', headers, body, payload: {}, isSigned };
  }
  const fields = Object.fromEntries(new URLSearchParams(body));
  if (fields.payload === undefined) return { kind: 'command', headers, body, payload: fields, isSigned };
  return { kind: 'interaction', headers, body, payload: JSON.parse(fields.payload), isSigned };
}

function asJson(value: unknown): SlackJson {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
