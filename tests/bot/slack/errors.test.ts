import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { slackAdvice } from '../../../bot/slack/advice.ts';
import { judge } from '../../../bot/slack/errors.ts';
import { slackErrors } from './slack-errors.ts';

const refused = (error: string) => new WebAPIPlatformError({ ok: false, error });

describe('judge', () => {
  test.each([
    [new WebAPIRateLimitedError(7), 'rate-limited'],
    [new Error('Retry header did not contain a valid timeout.'), 'rate-limited'],
    [refused('ratelimited'), 'unavailable'],
    [new WebAPIRequestError(new TypeError('fetch failed')), 'unclear'],
    [new DOMException('The operation was aborted due to timeout', 'TimeoutError'), 'unclear'],
    [new WebAPIHTTPError(503, 'Service Unavailable', {}), 'unclear'],
    [refused('internal_error'), 'unclear'],
    [refused('<html>Bad gateway</html>'), 'unclear'],
    [refused('token_revoked'), 'locked-out'],
    [refused('message_not_found'), 'gone'],
    [refused('is_archived'), 'refused'],
    [refused('missing_scope'), 'refused'],
    [refused('something_new'), 'refused'],
  ])('takes %s for %s', (error, kind) => {
    expect(judge(error)).toMatchObject({ kind });
  });

  test('keeps how long to wait, and the detail of a refusal', () => {
    const error = new WebAPIPlatformError({
      ok: false,
      error: 'invalid_blocks',
      response_metadata: { messages: ['[ERROR] too long [json-pointer:/blocks/2]'] },
    });

    expect(judge(new WebAPIRateLimitedError(7))).toEqual({ kind: 'rate-limited', retryAfterMs: 7000 });
    expect(judge(error)).toEqual({
      kind: 'refused',
      reason: 'invalid_blocks: [ERROR] too long [json-pointer:/blocks/2]',
    });
  });
});

/** The methods that the bot's source calls. */
function methodsInCode(): string[] {
  const root = fileURLToPath(new URL('../../../bot', import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
  const calls = files.flatMap(file => {
    const source = readFileSync(join(root, file), 'utf8');
    return [...source.matchAll(/\b(?:slack|app|bot)\.([a-z]+\.[a-zA-Z0-9.]+|filesUploadV2)\(/g)];
  });
  const uploading = ['files.getUploadURLExternal', 'files.completeUploadExternal'];
  return [...new Set(calls.flatMap(([, method = '']) => (method === 'filesUploadV2' ? uploading : method)))];
}

describe('the errors of the methods we call', () => {
  test('are known for every method', () => {
    expect(methodsInCode().filter(method => slackErrors[method] === undefined)).toEqual([]);
  });

  test.each(Object.entries(slackErrors))('%s: each passes, is gone, or has advice', (_method, errors) => {
    const passing = ['unavailable', 'unclear', 'gone'];

    const unknown = errors.filter(
      error => !passing.includes(judge(refused(error)).kind) && slackAdvice[error] === undefined,
    );

    expect(unknown).toEqual([]);
  });
});
