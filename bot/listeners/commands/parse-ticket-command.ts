import type { Role } from '@campus-desk/contract';
import type { Search } from '../../ui/lists.ts';
import type { ListName } from '../../ui/page.ts';
import type { Texts } from '../../ui/texts/texts.ts';
import { readSearch } from './read-search.ts';
import {
  anyIn,
  anyOf,
  asWords,
  buttonWords,
  commandWords,
  filterWords,
  listWords,
  meaningOf,
  roleWords,
  ticketsWords,
} from './words.ts';

/** What `/ticket …` asks for. `hint` is a line for wrong input. */
export type TicketCommand =
  | { kind: 'entrance'; role: Role }
  | { kind: 'filing'; role: Role; description: string }
  | { kind: 'list'; role: Role; name: ListName }
  | { kind: 'search'; role: Role; search: Search }
  | { kind: 'ticket'; role: Role; number: number }
  | { kind: 'sync'; number: number }
  | { kind: 'help' }
  | { kind: 'hint'; line: string };

/** Longest search, in characters, so that it fits into what a modal carries along. */
const maxSearchLength = 200;
const maxNumber = 2_147_483_647;

type ParseTicketCommandInput = { typed: string; name: string; texts: Texts };

/**
 * Reads the text after `/ticket`, whose name here is `name`: a subcommand where the whole text fits its grammar, in any of
 * the languages, else the words are a filing. The role stands at the end (`as helpdesk`); without it the role is user.
 */
export function parseTicketCommand({ typed, name, texts }: ParseTicketCommandInput): TicketCommand {
  const { words, role } = takeRole(typed.trim());
  for (const { pattern, read } of grammar) {
    const match = pattern.exec(words.normalize('NFC'));
    if (match !== null) return read({ rest: match[1] ?? '', role: role ?? 'user', name, texts });
  }
  return { kind: 'filing', role: role ?? 'user', description: words };
}

type Reader = (input: { rest: string; role: Role; name: string; texts: Texts }) => TicketCommand;

const { help, report, list, view, search, find, sync } = commandWords;

/** Every form but the filing, which takes what is left; the first that fits counts. */
const grammar: { pattern: RegExp; read: Reader }[] = [
  { pattern: /^$/, read: ({ role }) => ({ kind: 'entrance', role }) },
  { pattern: whole(`(?:${anyOf(help)})|\\?`), read: () => ({ kind: 'help' }) },
  { pattern: whole(anyOf(report)), read: ({ role }) => ({ kind: 'filing', role, description: '' }) },
  { pattern: whole(anyOf(list)), read: ({ role }) => ({ kind: 'list', role, name: standardList[role] }) },
  {
    pattern: whole(
      `(?:${anyOf([...list, ...view])})\\s+(${anyIn(listWords)})(?:\\s+(?:${anyOf(ticketsWords)}))?`,
    ),
    read: readList,
  },
  {
    pattern: whole(`(?:${anyOf(list)})\\s+(\\S+)`),
    read: ({ rest, name: command, texts }) => hint(texts.commands.noStatus({ status: rest, command })),
  },
  { pattern: whole(`(?:(?:${anyOf(view)})\\s+)?#?(\\d+)`), read: readNumber },
  { pattern: whole(`(?:${anyOf(sync)})\\s+#?(\\d+)`), read: readSync },
  {
    pattern: whole(anyOf(sync)),
    read: ({ name: command, texts }) => hint(texts.commands.syncWhich({ command })),
  },
  {
    pattern: whole(`(?:${anyIn(buttonWords)})\\s+#?(\\d{1,10})`),
    read: ({ rest: number, name: command, texts }) => hint(texts.commands.pressButton({ number, command })),
  },
  {
    pattern: whole(anyOf([...search, ...find])),
    read: ({ name: command, texts }) => hint(texts.commands.searchWhat({ command })),
  },
  // «cerca de» is Spanish for near, and begins many a report.
  { pattern: whole(`(?!cerca\\s+del?\\s)(?:${anyOf(search)})\\s+([\\s\\S]+)`), read: searchFor },
  {
    pattern: whole(`(?:${anyOf(find)})\\s+((?:[\\s\\S]*\\s)?(?:${anyIn(filterWords)}):[\\s\\S]*)`),
    read: searchFor,
  },
  { pattern: whole('as\\s+(\\S+)'), read: noRole },
  {
    pattern: whole(`(?:(?:${anyOf(list)})(?:\\s+\\S+)?|#?\\d+)\\s+(?:${anyOf(asWords)})\\s+(\\S+)`),
    read: noRole,
  },
];

/** A pattern for all that was typed. */
function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`, 'iu');
}

const standardList: Record<Role, ListName> = { user: 'all', helpdesk: 'queue' };

function readList({ rest, role, name: command, texts }: Parameters<Reader>[0]): TicketCommand {
  const name = meaningOf({ word: rest, meanings: listWords });
  if (name === 'closed' && role === 'user') return hint(texts.commands.closedAsHelpdesk({ command }));
  return { kind: 'list', role, name: name ?? standardList[role] };
}

function readNumber({ rest, role, name: command, texts }: Parameters<Reader>[0]): TicketCommand {
  const number = Number(rest);
  if (number < 1 || number > maxNumber)
    return hint(texts.commands.noTicket({ number: rest.slice(0, 30), command }));
  return { kind: 'ticket', role, number };
}

function readSync(input: Parameters<Reader>[0]): TicketCommand {
  const command = readNumber(input);
  return command.kind === 'ticket' ? { kind: 'sync', number: command.number } : command;
}

function searchFor({ rest, role, name: command, texts }: Parameters<Reader>[0]): TicketCommand {
  if (rest.length > maxSearchLength) return hint(texts.commands.searchTooLong({ command }));
  const search = readSearch({ typed: rest, role, command, texts });
  return 'fault' in search ? hint(search.fault) : { kind: 'search', role, search };
}

function noRole({ rest: role, name: command, texts }: Parameters<Reader>[0]): TicketCommand {
  return hint(texts.commands.noRole({ role, command }));
}

function hint(line: string): TicketCommand {
  return { kind: 'hint', line };
}

const roleAtTheEnd = new RegExp(`(?:^|\\s)(?:${anyOf(asWords)})\\s+(${anyIn(roleWords)})$`, 'iu');

/** Takes `as helpdesk` or `as user` off the end. */
function takeRole(text: string): { words: string; role: Role | undefined } {
  const match = roleAtTheEnd.exec(text);
  const role = meaningOf({ word: match?.[1] ?? '', meanings: roleWords });
  return match === null || role === undefined
    ? { words: text, role: undefined }
    : { words: text.slice(0, match.index).trim(), role };
}
