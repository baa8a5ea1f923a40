import type { Sandbox } from 'slack-sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { createOpened } from './support/opened.ts';
import { startTestSandbox } from './support/test-sandbox.ts';

describe('what a person types', () => {
  let sandbox: Sandbox;
  const opened = createOpened();

  beforeEach(async () => {
    sandbox = opened(await startTestSandbox());
  });

  test.each([
    ['1 < 2 & 3 > 2', '1 &lt; 2 &amp; 3 &gt; 2'],
    ['@ben, @Ada Okafor and @nobody', '<@U05BEN>, <@U01ADA> and @nobody'],
    ['<@U05BEN> typed by hand', '&lt;@U05BEN&gt; typed by hand'],
    ['mail ben@campus.example', 'mail ben@campus.example'],
    ['see #library, not #nowhere', 'see <#C03LIBRARY|library>, not #nowhere'],
    ['(https://campus.example/a?b=1&c=2).', '(<https://campus.example/a?b=1&amp;c=2>).'],
    ['done :tada: at 10:30:15', 'done :tada: at 10:30:15'],
    ['@here it is', '<!here> it is'],
  ])('%s', async (typed, stored) => {
    const said = await sandbox.act({ type: 'say', as: 'U05BEN', channel: 'C02GENERAL', text: typed });

    expect(said.ok).toBe(true);
    expect(sandbox.snapshot('U05BEN').messages.C02GENERAL).toMatchObject([{ text: stored }]);
  });

  test('the app is mentioned by its name', async () => {
    await sandbox.act({ type: 'say', as: 'U05BEN', channel: 'C02GENERAL', text: 'ask @Test Desk' });

    const elements = [
      { type: 'text', text: 'ask ' },
      { type: 'user', user_id: sandbox.botUserId },
    ];
    expect(sandbox.snapshot('U05BEN').messages.C02GENERAL).toMatchObject([
      { blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }] },
    ]);
  });
});
