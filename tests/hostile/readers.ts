import { createLearningCategoriser, createPlaceFinder } from '@campus-desk/categoriser';
import { cleanText, fileTicketSchema, type Message } from '@campus-desk/contract';
import { parseMrkdwn } from 'slack-sandbox/page';
import { readMark } from '../../bot/conversation/note-mark.ts';
import { readSlackMessage } from '../../bot/conversation/read-slack-message.ts';
import { mentionedIn, readSlackText } from '../../bot/conversation/slack-text.ts';
import { parseStatsCommand } from '../../bot/listeners/commands/parse-stats-command.ts';
import { parseTicketCommand } from '../../bot/listeners/commands/parse-ticket-command.ts';
import { mirroredMessage } from '../../bot/ui/mirrored-message.ts';
import { fallbackPart, oneLine, shorten, withEmoji } from '../../bot/ui/text.ts';
import { texts } from '../support/english.ts';

const categoriser = createLearningCategoriser();
const places = createPlaceFinder(
  Array.from({ length: 1000 }, (_, at) => ({
    name: `a a a a ${at}`,
    aliases: [`Hall ${at}`, `b-${at} b`],
    rooms: ['2.14', 'A-A-A', `${at}.01`],
  })),
);
const message: Message = {
  id: 'M1',
  ticketNumber: 1,
  actor: { id: 'U1', name: 'Ada', role: 'user' },
  body: '',
  files: [],
  late: false,
  internal: false,
  toAll: false,
  origin: null,
  createdAt: '2026-11-22T09:00:00.000Z',
  editedAt: null,
  deletedAt: null,
};
const actor = { id: 'U1', name: 'Ada', role: 'user' };

/** Everything that reads what people wrote, and runs where others wait for it. */
export const readers: Record<string, (text: string) => unknown> = {
  cleanText,
  'the filing schema': text => fileTicketSchema.safeParse({ description: text, location: text, actor }),
  'the categoriser': categoriser.categorise,
  'the finder of places': text => places.find({ description: text, location: text }),
  'the names of places': places.nameOf,
  'the mark of a note': readMark,
  parseTicketCommand: text => parseTicketCommand({ typed: text, name: '/ticket', texts }),
  parseStatsCommand: text => parseStatsCommand({ typed: text, name: '/stats', texts }),
  mentionedIn,
  readSlackText: text => readSlackText({ text }),
  readSlackMessage: text =>
    readSlackMessage({ message: { user: 'U1', ts: '1.1', text }, channel: 'C1', botUserId: 'U2' }),
  'shorten a little': text => shorten({ text, max: 2900 }),
  'shorten to a line': text => oneLine({ text, max: 150 }),
  fallbackPart: text => fallbackPart({ text, max: 3000 }),
  withEmoji,
  mirroredMessage: text => mirroredMessage({ message: { ...message, body: text }, texts }),
  'the sandbox: parseMrkdwn': text => parseMrkdwn(text),
};
