import { categories, maxPeriodDays, topics } from '@campus-desk/contract';
import { faultOf, type StatsRequest } from '../../stats/stats-request.ts';

/** What `/stats …` asks for. `hint` is a line for wrong input. */
export type StatsCommand =
  | { kind: 'form' }
  | { kind: 'request'; request: StatsRequest }
  | { kind: 'hint'; line: string };

type ParseStatsCommandInput = { typed: string; name: string };

/**
 * Reads the text after `/stats`, whose name here is `name`; statistics are the helpdesk's, so `as helpdesk` may stand
 * at the end.
 */
export function parseStatsCommand({ typed, name: command }: ParseStatsCommandInput): StatsCommand {
  const words = typed
    .trim()
    .replace(/(^|\s)as\s+helpdesk$/i, '')
    .trim();
  if (/(^|\s)as\s+\S+$/i.test(words))
    return hint(`Statistics are for the helpdesk. Type \`${command} backlog 36h as helpdesk\`.`);
  const [name = '', ...rest] = words.toLowerCase().split(/\s+/);
  if (name === '') return { kind: 'form' };
  if (name === 'help' || name === '?') return hint(statsHelp(command));
  const analysis = [...topics, 'all' as const].find(known => known === name);
  if (analysis === undefined)
    return hint(`There is no analysis “${name.slice(0, 50)}”. ${statsHelp(command)}`);
  return read({ analysis, rest: rest.join(' '), command });
}

/** What is asked for a number of months. */
const byMonth: readonly StatsRequest['analysis'][] = [
  'resolution',
  'response',
  'satisfaction',
  'corrections',
];

type ReadInput = { analysis: StatsRequest['analysis']; rest: string; command: string };

function read({ analysis, rest, command }: ReadInput): StatsCommand {
  if (rest === '') return { kind: 'request', request: { analysis } };
  if (analysis === 'categories')
    return hint(`Categories take no period: they count what is active now. Type \`${command} categories\`.`);
  if (analysis === 'places')
    return hint(`Places take no period: they count what is not closed now. Type \`${command} places\`.`);
  if (analysis === 'categoriser')
    return hint(`Corrections are shown for the last 12 months. Type \`${command} categoriser\`.`);

  const isByMonth = byMonth.includes(analysis);
  const request: StatsRequest = isByMonth
    ? { analysis, months: rest.replace(/\s*(months?|m)$/, '') }
    : backlogRequest({ analysis, rest });
  if (faultOf(request) === undefined) return { kind: 'request', request };
  const shown = rest.slice(0, 50);
  return hint(
    isByMonth
      ? `“${shown}” is not a number of months from 1 to 60. Type \`${command} ${analysis} 12\`.`
      : `“${shown}” is not a period from 1h to ${maxPeriodDays}d. Type \`${command} ${analysis} 36h\`.`,
  );
}

/** The period, before or after it a category where only that one is asked about. */
function backlogRequest({ analysis, rest }: Omit<ReadInput, 'command'>): StatsRequest {
  const words = rest.split(' ');
  const category = analysis === 'backlog' ? categories.find(one => words.includes(one)) : undefined;
  const period = words.filter(word => word !== category).join(' ');
  const last = period.replace(/\s*(hours?|h)$/, 'h').replace(/\s*(days?|d)$/, 'd');
  return { analysis, ...(last !== '' && { last }), ...(category !== undefined && { category }) };
}

function statsHelp(command: string): string {
  const forms = ['backlog 36h', 'backlog 7d it', 'resolution 12', 'response 12', 'categories', 'all'].map(
    form => `\`${command} ${form}\``,
  );
  return `Type ${forms.join(', ')}, \`${command} satisfaction\`, \`${command} places\` or \`${command} corrections\`; \`${command}\` alone lets you choose.`;
}

function hint(line: string): StatsCommand {
  return { kind: 'hint', line };
}
