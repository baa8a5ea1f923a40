import { chartRequestSchema } from './request.ts';

/** A chart that nobody asked for: drawing it loads the font, the chart types and the drawing code. */
export const firstChart = chartRequestSchema.parse({
  chart: {
    type: 'bar',
    data: { labels: ['1'], datasets: [{ data: [1], backgroundColor: '#4b5563', pattern: 'stripes' }] },
    options: { plugins: { title: { display: true, text: '0123456789' } } },
  },
  width: 100,
  height: 100,
  devicePixelRatio: 1,
});
