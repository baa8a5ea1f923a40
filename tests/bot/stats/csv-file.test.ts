import { expect, test } from 'vitest';
import { csvFile } from '../../../bot/stats/csv.ts';
import { sampleReport } from './sample-report.ts';

const sheet = { columns: ['Category', 'Active tickets'], rows: [['Technical IT', 3]] };

test('a file for a spreadsheet has the headers and names of people', () => {
  expect(csvFile([sampleReport({ sheet })])).toEqual({
    name: 'categories-2026-11-22.csv',
    title: 'Active tickets by category',
    text: 'Category,Active tickets\r\nTechnical IT,3\r\n',
  });
});

test('several reports are one file, each under its title', () => {
  const other = sampleReport({
    title: 'Opened, not closed yet',
    sheet: { columns: ['Day'], rows: [['22 Nov']] },
  });

  const { name, text } = csvFile([sampleReport({ sheet }), other]);

  expect(name).toBe('statistics-2026-11-22.csv');
  expect(text).toBe(
    'Active tickets by category\r\nCategory,Active tickets\r\nTechnical IT,3\r\n\r\n' +
      '"Opened, not closed yet"\r\nDay\r\n22 Nov\r\n',
  );
});
