import { z } from 'zod';
import type { MessageMetadata } from '../state/stored-message.ts';
import { notJson } from './argument-types.ts';
import { SlackFailure } from './slack-failure.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const flat = z.record(z.string(), scalar);
const value = z.union([scalar, flat, z.array(z.union([scalar, flat]))]);

const metadataSchema = z.strictObject({
  event_type: z.string().min(1).max(255),
  event_payload: z.record(z.string(), value),
});

/** Slack has a limit but does not publish it. */
const maxLength = 16_000;

/** Reads `metadata`; an empty object means none. */
export function readMetadata(metadata: unknown): MessageMetadata | undefined {
  if (metadata === undefined || metadata === null) return undefined;
  if (metadata === notJson || typeof metadata !== 'object') throw new SlackFailure('invalid_metadata_format');
  if (Object.keys(metadata).length === 0) return undefined;
  const parsed = metadataSchema.safeParse(metadata);
  if (!parsed.success) throw new SlackFailure('invalid_metadata_schema');
  if (JSON.stringify(metadata).length > maxLength) throw new SlackFailure('metadata_too_large');
  return parsed.data;
}
