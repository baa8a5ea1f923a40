import type { Conversation, Person, SlashCommand } from '../../protocol.ts';
import { findEmoji } from '../text/emoji.ts';

export type Suggestion = { key: string; label: string; detail: string; insert: string };
export type Completion = { from: number; suggestions: Suggestion[] };

type Known = { commands: SlashCommand[]; people: Person[]; conversations: Conversation[] };

const MOST = 6;

/** What can complete the word before the caret; `undefined` when there is nothing to offer. */
export function completionFor(text: string, caret: number, known: Known): Completion | undefined {
  const before = text.slice(0, caret);
  const command = /^\/\S*$/.exec(before);
  if (command) return offer(0, commandsFor(before, known.commands));
  const word = /(?:^|\s)([@#:])([\p{L}\p{N}_.+-]*)$/u.exec(before);
  if (!word) return undefined;
  const [, marker = '', typed = ''] = word;
  const from = caret - typed.length - 1;
  const found = suggestionsFor(marker, typed, known);
  // A complete word needs no suggestion: Enter must send it.
  return found.some(one => one.insert === `${marker}${typed} `) ? undefined : offer(from, found);
}

function suggestionsFor(marker: string, typed: string, known: Known): Suggestion[] {
  if (marker === '@') return peopleFor(typed, known.people);
  if (marker === '#') return channelsFor(typed, known.conversations);
  return typed.length < 2 ? [] : emojiFor(typed);
}

/** The command a text begins with, once its name is complete. */
export function commandIn(text: string, commands: SlashCommand[]): SlashCommand | undefined {
  return commands.find(one => text === one.command || text.startsWith(`${one.command} `));
}

function offer(from: number, suggestions: Suggestion[]): Completion | undefined {
  return suggestions.length > 0 ? { from, suggestions: suggestions.slice(0, MOST) } : undefined;
}

function commandsFor(typed: string, commands: SlashCommand[]): Suggestion[] {
  return commands
    .filter(one => one.command.startsWith(typed) && one.command !== typed)
    .map(one => ({
      key: one.command,
      label: `${one.command} ${one.usageHint}`.trim(),
      detail: one.description,
      insert: `${one.command} `,
    }));
}

function peopleFor(typed: string, people: Person[]): Suggestion[] {
  const wanted = typed.toLowerCase();
  return people
    .filter(one => one.name.toLowerCase().startsWith(wanted) || one.realName.toLowerCase().includes(wanted))
    .map(one => ({ key: one.id, label: one.realName, detail: `@${one.name}`, insert: `@${one.name} ` }));
}

function channelsFor(typed: string, conversations: Conversation[]): Suggestion[] {
  return conversations
    .filter(one => one.kind === 'channel' && one.name.startsWith(typed.toLowerCase()))
    .map(one => ({ key: one.id, label: `#${one.name}`, detail: one.topic, insert: `#${one.name} ` }));
}

function emojiFor(typed: string): Suggestion[] {
  return findEmoji(typed, MOST).map(({ name, character }) => ({
    key: name,
    label: `${character}  :${name}:`,
    detail: '',
    insert: `:${name}: `,
  }));
}
