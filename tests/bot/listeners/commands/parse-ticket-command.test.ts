import { describe, expect, test } from 'vitest';
import { parseTicketCommand } from '../../../../bot/listeners/commands/parse-ticket-command.ts';
import { texts } from '../../../support/english.ts';

const readTicket = (typed: string) => parseTicketCommand({ typed, name: '/ticket', texts });

describe('/ticket', () => {
  test.each([
    ['', { kind: 'entrance', role: 'user' }],
    ['   ', { kind: 'entrance', role: 'user' }],
    ['as helpdesk', { kind: 'entrance', role: 'helpdesk' }],
    ['AS HELPDESK', { kind: 'entrance', role: 'helpdesk' }],
    ['as user', { kind: 'entrance', role: 'user' }],
    ['help', { kind: 'help' }],
    ['Help', { kind: 'help' }],
    ['list', { kind: 'list', role: 'user', name: 'all' }],
    ['list as helpdesk', { kind: 'list', role: 'helpdesk', name: 'queue' }],
    ['List Open', { kind: 'list', role: 'user', name: 'open' }],
    ['list active as helpdesk', { kind: 'list', role: 'helpdesk', name: 'active' }],
    ['list closed as helpdesk', { kind: 'list', role: 'helpdesk', name: 'closed' }],
    ['list all as user', { kind: 'list', role: 'user', name: 'all' }],
    ['list my tickets', { kind: 'list', role: 'user', name: 'mine' }],
    ['12', { kind: 'ticket', role: 'user', number: 12 }],
    ['#12', { kind: 'ticket', role: 'user', number: 12 }],
    [' 12  as  helpdesk ', { kind: 'ticket', role: 'helpdesk', number: 12 }],
    ['search wifi library', { kind: 'search', role: 'user', search: { q: 'wifi library' } }],
    ['search wifi place:lib', { kind: 'search', role: 'user', search: { q: 'wifi', place: 'lib' } }],
    [
      'search PLACE:"main  hall" no  wifi',
      { kind: 'search', role: 'user', search: { q: 'no wifi', place: 'main  hall' } },
    ],
    [
      'search wifi place:„Haus Nord“',
      { kind: 'search', role: 'user', search: { q: 'wifi', place: 'Haus Nord' } },
    ],
    [
      'search place:«\u00a0aile nord\u00a0» wifi',
      { kind: 'search', role: 'user', search: { q: 'wifi', place: 'aile nord' } },
    ],
    ['search place:»Haus Nord«', { kind: 'search', role: 'user', search: { place: 'Haus Nord' } }],
    ['search place:a place:b as helpdesk', { kind: 'search', role: 'helpdesk', search: { place: 'b' } }],
    ['search replace:lib', { kind: 'search', role: 'user', search: { q: 'replace:lib' } }],
    [
      'search status:open CATEGORY:it flicker place:"Main building" from:@ada assignee:me projector',
      {
        kind: 'search',
        role: 'user',
        search: {
          q: 'flicker projector',
          status: ['open'],
          category: 'it',
          place: 'Main building',
          from: { name: 'ada' },
          assignee: 'me',
        },
      },
    ],
    ['search from:“Ada Okafor”', { kind: 'search', role: 'user', search: { from: { name: 'Ada Okafor' } } }],
    ['search from:<@U01ADA|ada>', { kind: 'search', role: 'user', search: { from: { name: 'U01ADA' } } }],
    [
      'search category:technical lamp',
      { kind: 'search', role: 'user', search: { q: 'lamp', category: 'it' } },
    ],
    ['search status:all lamp', { kind: 'search', role: 'user', search: { q: 'lamp' } }],
    ['search https://from:me', { kind: 'search', role: 'user', search: { q: 'https://from:me' } }],
    ['search wifi as helpdesk', { kind: 'search', role: 'helpdesk', search: { q: 'wifi' } }],
    ['sync 12', { kind: 'sync', number: 12 }],
    ['the wifi is down', { kind: 'filing', role: 'user', description: 'the wifi is down' }],
    ['the wifi is down as user', { kind: 'filing', role: 'user', description: 'the wifi is down' }],
    ['two\nlines', { kind: 'filing', role: 'user', description: 'two\nlines' }],
  ])('understands “%s”', (typed, command) => {
    expect(readTicket(typed)).toEqual(command);
  });

  test.each([
    'list of broken lamps in hall 2',
    'help, the door is stuck',
    'help the door is stuck',
    '12 chairs are broken',
    '#12 is broken again',
    'searching for the lost key of room 3',
    'list open windows in hall 2',
    'sync of my phone fails',
    'assembly hall is cold',
    'nobody works as expected',
  ])('takes “%s” for a report, though it begins like a subcommand', typed => {
    expect(readTicket(typed)).toEqual({ kind: 'filing', role: 'user', description: typed });
  });

  test.each([
    ['list purple', 'There is no status “purple”. Type `/ticket list open` (or `active`, `closed`, `all`).'],
    ['list closed', 'Only the helpdesk sees closed tickets. Type `/ticket list closed as helpdesk`.'],
    ['search', 'Say what to look for, such as `/ticket search wifi`.'],
    [
      'search lamp status:purple',
      'There is no status “purple”. Type `/ticket search lamp status:open` (or `active`, `closed`, `all`).',
    ],
    [
      'search lamp status:closed',
      'Only the helpdesk sees closed tickets. Type `/ticket search lamp status:closed as helpdesk`.',
    ],
    [
      'search category:x',
      'There is no category “x”. Type `/ticket search wifi category:it` (or `facility`, `service`).',
    ],
    ['search lamp from:', 'Say who reported it, such as `/ticket search lamp from:@ada`, or `from:me`.'],
    [
      'search assignee:@ lamp',
      'Say who works on it, such as `/ticket search lamp assignee:@ben`, `assignee:me` or `assignee:nobody`.',
    ],
    ['search lamp place:""', 'Say which place, such as `/ticket search lamp place:library`.'],
    ['0', 'There is no ticket #0. Type `/ticket list` to see the tickets.'],
    ['99999999999', 'There is no ticket #99999999999. Type `/ticket list` to see the tickets.'],
    ['close 12', 'Open the ticket and press its button: `/ticket 12`, or `/ticket 12 as helpdesk`.'],
    [
      '12 as boss',
      'There is no role “boss”. Type `as helpdesk` or `as user`, such as `/ticket list as helpdesk`.',
    ],
  ])('answers “%s” with one line and an example', (typed, line) => {
    expect(readTicket(typed)).toEqual({ kind: 'hint', line });
  });
});
