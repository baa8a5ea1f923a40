import { invalid } from '@campus-desk/contract';
import type { z } from 'zod';

/** Where the next page begins, as an opaque text. */
export function writeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

type ReadCursorInput<Position extends z.ZodType> = { cursor: string; position: Position };

/** The position in a cursor that `writeCursor` wrote; throws `validation_failed` for any other text. */
export function readCursor<Position extends z.ZodType>(input: ReadCursorInput<Position>): z.output<Position> {
  const { cursor, position } = input;
  const parsed = position.safeParse(jsonOf(Buffer.from(cursor, 'base64url').toString()));
  if (parsed.success) return parsed.data;
  throw invalid({
    path: 'cursor',
    message: 'The cursor does not belong to this list. Begin again without a cursor.',
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
