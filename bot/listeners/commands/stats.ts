import { type ReplyLine, replyLine } from '../../ui/reply-line.ts';
import { statsForm } from '../../ui/stats-form.ts';
import { answerInChannel } from '../handling/answer-in-channel.ts';
import type { Command } from '../handling/on-command.ts';
import { showView } from '../handling/show-view.ts';
import { parseStatsCommand } from './parse-stats-command.ts';

/** `/stats` in all its forms. */
export async function stats(input: Command): Promise<ReplyLine | undefined> {
  const { context, text, user, triggerId, channel, responseUrl } = input;
  const { texts } = context;
  const { stats: name } = context.commands;
  const command = parseStatsCommand({ typed: text, name, texts });
  if (command.kind === 'hint') return replyLine({ line: command.line, typed: `${name} ${text}`, texts });
  await context.checkRole({ id: user.id, role: 'helpdesk' });
  if (command.kind === 'form') {
    const view = statsForm({ analysis: 'backlog', channel, responseUrl, texts });
    await showView({ context, target: { how: 'open', triggerId }, view });
  } else
    answerInChannel({ context, request: command.request, place: { channel, responseUrl }, userId: user.id });
}
