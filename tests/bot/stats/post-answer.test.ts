import { unavailable } from '@campus-desk/contract';
import { createLogger } from '@campus-desk/service-kit';
import { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { SlackRefusal } from '../../../bot/slack/errors.ts';
import type { StatsContext } from '../../../bot/stats/answer.ts';
import { postAnswer } from '../../../bot/stats/post-answer.ts';
import type { StatsMessage } from '../../../bot/ui/stats-message.ts';
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
};

/** Answers, and remembers what was posted; `refuse` stands for Slack. */
async function answer({ context, analysis = 'categories', refuse = () => false }: AnswerInput) {
  const posted: StatsMessage[] = [];
  const ephemerals: StatsMessage[] = [];
  const post = async (message: StatsMessage) => {
    if (refuse(message)) throw new SlackRefusal({ reason: 'invalid_blocks', isGone: false });
    posted.push(message);
  };
  await postAnswer({
    context,
    request: { analysis },
    post,
    postEphemeral: async message => void ephemerals.push(message),
    postImages: ({ images }) => post(images),
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

  test('a picture that Slack refuses leaves the words', async () => {
    const { posted } = await answer({
      context: linked,
      refuse: ({ blocks }) => blocks.some(({ type }) => type === 'image'),
    });

    expect(posted).toHaveLength(1);
    expect(posted[0]).toContain('Slack could not show the chart; the numbers are complete.');
  });
});
