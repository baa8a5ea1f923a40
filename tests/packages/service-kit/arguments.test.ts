import { readArguments } from '@campus-desk/service-kit';
import { describe, expect, test } from 'vitest';

const options = { empty: { type: 'boolean', default: false }, tickets: { type: 'string' } } as const;

describe('the command line', () => {
  test('gives the options by name', () => {
    expect(readArguments({ options, args: ['--empty', '--tickets', '9'] })).toMatchObject({
      options: { empty: true, tickets: '9' },
      wantsHelp: false,
    });
    expect(readArguments({ options, args: [] })).toMatchObject({ options: { empty: false }, words: [] });
  });

  test.each(['--help', '-h'])('asks for help with %s', word => {
    expect(readArguments({ args: [word] }).wantsHelp).toBe(true);
  });

  test('gives the words of a program that takes some', () => {
    expect(readArguments({ takesWords: true, args: ['backlog'] }).words).toEqual(['backlog']);
  });

  test.each([
    [['--emtpy'], "Unknown option '--emtpy'. Known options: --empty, --tickets, --help."],
    [['empty'], "Unexpected argument 'empty'. Known options: --empty, --tickets, --help."],
    [['--empty=no'], /^Option '--empty' does not take an argument\. Known options: /],
    [['--tickets'], /^Option '--tickets <value>' argument missing\. Known options: /],
  ])('%j is refused in one line that names the known options', (args, line) => {
    expect(() => readArguments({ options, args })).toThrow(line);
  });
});
