import type { z } from 'zod';
import type { SlackJson } from '../../protocol.ts';
import type { Slack } from '../slack.ts';
import type { MethodLimit } from './rate-limits.ts';
import { refusal } from './slack-failure.ts';

/** One method of the Web API. */
export type Method = {
  name: string;
  /** Which kind of token it takes. */
  token: 'bot' | 'app' | 'none';
  /** The scopes the app needs, all of them. */
  scopes: readonly string[];
  limit: MethodLimit;
  /** Answers the fields beside `ok: true`; throws a SlackFailure to refuse. */
  call(input: { args: SlackJson; slack: Slack }): SlackJson | Promise<SlackJson>;
};

/** Declares a method with the schema of its arguments; unknown arguments are ignored, as in Slack. */
export function defineMethod<Args extends z.ZodType>(definition: {
  name: string;
  token?: 'bot' | 'app' | 'none';
  scopes?: readonly string[];
  limit: MethodLimit;
  args: Args;
  run(input: { args: z.output<Args>; slack: Slack }): SlackJson | Promise<SlackJson>;
}): Method {
  const { name, token = 'bot', scopes = [], limit, args: schema, run } = definition;
  return {
    name,
    token,
    scopes,
    limit,
    call({ args, slack }) {
      const parsed = schema.safeParse(args, { reportInput: true });
      if (!parsed.success) throw refusal('invalid_arguments', parsed.error.issues.map(argumentProblem));
      return run({ args: parsed.data, slack });
    },
  };
}

function argumentProblem(issue: z.core.$ZodIssue): string {
  const name = issue.path.map(String).join('/');
  return issue.input === undefined
    ? `missing required field: ${name}`
    : `${issue.message} [json-pointer:/${name}]`;
}
