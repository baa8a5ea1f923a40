import type { AnswerCount, CategoryAnswers, Language } from '@campus-desk/contract';
import { describe, expect, test } from 'vitest';
import { configurationSchema } from '../../../analytics/charts/configuration.ts';
import { satisfactionReport } from '../../../analytics/quality/satisfaction/report.ts';
import { textsIn } from '../../../analytics/texts/texts.ts';
import { texts } from '../support/summary.ts';

const now = new Date('2026-11-22T09:00:00Z');
const none = { closed: 0, solved: 0, notSolved: 0, followUps: 0 };
const reportOf = (it: Partial<CategoryAnswers>, answers: AnswerCount[] = [], language: Language = 'en') =>
  satisfactionReport({
    summary: {
      timeZone: 'Europe/Rome',
      categories: [
        { category: 'facility', ...none, closed: 10, solved: 3, notSolved: 1 },
        { category: 'it', ...none, ...it },
        { category: 'service', ...none },
      ],
      answers,
    },
    months: 12,
    now,
    texts: textsIn(language),
  });

describe('satisfactionReport', () => {
  test('leads with the share, and says how many of how many have answered', () => {
    const report = reportOf({ closed: 20, solved: 12, notSolved: 0, followUps: 1 });

    expect(report).toMatchObject({
      title: 'Solved? Tickets of the last 12 months',
      insight: 'Of 16 reporters who answered, 94 % say that it is solved.',
      figures: [
        { label: 'Solved', value: '94 %' },
        { label: 'Answered', value: '16 of 30' },
        { label: 'Followed up', value: 1 },
      ],
      rows: [
        ['Facility management', 10, 3, 1, 6, 0],
        ['Technical IT', 20, 12, 0, 8, 1],
        ['Services complaint', 0, 0, 0, 0, 0],
      ],
    });
    expect(report.short).toEqual({
      columns: ['', 'Facility', 'IT', 'Services'],
      rows: [
        ['Closed', 10, 20, 0],
        ['Yes', 3, 12, 0],
        ['Not really', 1, 0, 0],
        ['No answer', 6, 8, 0],
        ['Follow-ups', 0, 1, 0],
      ],
    });
    expect(report.alt).toContain('Technical IT: 12 yes, 0 not really, 20 closed, 1 follow-up;');
    expect(configurationSchema.safeParse(report.chart).success).toBe(true);
  });

  test('says what was solved by an answer before it was filed', () => {
    const report = reportOf({ closed: 20, solved: 12, notSolved: 0 }, [
      { title: 'Joining eduroam', solved: 4 },
      { title: 'Resetting a password', solved: 1 },
    ]);

    expect(report.figures).toContainEqual({ label: 'Solved before filing', value: 5 });
    expect(report.insight).toContain(
      ' 5 problems were solved by an answer before filing, most often “Joining eduroam”.',
    );
  });

  test('says so where nobody has answered, or nothing is closed', () => {
    const empty = (categories: CategoryAnswers[]) =>
      satisfactionReport({ summary: { timeZone: 'UTC', categories, answers: [] }, months: 1, now, texts })
        .insight;

    expect(empty([{ category: 'it', ...none }])).toBe('No ticket of this time is closed.');
    expect(empty([{ category: 'it', ...none, closed: 2 }])).toBe(
      'Nobody has said yet whether their ticket is solved.',
    );
  });

  test('a long name stands in two lines under its bar', () => {
    expect(reportOf({}, [], 'fr').chart.data.labels).toEqual([
      ['Bâtiments et', 'maintenance'],
      'Informatique',
      ['Réclamation sur un', 'service'],
    ]);
  });
});
