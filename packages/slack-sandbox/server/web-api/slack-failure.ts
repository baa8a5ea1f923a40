import type { SlackJson } from '../../protocol.ts';

/** A refusal by name, as every Web API answer with `ok: false` carries it. */
export class SlackFailure extends Error {
  readonly details: SlackJson;

  constructor(error: string, details: SlackJson = {}) {
    super(error);
    this.name = 'SlackFailure';
    this.details = details;
  }
}

/** A refusal that also says what is wrong where, as `[ERROR] … [json-pointer:/blocks/0]`. */
export function refusal(error: string, problems: readonly string[]): SlackFailure {
  return new SlackFailure(error, {
    ...(error === 'invalid_blocks' && { errors: problems }),
    response_metadata: { messages: problems.map(problem => `[ERROR] ${problem}`) },
  });
}
