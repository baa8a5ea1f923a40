import {
  type AppError,
  type Because,
  becauseSchema,
  categories,
  type FieldError,
} from '@campus-desk/contract';
import { z } from 'zod';
import type { Texts } from '../../ui/texts/texts.ts';

type SayInput = {
  texts: Texts;
  /** What `/ticket` is called here, for sentences that name it. */
  command: string;
};

/** What an error says to a person, in their language. */
export function sayError({ error, texts, command }: SayInput & { error: AppError }): string {
  const because = becauseSchema.parse(error.details);
  const said = sayReason({ because, texts, command });
  if (said !== undefined) return said;
  const { code } = error;
  if (code === 'idempotency_mismatch') return texts.errors.code.idempotency_mismatch({ command });
  if (code === 'internal' || code === 'unauthorized' || !isForeign({ error, texts })) return error.message;
  const [field] = fieldErrorsSchema.parse({ errors: [], ...error.details }).errors;
  return sayReason({ because: field ?? {}, texts, command }) ?? texts.errors.code[code];
}

const fieldErrorsSchema = z.object({
  errors: z.array(z.object({ path: z.string(), message: z.string(), ...becauseSchema.shape })).catch([]),
});

/** What an error says to a person about each field, in their language. */
export function sayFieldErrors({ error, texts, command }: SayInput & { error: AppError }): FieldError[] {
  const { errors } = fieldErrorsSchema.parse({ errors: [], ...error.details });
  return errors.map(({ path, message, ...because }) => {
    const said = sayReason({ because, texts, command });
    return { path, message: said ?? (isForeign({ error, texts }) ? texts.errors.field : message) };
  });
}

type IsForeignInput = { error: AppError; texts: Texts };

/** A service says everything in English; what the bot says itself is in the person's language. */
function isForeign({ error, texts }: IsForeignInput): boolean {
  return error.details.requestId !== undefined && texts.language !== 'en';
}

type SayReasonInput = SayInput & { because: Partial<Because> };

function sayReason({ because, texts, command }: SayReasonInput): string | undefined {
  const { reason, values = {} } = because;
  if (reason === undefined) return undefined;
  // Each reason comes with the values that its sentence names, and a surplus one is not said.
  const message = texts.errors.reason[reason] as string | ((values: object) => string);
  if (typeof message === 'string') return message;
  const category = categories.find(one => one === values.category);
  const named = { name: texts.errors.somebody, ...values, command };
  return message(category === undefined ? named : { ...named, category: texts.common.category[category] });
}
