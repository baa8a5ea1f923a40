import type { Report } from '@campus-desk/contract';

/** A report as the categories service answers it. */
export function sampleReport(changes: Partial<Report> = {}): Report {
  return {
    service: 'categories',
    title: 'Active tickets by category',
    generatedAt: '2026-11-22T09:00:00.000Z',
    timeZone: 'Europe/Rome',
    figures: [
      { label: 'Active', value: 3 },
      { label: 'Technical IT', value: 3 },
    ],
    columns: ['Category', 'Active'],
    rows: [
      ['Facility management', 0],
      ['Technical IT', 3],
    ],
    raw: {
      columns: ['category', 'active'],
      rows: [
        ['facility', 0],
        ['it', 3],
      ],
    },
    alt: '3 tickets are active: Facility management 0, Technical IT 3.',
    chart: { type: 'bar', data: { labels: ['a'], datasets: [{ data: [1] }] }, options: {} },
    ...changes,
  };
}
