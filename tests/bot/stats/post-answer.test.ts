import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { unavailable } from '@campus-desk/contract';
import { createLogger } from '@campus-desk/service-kit';
import { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { SlackRefusal } from '../../../bot/slack/errors.ts';
import type { StatsContext } from '../../../bot/stats/answer.ts';
import { postAnswer } from '../../../bot/stats/post-answer.ts';
import { pictureWaitsMs } from '../../../bot/stats/post-with-pictures.ts';
import type { StatsMessage } from '../../../bot/ui/stats-message.ts';
import { texts } from '../../support/english.ts';
import { sampleReport } from './sample-report.ts';

/** Statistics whose pictures are linked, so that nothing is fetched. */
const linked: StatsContext = {
  readReport: async () => sampleReport(),
  quickchartUrl: 'https://quickchart.io',
  slack: new WebClient('xoxb-test'),
  logger: createLogger({ level: 'silent' }),
  sleep: () => new Promise(resolve => setTimeout(resolve, 200)),
};

type AnswerInput = {
  context: StatsContext;
  analysis?: 'categories' | 'all';
  refuse?: (message: StatsMessage) => boolean;
} & Partial<Pick<Parameters<typeof postAnswer>[0], 'waitsMs' | 'share'>>;

/** Answers, and remembers what was posted; `refuse` stands for Slack. */
async function answer(input: AnswerInput) {
  const { context, analysis = 'categories', refuse = () => false, ...late } = input;
  const posted: StatsMessage[] = [];
  const ephemerals: StatsMessage[] = [];
  const post = async (message: StatsMessage) => {
    if (refuse(message)) throw new SlackRefusal({ reason: 'invalid_blocks', isGone: false });
    posted.push(message);
  };
  await postAnswer({
    context,
    request: { analysis },
    texts,
    post,
    postEphemeral: async message => void ephemerals.push(message),
    postImages: ({ images }) => post(images),
    ...late,
  });
  return {
    posted: posted.map(message => JSON.stringify(message)),
    ephemerals: ephemerals.map(({ text }) => text),
  };
}

describe('postAnswer', () => {
  test('words and picture come in one message', async () => {
    const { posted } = await answer({ context: linked });

    expect(posted).toHaveLength(1);
    expect(posted[0]).toContain('Technical IT              3');
    expect(posted[0]).toContain('"alt_text":"3 tickets are active: Facility management 0, Technical IT 3."');
    expect(posted[0]).toContain('https://quickchart.io/chart?c=');
  });

  test('without the chart server the words come, and say so', async () => {
    const { posted } = await answer({ context: { ...linked, quickchartUrl: 'http://127.0.0.1:9' } });

    expect(posted).toHaveLength(1);
    expect(posted[0]).toContain('Technical IT              3');
    expect(posted[0]).toContain('The chart could not be drawn just now; the numbers are complete.');
  });

  test('without one service the others are there, and the missing one is named', async () => {
    const readReport: StatsContext['readReport'] = async ({ analysis }) => {
      if (analysis === 'backlog')
        throw unavailable({ message: 'The service for “Not closed yet” cannot be reached.' });
      return sampleReport({ service: analysis });
    };

    const { posted } = await answer({ context: { ...linked, readReport }, analysis: 'all' });

    expect(posted).toHaveLength(1);
    expect(posted[0]).toContain('The service for “Not closed yet” cannot be reached.');
    expect(posted[0]?.match(/"type":"image"/g)).toHaveLength(2);
  });

  test('without any service the reason is said once, to the person alone', async () => {
    const readReport = async () => {
      throw unavailable({ message: 'The ticket API cannot be reached.' });
    };

    expect(await answer({ context: { ...linked, readReport }, analysis: 'all' })).toEqual({
      posted: [],
      ephemerals: ['The ticket API cannot be reached.'],
    });
  });

  test('words do not wait for a slow picture, which follows', async () => {
    const { posted } = await answer({
      context: { ...linked, sleep: async () => undefined, quickchartUrl: 'http://127.0.0.1:9' },
    });

    expect(posted).toHaveLength(2);
    expect(posted[0]).toContain('Technical IT              3');
    expect(posted[0]).not.toContain('could not be drawn');
    expect(posted[1]).toContain('could not be drawn');
  });

  describe('with pictures that are uploaded', () => {
    const asked: number[] = [];
    const png = Buffer.from('a picture');
    const shared: number[] = [];
    /** An upload that Slack answers at once, and a wait that takes no time. */
    const uploading = async (context: StatsContext) => {
      const charts = createServer((_request, reply) => reply.end(png));
      await new Promise<void>(resolve => charts.listen(0, '127.0.0.1', resolve));
      const { port } = charts.address() as AddressInfo;
      const slack = { filesUploadV2: async () => ({ files: [{ files: [{ id: 'F0CHART0001' }] }] }) };
      const sleep = async (ms: number) => {
        if (ms === 600) await new Promise(resolve => setTimeout(resolve, 600));
        else asked.push(ms);
      };
      const drawn = { ...context, quickchartUrl: `http://127.0.0.1:${port}`, sleep };
      // The only method that pictures are uploaded with.
      return { charts, context: { ...drawn, slack: slack as unknown as StatsContext['slack'] } };
    };
    const share = async (images: unknown[]) => void shared.push(images.length);
    const isImages = ({ blocks }: StatsMessage) => blocks.some(({ type }) => type === 'image');

    const answerWith = async (refusals: number) => {
      asked.length = 0;
      shared.length = 0;
      const { charts, context } = await uploading(linked);
      let left = refusals;
      const refuse = (message: StatsMessage) => {
        if (!isImages(message) || left === 0) return false;
        left -= 1;
        return true;
      };
      const waitsMs = () => pictureWaitsMs.often;
      const { posted } = await answer({ context, refuse, waitsMs, share });
      charts.close();
      return posted;
    };

    test('the words come first, and the picture as soon as Slack takes it', async () => {
      const posted = await answerWith(3);

      expect(posted).toHaveLength(2);
      expect(posted[0]).not.toContain('"image"');
      expect(posted[1]).toContain('"slack_file":{"id":"F0CHART0001"}');
      expect(asked).toEqual([500, 1000, 1500]);
    });

    test('what Slack refuses for 25 seconds is shared in the thread instead', async () => {
      const posted = await answerWith(Number.POSITIVE_INFINITY);

      expect(posted).toHaveLength(1);
      expect(asked.reduce((sum, ms) => sum + ms)).toBe(25_000);
      expect(shared).toEqual([1]);
    });
  });

  test('a picture that Slack refuses leaves the words', async () => {
    const { posted } = await answer({
      context: linked,
      refuse: ({ blocks }) => blocks.some(({ type }) => type === 'image'),
    });

    expect(posted).toHaveLength(1);
    expect(posted[0]).toContain('Slack could not show the chart; the numbers are complete.');
  });
});
