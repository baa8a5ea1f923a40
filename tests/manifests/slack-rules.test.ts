import { readFileSync } from 'node:fs';
import fastify, { type FastifyInstance } from 'fastify';
import { readManifest } from 'slack-sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { ids } from '../../bot/ids.ts';
import { type SlackMode, slackManifest } from '../../manifests/slack-manifest.ts';

const schema = JSON.parse(
  readFileSync(new URL('./support/slack-manifest.schema.json', import.meta.url), 'utf8'),
);

describe('Slack’s rules of a manifest', () => {
  // Fastify brings the validator of JSON schemas.
  let app: FastifyInstance;
  beforeAll(() => {
    app = fastify({
      ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allErrors: true } },
    });
    app.post('/', { schema: { body: schema } }, async () => '');
  });
  afterAll(() => app.close());

  const faultsOf = async (manifest: object): Promise<string> => {
    const answer = await app.inject({ method: 'POST', url: '/', payload: manifest });
    return answer.statusCode === 200 ? '' : answer.json().message;
  };

  test.each<[SlackMode, boolean]>([
    ['http', false],
    ['http', true],
    ['socket', false],
    ['socket', true],
  ])('are kept by the one for %s, for an organization: %s', async (mode, isForOrganization) => {
    const text = await slackManifest({ mode, commands: ids.commands, isForOrganization });

    expect(await faultsOf(parse(text))).toBe('');
  });

  test.each<[string, (string | number)[], unknown]>([
    ['a name that is too long', ['display_information', 'name'], 'x'.repeat(36)],
    ['a color in words', ['display_information', 'background_color'], 'blue'],
    ['a shortcut with a long name', ['features', 'shortcuts', 0, 'name'], 'x'.repeat(25)],
    ['a shortcut of no type', ['features', 'shortcuts', 0, 'type'], 'menu'],
    ['a command without its slash', ['features', 'slash_commands', 0, 'command'], 'desk'],
    ['a command without description', ['features', 'slash_commands', 0, 'description'], undefined],
    ['an address that is none', ['settings', 'interactivity', 'request_url'], 'desk'],
    ['a bot without a name', ['features', 'bot_user', 'display_name'], undefined],
    ['a field that does not exist', ['settings', 'always_right'], true],
    ['no display information', ['display_information'], undefined],
  ])('refuse %s, and so does the sandbox', async (_fault, path, value) => {
    const manifest = parseDocument(await slackManifest({ mode: 'http', commands: ids.commands }));
    if (value === undefined) manifest.deleteIn(path);
    else manifest.setIn(path, value);

    expect(await faultsOf(manifest.toJS())).not.toBe('');
    expect(() => readManifest(manifest.toString())).toThrow('The app manifest is not valid');
  });
});
