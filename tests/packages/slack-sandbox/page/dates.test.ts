import { formatDate } from 'slack-sandbox/page';
import { describe, expect, test } from 'vitest';

const timestamp = Date.UTC(2026, 10, 30, 12, 5) / 1000;
const day = 86_400;
const fallback = '2026-11-30 12:05 UTC';

describe('dates of Slack’s tokens', () => {
  test.each([
    ['en-US', 'today', '20 Nov 2026'],
    ['de-DE', 'heute', '20. Nov. 2026'],
    ['it-IT', 'oggi', '20 nov 2026'],
    ['fr-FR', 'aujourd’hui', '20 nov. 2026'],
    ['es-ES', 'hoy', '20 nov 2026'],
  ])('are read in the language of who reads them: %s', (locale, near, far) => {
    const shown = { format: '{date_short_pretty}', fallback, now: timestamp, locale };

    const words = [timestamp, timestamp - 10 * day].map(when => formatDate({ ...shown, timestamp: when }));

    expect(words).toEqual([near, far]);
  });

  test('are what the app says instead, where a token is unknown', () => {
    const words = formatDate({ timestamp, format: '{date_of_birth}', fallback, now: timestamp });

    expect(words).toBe(fallback);
  });
});
