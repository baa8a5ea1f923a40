import { describe, expect, test } from 'vitest';
import { parseStatsCommand } from '../../../../bot/listeners/commands/parse-stats-command.ts';
import { texts } from '../../../support/english.ts';

const readStats = (typed: string) => parseStatsCommand({ typed, name: '/stats', texts });

describe('parseStatsCommand', () => {
  test.each([
    ['backlog', { analysis: 'backlog' }],
    ['backlog 36h', { analysis: 'backlog', last: '36h' }],
    ['Backlog 7 days as helpdesk', { analysis: 'backlog', last: '7d' }],
    ['backlog 7d it', { analysis: 'backlog', last: '7d', category: 'it' }],
    ['backlog facility 36 hours', { analysis: 'backlog', last: '36h', category: 'facility' }],
    ['backlog service', { analysis: 'backlog', category: 'service' }],
    ['backlog 36 hours', { analysis: 'backlog', last: '36h' }],
    ['resolution', { analysis: 'resolution' }],
    ['resolution 6 months', { analysis: 'resolution', months: '6' }],
    ['categories', { analysis: 'categories' }],
    ['categoriser', { analysis: 'categoriser' }],
    ['all', { analysis: 'all' }],
    ['all 7d', { analysis: 'all', last: '7d' }],
  ])('“%s” is a request', (typed, request) => {
    expect(readStats(typed)).toEqual({ kind: 'request', request });
  });

  test.each(['', '  ', 'as helpdesk'])('“%s” asks for the form', typed => {
    expect(readStats(typed)).toEqual({ kind: 'form' });
  });

  test.each([
    'backlog 0h',
    'backlog -3d',
    'backlog 1e9d',
    'backlog yesterday',
    'backlog 731d',
    'all 0h',
    'resolution 0',
    'resolution 61',
    'categories 7d',
    'categoriser 7d',
    'weather',
    'backlog as user',
    'help',
  ])('“%s” gets one line with an example', typed => {
    const command = readStats(typed);

    expect(command).toMatchObject({ kind: 'hint', line: expect.stringMatching(/`\/stats .+`/) });
    expect(JSON.stringify(command)).not.toContain('\\n');
  });
});
