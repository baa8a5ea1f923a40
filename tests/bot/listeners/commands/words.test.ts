import { languages } from '@campus-desk/contract';
import { describe, expect, test } from 'vitest';
import { parseStatsCommand } from '../../../../bot/listeners/commands/parse-stats-command.ts';
import { parseTicketCommand } from '../../../../bot/listeners/commands/parse-ticket-command.ts';
import * as words from '../../../../bot/listeners/commands/words.ts';
import { catalogues, textsIn } from '../../../../bot/ui/texts/texts.ts';
import { texts } from '../../../support/english.ts';

const readTicket = (typed: string) => parseTicketCommand({ typed, name: '/ticket', texts });
const readStats = (typed: string) => parseStatsCommand({ typed, name: '/stats', texts });

const { commandWords, buttonWords, listWords, roleWords, analysisWords, unitWords, categoryWords } = words;
const { filterWords, personWords } = words;
const vocabularies = {
  commandWords,
  buttonWords,
  listWords,
  roleWords,
  analysisWords,
  unitWords,
  categoryWords,
  filterWords,
  personWords,
};

describe.each(Object.entries(vocabularies))('of the %s', (_name, meanings) => {
  test('none means two things, also without its accents', () => {
    const spellings = Object.values(meanings).flatMap(list => [...new Set(list.map(words.fold))]);

    expect(spellings.filter((word, index) => spellings.indexOf(word) !== index)).toEqual([]);
  });
});

test.each([
  ['elenco', { kind: 'list', role: 'user', name: 'all' }],
  ['Lista mis tickets', { kind: 'list', role: 'user', name: 'mine' }],
  ['liste en cours', { kind: 'list', role: 'user', name: 'active' }],
  ['LISTE IN BEARBEITUNG als Helpdesk', { kind: 'list', role: 'helpdesk', name: 'active' }],
  ["liste file d'attente en tant qu'utilisateur", { kind: 'filing', role: 'user' }],
  ["liste file d'attente comme assistance", { kind: 'list', role: 'helpdesk', name: 'queue' }],
  ['elenco chiusi come helpdesk', { kind: 'list', role: 'helpdesk', name: 'closed' }],
  ['aiuto', { kind: 'help' }],
  ['12 como soporte', { kind: 'ticket', role: 'helpdesk', number: 12 }],
  ['voir 12', { kind: 'ticket', role: 'user', number: 12 }],
  ['suchen WLAN als Helpdesk', { kind: 'search', role: 'helpdesk', search: { q: 'WLAN' } }],
  ['cerca luce aula 2', { kind: 'search', role: 'user', search: { q: 'luce aula 2' } }],
  ['suche WLAN', { kind: 'search', role: 'user', search: { q: 'WLAN' } }],
  ['Busca proyector', { kind: 'search', search: { q: 'proyector' } }],
  ['cherche wifi stato:aperti', { kind: 'search', search: { q: 'wifi', status: ['open'] } }],
  ['buscar luz categoría:informática', { kind: 'search', search: { q: 'luz', category: 'it' } }],
  ['rechercher wifi', { kind: 'search', search: { q: 'wifi' } }],
  [
    'cercare proiettore da:io luogo:biblioteca',
    { kind: 'search', search: { from: 'me', place: 'biblioteca' } },
  ],
  [
    'finde Lampe zuständig:niemand Ort:„Haus Nord“',
    { kind: 'search', search: { q: 'Lampe', assignee: 'nobody' } },
  ],
  ['suchen von:Mir', { kind: 'search', search: { from: { name: 'Mir' } } }],
  ['suchen von:ich', { kind: 'search', search: { from: 'me' } }],
  ['find wifi status:open', { kind: 'search', search: { q: 'wifi', status: ['open'] } }],
  ['zeige 12', { kind: 'ticket', role: 'user', number: 12 }],
  ['abrir 12', { kind: 'ticket', role: 'user', number: 12 }],
  ['open 12', { kind: 'ticket', role: 'user', number: 12 }],
  ['show open tickets', { kind: 'list', role: 'user', name: 'open' }],
  ['mostra tutti', { kind: 'list', role: 'user', name: 'all' }],
  ['listar abiertos', { kind: 'list', role: 'user', name: 'open' }],
  ['segnalare', { kind: 'filing', description: '' }],
  ['cierra 12', { kind: 'hint' }],
  ['Such a smell in the hall', { kind: 'filing' }],
  ['Open window in room 12', { kind: 'filing' }],
  ['schliessen 12', { kind: 'hint' }],
  ['elenco viola', { kind: 'hint' }],
  ['liste als Hausmeister', { kind: 'hint' }],
  ['cerca de la biblioteca no hay luz', { kind: 'filing', role: 'user' }],
  ['come mai', { kind: 'filing', role: 'user' }],
  ['find no way into the lab', { kind: 'filing', description: 'find no way into the lab' }],
  ['trova la porta chiusa chi arriva presto', { kind: 'filing' }],
  ['Finde keinen Weg ins Labor', { kind: 'filing' }],
  ['finden den Schlüssel zum Labor nicht', { kind: 'filing' }],
  ['encuentra el aula cerrada: nadie abre', { kind: 'filing' }],
  ['trouve la salle fermée chaque matin', { kind: 'filing' }],
  ['Recherche clé du labo', { kind: 'filing' }],
  ['aide, la porte est bloquée', { kind: 'filing', role: 'user' }],
  ['Liste der defekten Lampen in Hörsaal 2', { kind: 'filing', role: 'user' }],
])('“%s” is understood whatever the language of its person', (typed, command) => {
  expect(readTicket(typed)).toMatchObject(command);
});

test.each(['me', 'mir', 'yo', 'moi', 'nobody'])('somebody called %s is found by @ and name', name => {
  const search = { from: { name }, assignee: { name } };

  expect(readTicket(`search from:@${name} assignee:@${name}`)).toEqual({
    kind: 'search',
    role: 'user',
    search,
  });
});

test.each([
  ['arretrato 36 ore', { analysis: 'backlog', last: '36h' }],
  ['Rückstand 3 Tage Gebäude als Helpdesk', { analysis: 'backlog', last: '3d', category: 'facility' }],
  ['ruckstand 3Tage', { analysis: 'backlog', last: '3d' }],
  ['pendientes informática 7 días', { analysis: 'backlog', last: '7d', category: 'it' }],
  ['résolution 6 mois', { analysis: 'resolution', months: '6' }],
  ['alles 2 Tage', { analysis: 'all', last: '2d' }],
])('statistics of “%s” are understood', (typed, request) => {
  expect(readStats(typed)).toEqual({ kind: 'request', request });
});

describe.each(languages)('what the catalogue in %s tells people to type', language => {
  const written = textsIn(language);

  test('is understood as it stands there', () => {
    const examples = [...JSON.stringify(catalogues[language].commands).matchAll(/`\{command\} ?([^`]*)`/g)]
      .map(([, typed = '']) => typed.replace('{number}', '12'))
      .filter(typed => typed !== '' && !typed.includes('{analysis}'));
    const kinds = examples.map(typed => [typed, [readTicket(typed).kind, readStats(typed).kind]] as const);
    const report = written.commands.help.report({ command: '' }).split('`')[1]?.trim();
    const unknown = kinds.filter(([, [ticket, stats]]) => ticket === 'filing' && stats !== 'request');

    expect(examples.length).toBeGreaterThan(20);
    expect(unknown.map(([typed]) => typed)).toEqual([report]);
    expect(kinds.filter(([, found]) => found.every(kind => kind === 'hint'))).toEqual([]);
  });

  test('is understood where several forms of one command are listed', () => {
    const quoted = written.commands.help.list({ command: '/ticket' }).split('`');
    const lists = quoted.filter((typed, index) => index % 2 === 1 && !typed.startsWith('/'));
    const names = lists.map(typed => readTicket(`${typed} as helpdesk`));

    expect(names.map(command => 'name' in command && command.name)).toEqual([
      ...['open', 'active', 'closed', 'all', 'mine'],
    ]);
  });
});
