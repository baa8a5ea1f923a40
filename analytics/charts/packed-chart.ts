import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type ChartRequest, chartRequestSchema } from './request.ts';

/** Longest that a chart may become when it is read out of an address, in bytes. */
const maxBytes = 200_000;

/** A chart as the last part of an address, which every copy of the service can read. */
export function packChart(request: ChartRequest): string {
  // Already in the words of version 4, whatever it was asked in.
  const text = JSON.stringify({ ...request, version: '4' });
  return deflateRawSync(text, { level: 9 }).toString('base64url');
}

/** The chart that an address holds; undefined when it holds none. */
export function unpackChart(packed: string): ChartRequest | undefined {
  try {
    const text = inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: maxBytes });
    return chartRequestSchema.parse(JSON.parse(text.toString('utf8')));
  } catch {
    return undefined;
  }
}
