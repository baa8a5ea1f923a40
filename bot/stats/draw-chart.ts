import type { Report } from '@campus-desk/contract';
import { withTimeout } from '@campus-desk/service-kit';
import quickChart from 'quickchart-js';
import { z } from 'zod';

// The package types its CommonJS build; Node loads the other one, where the class itself is the default export.
const QuickChart = quickChart as unknown as typeof quickChart.default;

/** A picture of a chart: an address that Slack can fetch itself, or the bytes. */
export type Picture = { url: string } | { png: Buffer };

/** In pixels of the chart; drawn twice as fine, and still readable at the 360 that Slack gives a file. */
const width = 520;
const height = 320;
const lowerHeights: Partial<Record<Report['service'], number>> = { backlog: 300, categories: 240 };

/** Longest address of an image block. */
const maxUrlLength = 3000;

type DrawChartInput = { report: Report; quickchartUrl: string; timeoutMs: number };

/** The picture of a report's chart by the QuickChart server at `quickchartUrl`; rejects when it cannot be drawn. */
export async function drawChart({ report, quickchartUrl, timeoutMs }: DrawChartInput): Promise<Picture> {
  const server = new URL(quickchartUrl);
  const chart = new QuickChart()
    .setScheme(server.protocol.slice(0, -1))
    .setHost(`${server.host}${server.pathname.replace(/\/(chart)?$/, '')}`)
    // As JSON text: an object would be sent as code, which our own server rightly refuses.
    .setConfig(JSON.stringify(report.chart))
    .setVersion('4')
    .setFormat('png')
    // Ours stands on Slack's own background, light or dark; another server's own colours may need white.
    .setBackgroundColor(isPublic(server) ? '#ffffff' : 'transparent')
    .setDevicePixelRatio(2)
    .setWidth(width)
    .setHeight(lowerHeights[report.service] ?? height);
  if (isPublic(server)) {
    const url = chart.getUrl();
    const linked = url.length <= maxUrlLength ? url : await shortUrl({ chart, server, timeoutMs });
    // A server that has no short addresses, such as QuickChart's open one, still draws.
    if (linked !== undefined && linked.length <= maxUrlLength) return { url: linked };
  }
  // The library has no time limit of its own.
  return { png: await withTimeout({ work: chart.toBinary(), ms: timeoutMs, what: 'chart' }) };
}

/** Whether Slack's servers can fetch from there: https, and no address of this machine or of a private network. */
export function isPublic({ protocol, hostname }: URL): boolean {
  if (protocol !== 'https:' || !hostname.includes('.') || hostname.startsWith('[')) return false;
  return !/^(127|10|169\.254|192\.168|172\.(1[6-9]|2\d|3[01]))\.|\.(local|internal|lan|home\.arpa)$/.test(
    hostname,
  );
}

/** What a server answers that has made a short address. */
const createdSchema = z.object({ url: z.string() });

type ShortUrlInput = { chart: InstanceType<typeof QuickChart>; server: URL; timeoutMs: number };

/** As the library's own getShortUrl(), which works with quickchart.io alone; undefined where the server makes none. */
async function shortUrl({ chart, server, timeoutMs }: ShortUrlInput): Promise<string | undefined> {
  const response = await fetch(
    new URL(`${server.pathname.replace(/\/(chart)?$/, '')}/chart/create`, server),
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(chart.getPostData()),
      signal: AbortSignal.timeout(timeoutMs),
    },
  );
  return createdSchema.safeParse(await response.json().catch(() => undefined)).data?.url;
}
