import { ids } from '../../../bot/ids.ts';
import { compareTimes } from '../rounds.ts';
import { type Receiver, send } from '../send.ts';

/** Calls back with every view that is opened in the small Slack, as JSON. */
type OnOpened = (opened: (view: string) => void) => void;

type OpenInput = { receiver: Receiver; onOpened: OnOpened };

/** Sends `/ticket`; answers the view that it opens, and after how many milliseconds. */
export async function openEntrance({ receiver, onOpened }: OpenInput): Promise<{ view: string; ms: number }> {
  const begun = performance.now();
  const opened = new Promise<{ view: string; ms: number }>(resolve => {
    onOpened(view => resolve({ view, ms: performance.now() - begun }));
  });
  const [shown] = await Promise.all([opened, send(receiver, command())]);
  return shown;
}

type MeasureCommandsInput = {
  bot: Receiver;
  bare: Receiver;
  onOpened: OnOpened;
  rounds: number;
  perRound: number;
};

/** How many times as long as bare Bolt the bot takes from a command to its modal, once a round. */
export async function measureCommands(input: MeasureCommandsInput): Promise<number[]> {
  const { bot, bare, onOpened, rounds, perRound } = input;
  const timeOf = async (receiver: Receiver) => (await openEntrance({ receiver, onOpened })).ms;
  return compareTimes({ rounds, perRound, baseline: () => timeOf(bare), product: () => timeOf(bot) });
}

function command(): string {
  return new URLSearchParams({
    command: ids.commands.ticket,
    text: '',
    user_id: 'UASKS',
    user_name: 'ada',
    team_id: 'T01',
    channel_id: 'C02GENERAL',
    api_app_id: 'A01',
    trigger_id: `${crypto.randomUUID()}.1.x`,
    response_url: 'http://127.0.0.1:9/none',
  }).toString();
}
