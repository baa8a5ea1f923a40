import { z } from 'zod';
import { asVersion2 } from './as-version-2.ts';
import { configurationSchema } from './configuration.ts';

const formats = ['png', 'svg'] as const;

/** Most pixels of an image, the device pixel ratio included: 32 MB of memory. */
const maxPixels = 8_000_000;

const edge = z.coerce.number().int().min(1).max(4000);

/** Every name of QuickChart, the short ones too; what we do not use (`key`, `ref`) is ignored. */
const rawSchema = z.object({
  chart: z.unknown().optional(),
  c: z.unknown().optional(),
  width: edge.optional(),
  w: edge.optional(),
  height: edge.optional(),
  h: edge.optional(),
  devicePixelRatio: z.coerce.number().min(0.5).max(4).default(2),
  backgroundColor: z.string().optional(),
  bkg: z.string().optional(),
  format: z.string().optional(),
  f: z.string().optional(),
  version: z.union([z.string(), z.number()]).optional(),
  v: z.union([z.string(), z.number()]).optional(),
  encoding: z.enum(['url', 'base64']).default('url'),
});

const chosenSchema = z.object({
  chart: configurationSchema,
  width: z.number(),
  height: z.number(),
  devicePixelRatio: z.number(),
  backgroundColor: z
    .string()
    .regex(/^[#a-z0-9(),.%\s/-]{1,64}$/i, { error: 'is not a colour; write one such as #ffffff' }),
  format: z
    .string()
    .toLowerCase()
    .pipe(z.enum(formats, { error: 'This server draws png and svg; write format=png.' })),
  version: z.string().regex(/^[234](\.|$)/, { error: 'This server draws with Chart.js 4; write version=4.' }),
});

/** A chart to draw, by query or by body, in the words of QuickChart and with its standards. */
export const chartRequestSchema = rawSchema
  .transform(({ chart, c, encoding, ...raw }) => ({
    chart: decode({ chart: chart ?? c, encoding }),
    width: raw.width ?? raw.w ?? 500,
    height: raw.height ?? raw.h ?? 300,
    devicePixelRatio: raw.devicePixelRatio,
    backgroundColor: raw.backgroundColor ?? raw.bkg ?? 'transparent',
    format: raw.format ?? raw.f ?? 'png',
    version: String(raw.version ?? raw.v ?? 4),
  }))
  .pipe(chosenSchema)
  .refine(({ width, height, devicePixelRatio }) => width * height * devicePixelRatio ** 2 <= maxPixels, {
    path: ['width'],
    error: `The image is too large. Keep width × height × devicePixelRatio² under ${maxPixels} pixels.`,
  })
  .transform(request =>
    request.version.startsWith('2') ? { ...request, chart: asVersion2(request.chart) } : request,
  );

export type ChartRequest = z.output<typeof chartRequestSchema>;

function decode({ chart, encoding }: { chart: unknown; encoding: 'url' | 'base64' }): unknown {
  if (encoding === 'url' || typeof chart !== 'string') return chart;
  return Buffer.from(chart, 'base64').toString('utf8');
}
