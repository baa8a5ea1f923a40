import { maxPeriodDays } from '@campus-desk/contract';
import { faultOf, type StatsRequest } from '../../stats/stats-request.ts';
import type { Texts } from '../../ui/texts/texts.ts';
import {
  analysisWords,
  anyOf,
  asWords,
  categoryWords,
  commandWords,
  meaningOf,
  roleWords,
  unitWords,
} from './words.ts';

/** What `/stats …` asks for. `hint` is a line for wrong input. */
export type StatsCommand =
  | { kind: 'form' }
  | { kind: 'request'; request: StatsRequest }
  | { kind: 'hint'; line: string };

type ParseStatsCommandInput = { typed: string; name: string; texts: Texts };

const asWord = `(?:^|\\s)(?:${anyOf(asWords)})\\s+`;
const asHelpdesk = new RegExp(`${asWord}(?:${anyOf(roleWords.helpdesk)})$`, 'iu');
const asAnybody = new RegExp(`${asWord}\\S+$`, 'iu');

/**
 * Reads the text after `/stats`, whose name here is `name`, in any of the languages; statistics are the helpdesk's, so
 * `as helpdesk` may stand at the end.
 */
export function parseStatsCommand({ typed, name: command, texts }: ParseStatsCommandInput): StatsCommand {
  const words = typed.normalize('NFC').trim().replace(asHelpdesk, '').trim();
  if (asAnybody.test(words)) return hint(texts.commands.stats.asHelpdesk({ command }));
  const [name = '', ...rest] = words.split(/\s+/);
  if (name === '') return { kind: 'form' };
  const help = texts.commands.stats.help({ command });
  if (name === '?' || meaningOf({ word: name, meanings: commandWords }) === 'help') return hint(help);
  const analysis = meaningOf({ word: name, meanings: analysisWords });
  if (analysis === undefined)
    return hint(`${texts.commands.stats.noAnalysis({ name: name.slice(0, 50) })} ${help}`);
  return read({ analysis, rest, command, texts });
}

/** What is asked for a number of months. */
const byMonth: readonly StatsRequest['analysis'][] = [
  'resolution',
  'response',
  'satisfaction',
  'corrections',
];

type ReadInput = { analysis: StatsRequest['analysis']; rest: string[]; command: string; texts: Texts };

function read({ analysis, rest, command, texts }: ReadInput): StatsCommand {
  const { stats } = texts.commands;
  if (rest.length === 0) return { kind: 'request', request: { analysis } };
  if (analysis === 'categories') return hint(stats.categoriesNoPeriod({ command }));
  if (analysis === 'places') return hint(stats.placesNoPeriod({ command }));
  if (analysis === 'categoriser') return hint(stats.correctionsPeriod({ command }));

  const isByMonth = byMonth.includes(analysis);
  const request: StatsRequest = isByMonth
    ? { analysis, months: withUnit({ typed: rest.join(' '), units: { '': unitWords.months } }) }
    : backlogRequest({ analysis, rest });
  if (faultOf(request) === undefined) return { kind: 'request', request };
  const shown = rest.join(' ').slice(0, 50);
  return hint(
    isByMonth
      ? stats.noMonths({ typed: shown, command, analysis })
      : stats.noPeriod({ typed: shown, command, analysis, maxDays: `${maxPeriodDays}d` }),
  );
}

/** The period, before or after it a category where only that one is asked about. */
function backlogRequest({ analysis, rest }: Pick<ReadInput, 'analysis' | 'rest'>): StatsRequest {
  const categoryIn = (word: string) =>
    analysis === 'backlog' ? meaningOf({ word, meanings: categoryWords }) : undefined;
  const category = rest.map(categoryIn).find(found => found !== undefined);
  const period = rest.filter(word => category === undefined || categoryIn(word) !== category).join(' ');
  const last = withUnit({ typed: period, units: { h: unitWords.hours, d: unitWords.days } });
  return { analysis, ...(last !== '' && { last }), ...(category !== undefined && { category }) };
}

type WithUnitInput = { typed: string; units: Record<string, readonly string[]> };

/** `36 Stunden` as `36h`; what ends in no such unit stays as it was typed. */
function withUnit({ typed, units }: WithUnitInput): string {
  const [, amount, word] = /^(.*?)\s*(\p{L}+)$/u.exec(typed) ?? [];
  const unit = word === undefined ? undefined : meaningOf({ word, meanings: units });
  return unit === undefined ? typed : `${amount}${unit}`;
}

function hint(line: string): StatsCommand {
  return { kind: 'hint', line };
}
