import { type Role, roles } from '@campus-desk/contract';
import { type ListName, listTitles } from '../../ui/page.ts';
import { readSearch, type Search } from './read-search.ts';

/** What `/ticket …` asks for. `hint` is a line for wrong input. */
export type TicketCommand =
  | { kind: 'entrance'; role: Role }
  | { kind: 'filing'; role: Role; description: string }
  | { kind: 'list'; role: Role; name: ListName }
  | ({ kind: 'search'; role: Role } & Search)
  | { kind: 'ticket'; role: Role; number: number }
  | { kind: 'sync'; number: number }
  | { kind: 'help' }
  | { kind: 'hint'; line: string };

/** Longest search, in characters, so that it fits into what a modal carries along. */
const maxSearchLength = 200;
const maxNumber = 2_147_483_647;

type ParseTicketCommandInput = { typed: string; name: string };

/**
 * Reads the text after `/ticket`, whose name here is `name`: a subcommand where the whole text fits its grammar, else
 * the words are a filing. The role stands at the end (`as helpdesk`); without it the role is user.
 */
export function parseTicketCommand({ typed, name }: ParseTicketCommandInput): TicketCommand {
  const { words, role } = takeRole(typed.trim());
  for (const { pattern, read } of grammar) {
    const match = pattern.exec(words);
    if (match !== null) return read({ rest: match[1] ?? '', role: role ?? 'user', name });
  }
  return { kind: 'filing', role: role ?? 'user', description: words };
}

type Reader = (input: { rest: string; role: Role; name: string }) => TicketCommand;

/** Every form but the filing, which takes what is left; the first that fits counts. */
const grammar: { pattern: RegExp; read: Reader }[] = [
  { pattern: /^$/, read: ({ role }) => ({ kind: 'entrance', role }) },
  { pattern: /^help$|^\?$/i, read: () => ({ kind: 'help' }) },
  { pattern: /^(?:new|report)$/i, read: ({ role }) => ({ kind: 'filing', role, description: '' }) },
  { pattern: /^list$/i, read: ({ role }) => ({ kind: 'list', role, name: standardList[role] }) },
  { pattern: /^list\s+(open|active|closed|all|mine|my|queue)(?:\s+tickets)?$/i, read: readList },
  {
    pattern: /^list\s+(\S+)$/i,
    read: ({ rest, name }) =>
      hint(`There is no status “${rest}”. Type \`${name} list open\` (or \`active\`, \`closed\`, \`all\`).`),
  },
  { pattern: /^(?:view\s+|show\s+|ticket\s+)?#?(\d+)$/i, read: readNumber },
  { pattern: /^sync\s+#?(\d+)$/i, read: readSync },
  { pattern: /^sync$/i, read: ({ name }) => hint(`Say which ticket, such as \`${name} sync 12\`.`) },
  {
    pattern: /^(?:start|close|edit|reply|status|assign|reopen|delete)\s+#?(\d{1,10})$/i,
    read: ({ rest, name }) =>
      hint(`Open the ticket and press its button: \`${name} ${rest}\`, or \`${name} ${rest} as helpdesk\`.`),
  },
  {
    pattern: /^search$/i,
    read: ({ name }) => hint(`Say what to look for, such as \`${name} search wifi\`.`),
  },
  { pattern: /^search\s+([\s\S]+)$/i, read: searchFor },
  {
    pattern: /^(?:(?:list(?:\s+\S+)?|#?\d+)\s+)?as\s+(\S+)$/i,
    read: ({ rest, name }) =>
      hint(
        `There is no role “${rest}”. Type \`as helpdesk\` or \`as user\`, such as \`${name} list as helpdesk\`.`,
      ),
  },
];

const standardList: Record<Role, ListName> = { user: 'all', helpdesk: 'queue' };

function readList({ rest, role, name }: Parameters<Reader>[0]): TicketCommand {
  const word = rest.toLowerCase();
  const list = word === 'my' ? 'mine' : listNames.find(known => known === word);
  if (list === 'closed' && role === 'user')
    return hint(`Only the helpdesk sees closed tickets. Type \`${name} list closed as helpdesk\`.`);
  return { kind: 'list', role, name: list ?? standardList[role] };
}

const listNames = Object.keys(listTitles) as ListName[];

function readNumber({ rest, role, name }: Parameters<Reader>[0]): TicketCommand {
  const number = Number(rest);
  if (number < 1 || number > maxNumber)
    return hint(`There is no ticket #${rest.slice(0, 30)}. Type \`${name} list\` to see the tickets.`);
  return { kind: 'ticket', role, number };
}

function readSync(input: Parameters<Reader>[0]): TicketCommand {
  const command = readNumber(input);
  return command.kind === 'ticket' ? { kind: 'sync', number: command.number } : command;
}

function searchFor({ rest, role, name }: Parameters<Reader>[0]): TicketCommand {
  if (rest.length > maxSearchLength)
    return hint(`That search is too long. Use a few words, such as \`${name} search wifi library\`.`);
  const search = readSearch(rest);
  if (search.q === '' && search.place === undefined)
    return hint(`Say which place, such as \`${name} search wifi place:library\`.`);
  return { kind: 'search', role, ...search };
}

function hint(line: string): TicketCommand {
  return { kind: 'hint', line };
}

/** Takes `as helpdesk` or `as user` off the end. */
function takeRole(text: string): { words: string; role: Role | undefined } {
  const match = /(?:^|\s)as\s+(helpdesk|user)$/i.exec(text);
  const named = match?.[1]?.toLowerCase();
  const role = roles.find(known => known === named);
  return match === null || role === undefined
    ? { words: text, role: undefined }
    : { words: text.slice(0, match.index).trim(), role };
}
