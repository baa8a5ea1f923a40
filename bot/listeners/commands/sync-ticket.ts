import { within } from '@campus-desk/service-kit';
import type { ReplyLine } from '../../ui/reply-line.ts';
import { escapeText } from '../../ui/text.ts';
import type { Texts } from '../../ui/texts/texts.ts';
import type { Command } from '../handling/on-command.ts';
import { refusalOf } from '../handling/refusal.ts';

/** Longest wait for Slack's threads before the answer follows later; Slack itself waits 3 seconds. */
const maxWaitMs = 2000;

/** `/ticket sync 12`: how many messages were missing. */
export async function syncTicket(command: Command & { number: number }): Promise<ReplyLine> {
  const { context, number } = command;
  const looking = context
    .catchUp(number)
    .then(({ recovered }) => ({ text: formatResult({ number, recovered, texts: context.texts }) }));
  const soon = await within({ work: looking, ms: maxWaitMs });
  if (soon !== undefined) return soon;
  context.inFlight.track({ kind: 'background', work: sayWhenDone({ command, looking }) });
  return { text: context.texts.commands.sync.comparing({ number }) };
}

type FormatResultInput = { number: number; recovered: number; texts: Texts };

function formatResult({ number, recovered, texts }: FormatResultInput): string {
  const { sync } = texts.commands;
  return recovered === 0 ? sync.complete({ number }) : sync.recovered({ count: recovered });
}

type SayWhenDoneInput = { command: Command; looking: Promise<ReplyLine> };

async function sayWhenDone(input: SayWhenDoneInput): Promise<void> {
  const { looking } = input;
  const { context, sayLater } = input.command;
  const reply = await looking.catch(error => ({
    text: escapeText(refusalOf({ context, error, during: 'sync' }).message),
  }));
  await sayLater(reply).catch(err => context.logger.warn({ err }, 'answer could not be given'));
}
