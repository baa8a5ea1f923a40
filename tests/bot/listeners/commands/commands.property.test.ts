import { backlogQuerySchema, periodHours, resolutionQuerySchema } from '@campus-desk/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStatsCommand } from '../../../../bot/listeners/commands/parse-stats-command.ts';
import { parseTicketCommand } from '../../../../bot/listeners/commands/parse-ticket-command.ts';
import { faultOf } from '../../../../bot/stats/stats-request.ts';
import { texts } from '../../../support/english.ts';

const readStats = (typed: string) => parseStatsCommand({ typed, name: '/stats', texts });

const readTicket = (typed: string) => parseTicketCommand({ typed, name: '/ticket', texts });

const space = fc.constantFrom(' ', '  ', '\t', '\n');
const word = fc.constantFrom(
  ...['list', 'open', 'closed', 'all', 'search', 'sync', '12', '#7', '0', '99999999999', 'help', '?', 'as'],
  ...[
    'helpdesk',
    'user',
    'wifi',
    'view',
    'close',
    'new',
    'backlog',
    '36h',
    '7 days',
    '1e3',
    '-1',
    '٣h',
    '<!here>',
  ],
);
const typed = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(fc.tuple(word, space), { maxLength: 6 }).map(pairs => pairs.flat().join('')),
);

describe('/ticket with anything behind it', () => {
  test('is one command, and what fits no grammar is filed as it was typed', () => {
    fc.assert(
      fc.property(typed, text => {
        const command = readTicket(text);
        if (command.kind === 'filing' && command.description !== '')
          expect(text).toContain(command.description);
        if (command.kind === 'hint') expect(command.line).not.toBe('');
        if ('number' in command) {
          expect(Number.isInteger(command.number)).toBe(true);
          expect(command.number).toBeGreaterThan(0);
          expect(command.number).toBeLessThanOrEqual(2_147_483_647);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('reads the same with other spaces around it and with any letter case of its words', () => {
    const command = fc.constantFrom(
      'list open',
      'search x',
      'sync 3',
      '12',
      'help',
      'list closed as helpdesk',
    );
    fc.assert(
      fc.property(command, space, space, (text, before, after) => {
        expect(readTicket(`${before}${text}${after}`)).toEqual(readTicket(text));
        expect(readTicket(text.replace(/^(list|sync|help)/, name => name.toUpperCase()))).toEqual(
          readTicket(text),
        );
      }),
    );
  });
});

describe('/stats with anything behind it', () => {
  test('is a request that can be answered, or a line that says what to type', () => {
    fc.assert(
      fc.property(typed, text => {
        const command = readStats(text);
        if (command.kind === 'request') expect(faultOf(command.request)).toBeUndefined();
        if (command.kind === 'hint') expect(command.line).toContain('/stats');
      }),
      { numRuns: 1000 },
    );
  });

  test('takes every whole period from an hour to two years, and no other', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99_999 }), fc.constantFrom('h', 'd', 'H', 'D'), (amount, unit) => {
        const hours = amount * (unit.toLowerCase() === 'h' ? 1 : 24);
        const isInRange = hours >= 1 && hours <= 730 * 24;
        const parsed = backlogQuerySchema.safeParse({ last: `${amount}${unit}` });

        expect(parsed.success).toBe(isInRange);
        if (parsed.success) expect(periodHours(parsed.data.last)).toBe(hours);
        expect(readStats(`backlog ${amount}${unit}`).kind).toBe(isInRange ? 'request' : 'hint');
      }),
    );
  });

  test('takes every whole number of months from 1 to 60, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 200 }), months => {
        const isInRange = months >= 1 && months <= 60;
        expect(resolutionQuerySchema.safeParse({ months: `${months}` }).success).toBe(isInRange);
        expect(readStats(`resolution ${months}`).kind).toBe(isInRange ? 'request' : 'hint');
      }),
    );
  });
});
