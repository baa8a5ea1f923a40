import { createClient } from '@campus-desk/contract';
import { startSmallSlack } from '../load/small-slack.ts';
import { startParts } from '../load/start-parts.ts';
import type { Bench, Measured, Section } from '../section.ts';
import { measureClicks } from './clicks.ts';
import { measureCommands, openEntrance } from './commands.ts';
import { startBareBolt } from './start-bare-bolt.ts';
import { type ApiCall, type WatchedApi, watchApi } from './watch-api.ts';

/** What the bot itself adds to what people wait for. */
export const answersSection: Section = {
  name: 'answers',
  about:
    'a slash command to its modal against bare Bolt, a click to its change against its call of the API alone',
  measure,
};

async function measure({ server, rounds, isQuick }: Bench): Promise<Measured[]> {
  const { createDatabase } = await server();
  const { url: databaseUrl, drop } = await createDatabase();
  let opened = (_view: string) => {};
  const onOpened = (listener: typeof opened) => {
    opened = listener;
  };
  const slack = await startSmallSlack({
    onCall: ({ method, given }) => method === 'views.open' && opened(given.get('view') ?? ''),
  });
  const calls: ApiCall[] = [];
  let way: WatchedApi | undefined;
  const wayToApi = async (apiPort: number) => {
    way = await watchApi({ apiPort, onCall: call => calls.push(call) });
    return way.url;
  };
  const parts = await startParts({ databaseUrl, slackUrl: slack.url, wayToApi });
  const { bot, apiUrl, apiToken } = parts;
  const client = createClient({ baseUrl: apiUrl, token: apiToken, timeoutMs: 10_000 });
  const { view } = await openEntrance({ receiver: bot, onOpened });
  const { signingSecret } = bot;
  const bare = await startBareBolt({ slackUrl: slack.url, signingSecret, view: JSON.parse(view) });
  try {
    const perRound = isQuick ? 20 : 200;
    const toModal = await measureCommands({ bot, bare: bare.receiver, onOpened, rounds, perRound });
    const clicks = isQuick ? 5 : 20;
    const toChange = await measureClicks({ bot, client, calls, rounds, perRound: clicks });
    return [
      {
        what: 'slash command to modal',
        against: 'bare Bolt, the same view',
        unit: 'times',
        rounds: toModal,
        reach: 1.15,
        goal: 1,
      },
      {
        what: 'click to change',
        against: 'its call of the API alone',
        unit: 'times',
        rounds: toChange,
        reach: 1.2,
        goal: 1.05,
      },
    ];
  } finally {
    await bare.stop();
    await parts.stop();
    await way?.stop();
    await slack.stop();
    await drop();
  }
}
