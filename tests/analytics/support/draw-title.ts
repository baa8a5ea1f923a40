import { GlobalFonts } from '@napi-rs/canvas';
import { draw, prepareDrawing } from '../../../analytics/charts/draw.ts';

// A program of its own: says how many fonts the machine offers, and draws a chart that is only its title.
const found = GlobalFonts.families.length;
prepareDrawing();
const image = await draw({
  chart: {
    type: 'bar',
    data: { labels: [], datasets: [] },
    options: { plugins: { title: { display: true, text: '17 tickets', color: '#000000' } } },
  },
  width: 300,
  height: 100,
  devicePixelRatio: 1,
  backgroundColor: '#ffffff',
  format: 'png',
  version: '4',
});
process.stdout.write(JSON.stringify({ found, image: image.toString('base64') }));
