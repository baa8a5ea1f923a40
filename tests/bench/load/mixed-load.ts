import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import type { SlackRef } from '@campus-desk/contract';
import { ids } from '../../../bot/ids.ts';
import { signedHeaders } from '../signed-headers.ts';

/** What Slack sends, by what a person did. */
type Act = 'files a ticket' | 'writes in a thread' | 'lists tickets' | 'opens a ticket';

type Answered = { act: Act; ms: number; status: number; body: string };

/** How requests that came at an even rate were answered. */
export type MixedLoad = {
  sent: number;
  p50Ms: number;
  p99Ms: number;
  worstMs: number;
  /** Not answered within Slack's 3 seconds, or with an error, by act. */
  failed: Record<string, number>;
  /** Filings that were answered with a request to try again; what was typed stays on the screen. */
  refused: number;
  /** Filings and messages that were acknowledged. */
  filed: number;
  said: number;
};

const slackWaitsMs = 3000;
const who = (person: number) => ({ id: `U${person}`, name: `person ${person}`, team_id: 'T01' });

export type SendMixedLoadInput = {
  url: string;
  signingSecret: string;
  perSecond: number;
  seconds: number;
  threads: SlackRef[];
  people: number;
  /** The first of the numbers that tell the requests apart. */
  from: number;
};

/** Sends requests as Slack does, each at its time whether or not the earlier ones are answered. */
export async function sendMixedLoad(input: SendMixedLoadInput): Promise<MixedLoad> {
  const { url, signingSecret, perSecond, seconds, from } = input;
  const agent = new Agent({ keepAlive: true });
  const begun = performance.now();
  const running: Promise<Answered>[] = [];
  for (let at = 0; at < perSecond * seconds; at += 1) {
    const early = begun + (at * 1000) / perSecond - performance.now();
    if (early > 1) await wait(early);
    running.push(send({ url, signingSecret, agent, ...requestOf({ ...input, at: from + at }) }));
  }
  const answers = await Promise.all(running);
  agent.destroy();
  return summarise(answers);
}

type RequestOfInput = Pick<SendMixedLoadInput, 'threads' | 'people'> & { at: number };

/** Four of ten write, three file, two list and one opens a ticket. */
function requestOf({ threads, people, at }: RequestOfInput): { act: Act; body: string } {
  const person = who((at * 7919) % people);
  const kind = at % 10;
  if (kind < 4) {
    const thread = threads[at % threads.length];
    const ts = `${1_790_000_000 + at}.000200`;
    const { channel } = thread ?? { channel: '' };
    const event = { type: 'message', channel, channel_type: 'channel', user: person.id, ts, event_ts: ts };
    const words = { text: `Which room is it? (${at})`, thread_ts: thread?.ts };
    return {
      act: 'writes in a thread',
      body: JSON.stringify({
        type: 'event_callback',
        team_id: 'T01',
        api_app_id: 'A01',
        event_id: `Ev${at}`,
        event_time: 1_790_000_000 + at,
        event: { ...event, ...words },
      }),
    };
  }
  if (kind < 7) {
    const description = `The projector of room ${at} is dark, and nobody can see the slides.`;
    const values = {
      [ids.file.description]: { [ids.file.description]: { type: 'plain_text_input', value: description } },
    };
    const view = {
      id: `V${at}`,
      type: 'modal',
      callback_id: ids.file.submit,
      private_metadata: JSON.stringify({ role: 'user' }),
      state: { values },
      blocks: [],
    };
    const payload = { type: 'view_submission', team: { id: 'T01' }, user: person, api_app_id: 'A01', view };
    return { act: 'files a ticket', body: `payload=${encodeURIComponent(JSON.stringify(payload))}` };
  }
  const words = kind < 9 ? 'list' : `${1 + (at % threads.length)}`;
  const command = {
    command: ids.commands.ticket,
    text: words,
    user_id: person.id,
    user_name: person.name,
    team_id: 'T01',
    channel_id: 'C02GENERAL',
    api_app_id: 'A01',
    trigger_id: `${at}.1.x`,
    response_url: 'http://127.0.0.1:9/none',
  };
  return {
    act: kind < 9 ? 'lists tickets' : 'opens a ticket',
    body: new URLSearchParams(command).toString(),
  };
}

type SendInput = { url: string; signingSecret: string; agent: Agent; act: Act; body: string };

function send({ url, signingSecret, agent, act, body }: SendInput): Promise<Answered> {
  const headers = { ...signedHeaders({ signingSecret, body }), 'content-length': Buffer.byteLength(body) };
  const begun = performance.now();
  return new Promise(resolve => {
    const done = (status: number, answer: string) =>
      resolve({ act, ms: performance.now() - begun, status, body: answer });
    const sending = request(url, { method: 'POST', headers, agent, timeout: 10_000 }, async response =>
      done(response.statusCode ?? 0, await text(response).catch(() => '')),
    );
    sending.on('timeout', () => sending.destroy(new Error('No answer')));
    sending.on('error', error => done(0, String(error)));
    sending.end(body);
  });
}

function summarise(answers: Answered[]): MixedLoad {
  const times = answers.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  const inTime = answers.filter(({ status, ms }) => status === 200 && ms <= slackWaitsMs);
  const late = answers.filter(answer => !inTime.includes(answer));
  const filings = inTime.filter(({ act }) => act === 'files a ticket');
  const failed: Record<string, number> = {};
  for (const { act, status } of late) {
    const what = `${act}: ${status === 200 ? 'late' : status}`;
    failed[what] = (failed[what] ?? 0) + 1;
  }
  const filed = filings.filter(({ body }) => body.includes('"response_action":"update"')).length;
  return {
    sent: answers.length,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    worstMs: times.at(-1) ?? 0,
    failed,
    refused: filings.length - filed,
    filed,
    said: inTime.filter(({ act }) => act === 'writes in a thread').length,
  };
}
