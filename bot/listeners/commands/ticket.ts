import type { ModalView } from '@slack/types';
import { entranceView } from '../../ui/entrance-view.ts';
import type { Filing } from '../../ui/filing-form.ts';
import { helpText } from '../../ui/help-text.ts';
import { firstPage, searchPage } from '../../ui/lists.ts';
import type { Page } from '../../ui/page.ts';
import { type ReplyLine, replyLine } from '../../ui/reply-line.ts';
import type { ActContext } from '../handling/context.ts';
import type { Command } from '../handling/on-command.ts';
import { openFilingForm } from '../handling/open-filing-form.ts';
import { showPage, showView, type ViewTarget } from '../handling/show-view.ts';
import { parseTicketCommand, type TicketCommand } from './parse-ticket-command.ts';
import { syncTicket } from './sync-ticket.ts';

/** What a form of the command leads to: a view, a page with data, or a line. */
type Answer =
  | { view: ModalView }
  | { filing: Filing }
  | { page: Page }
  | { reply: ReplyLine }
  | { sync: number };

/** `/ticket` in all its forms. */
export async function ticket(command: Command): Promise<ReplyLine | undefined> {
  const { context, text, user, triggerId } = command;
  const target: ViewTarget = { how: 'open', triggerId };
  const { ticket: name } = context.commands;
  const parsed = parseTicketCommand({ typed: text, name, texts: context.texts });
  if ('role' in parsed) await context.checkRole({ id: user.id, role: parsed.role });
  const answer = answerTo({ context, command: parsed, userId: user.id, typed: text });
  if ('reply' in answer) return answer.reply;
  if ('sync' in answer) return syncTicket({ ...command, number: answer.sync });
  if ('filing' in answer) await openFilingForm({ context, target, userId: user.id, filing: answer.filing });
  else if ('page' in answer) await showPage({ context, target, page: answer.page });
  else await showView({ context, target, view: answer.view });
}

type AnswerToInput = { context: ActContext; command: TicketCommand; userId: string; typed: string };

function answerTo({ context, command, userId, typed }: AnswerToInput): Answer {
  const { texts } = context;
  const { ticket: name } = context.commands;
  switch (command.kind) {
    case 'entrance':
      return { view: entranceView({ role: command.role, command: name, texts }) };
    case 'filing':
      return { filing: { role: command.role, description: command.description } };
    case 'ticket':
      return { page: { page: 'ticket', role: command.role, number: command.number } };
    case 'list':
      return { page: firstPage({ name: command.name, role: command.role, userId }) };
    case 'search':
      return { page: searchPage({ role: command.role, userId, search: command.search }) };
    case 'sync':
      return { sync: command.number };
    case 'help':
      return { reply: { text: helpText({ command: name, texts }) } };
    case 'hint':
      return { reply: replyLine({ line: command.line, typed: `${name} ${typed}`, texts }) };
  }
}
