import { type Language, languages, type Report, reportSchema } from '@campus-desk/contract';
import { createLogger, type Service } from '@campus-desk/service-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Parts } from '../../../analytics/service.ts';
import { createAnalytics } from '../../../analytics/start.ts';
import { ben, fileTicket, startTestApi } from '../../support/api.ts';
import { emptyTestDatabase } from '../../support/database.ts';

type ServiceName = keyof typeof createAnalytics;

let api: Awaited<ReturnType<typeof startTestApi>>;
let services: Record<ServiceName, Service>;

beforeAll(async () => {
  await emptyTestDatabase();
  api = await startTestApi();
  api.clock.set('2026-10-20T08:00:00Z');
  const { number } = await fileTicket(api);
  await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, category: 'service' });
  await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, status: 'active' });
  api.clock.pass(3.5 * 3600);
  await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, status: 'closed' });
  api.clock.set('2026-11-20T08:00:00Z');
  await fileTicket(api);
  const active = await fileTicket(api);
  await api.call(`PATCH /v1/tickets/${active.number}`, { actor: ben, status: 'active' });
  api.clock.set('2026-11-22T09:00:00Z');

  const parts: Parts = {
    client: api.client,
    clock: api.clock.now,
    timeZone: 'Europe/Rome',
    logger: createLogger({ level: 'silent' }),
    token: undefined,
  };
  const [backlog, resolution, categories, quality] = await Promise.all([
    createAnalytics.backlog(parts),
    createAnalytics.resolution(parts),
    createAnalytics.categories(parts),
    createAnalytics.quality(parts),
  ]);
  services = { backlog, resolution, categories, quality };
});

afterAll(async () => {
  await Promise.all(Object.values(services).map(service => service.close()));
  await api.close();
});

type AskInput = { service: ServiceName; path: string; language: Language };

async function ask({ service, path, language }: AskInput): Promise<Report> {
  const joined = `${path}${path.includes('?') ? '&' : '?'}language=${language}`;
  return reportSchema.parse((await services[service].inject(joined)).json());
}

const everyReport = [
  ['backlog', '/report?last=36h'],
  ['backlog', '/report?last=60d&category=it'],
  ['resolution', '/report?months=3'],
  ['categories', '/report'],
  ['categories', '/categoriser'],
  ['quality', '/report?about=response&months=3'],
  ['quality', '/report?about=satisfaction'],
  ['quality', '/report?about=places'],
  ['quality', '/report?about=corrections'],
] as const;

describe('a report', () => {
  test.each<[ServiceName, string, Language, Partial<Report>]>([
    [
      'backlog',
      '/report?last=7d',
      'de',
      {
        title: 'Noch nicht geschlossen, eröffnet in den letzten 7 Tagen',
        insight: '1 von 2 sind noch nicht in Bearbeitung; alle wurden am 20. Nov eröffnet.',
        columns: ['Tag', 'Offen', 'In Bearbeitung'],
        alt: '2 Tickets, in den letzten 7 Tagen eröffnet, sind noch nicht geschlossen: 1 offen, 1 in Bearbeitung.',
      },
    ],
    [
      'backlog',
      '/report?last=1h',
      'fr',
      { title: 'Ouverts dans la dernière heure, pas encore clos', insight: 'Rien n’est en attente.' },
    ],
    [
      'resolution',
      '/report?months=2',
      'de',
      {
        insight: 'Das einzige geschlossene war nach 3,5 Stunden erledigt.',
        rows: [
          ['Okt 2026', '3,5 Std.', '3,5 Std.', '3,5 Std.', '1 von 1'],
          ['Nov 2026', '–', '–', '–', '0 von 2, nicht beendet'],
        ],
      },
    ],
    [
      'resolution',
      '/report?months=2',
      'fr',
      {
        title: 'Durée de l’ouverture à la clôture, 2 derniers mois',
        rows: [
          ['oct. 2026', '3,5 h', '3,5 h', '3,5 h', '1 sur 1'],
          ['nov. 2026', '–', '–', '–', '0 sur 2, pas terminé'],
        ],
      },
    ],
    [
      'categories',
      '/report',
      'de',
      { title: 'Tickets in Bearbeitung nach Kategorie', columns: ['Kategorie', 'In Bearbeitung'] },
    ],
    ['categories', '/report', 'fr', { columns: ['Catégorie', 'En cours'] }],
    [
      'quality',
      '/report?about=corrections&months=2',
      'fr',
      { columns: ['Mois', 'Envoyés', 'Corrigés', 'était Bâtiments', 'était Informatique', 'était Services'] },
    ],
    [
      'quality',
      '/report?about=response&months=2',
      'de',
      { title: 'Zeit bis zur ersten Antwort, letzte 2 Monate' },
    ],
  ])('of %s%s reads in %s', async (service, path, language, words) => {
    expect(await ask({ service, path, language })).toMatchObject(words);
  });

  test.each(everyReport)('of %s%s is in English where no language is asked for', async (service, path) => {
    const { generatedAt, ...report } = await ask({ service, path, language: 'en' });
    const unasked = (await services[service].inject(path)).json();

    expect(unasked).toEqual({ ...report, generatedAt });
  });

  test.each(everyReport)('of %s%s keeps the rows for programs in every language', async (service, path) => {
    const { raw } = await ask({ service, path, language: 'en' });

    for (const language of languages) expect((await ask({ service, path, language })).raw).toEqual(raw);
  });

  test.each(everyReport)('of %s%s fits a phone in every language', async (service, path) => {
    for (const language of languages) {
      const { short } = await ask({ service, path, language });
      if (short === undefined) continue;
      const cells = [short.columns, ...short.rows.map(row => row.map(String))];
      const widths = short.columns.map((_, index) => Math.max(...cells.map(row => row[index]?.length ?? 0)));
      const width = widths.reduce((sum, one) => sum + one + 1, -1);
      expect(width, `${language}: ${short.columns.join(' ')}`).toBeLessThanOrEqual(40);
    }
  });

  test.each(everyReport)('of %s%s refuses a language that nobody reads', async (service, path) => {
    const response = await services[service].inject(`${path}${path.includes('?') ? '&' : '?'}language=la`);

    expect(response.statusCode).toBe(400);
    expect(response.json().detail).toContain('Write one of language=en, it, de, es, fr.');
  });
});
