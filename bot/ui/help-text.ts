import type { Texts } from './texts/texts.ts';

type HelpTextInput = { command: string; texts: Texts };

/** What can be typed, in mrkdwn; `command` is the name of the command. */
export function helpText({ command, texts }: HelpTextInput): string {
  const { help } = texts.commands;
  const lines = [
    help.report({ command }),
    help.entrance({ command }),
    help.list({ command }),
    help.ticket({ command }),
    help.search({ command }),
    help.sync({ command }),
    help.help({ command }),
  ];
  const list = lines.map(line => `• ${line}`);
  return [help.heading, ...list, '', help.roles({ command }), '', help.threads].join('\n');
}
