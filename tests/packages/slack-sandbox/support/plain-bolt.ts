import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { Sandbox } from 'slack-sandbox';

export const modes = ['http', 'socket'] as const;

type StartPlainBoltInput = {
  sandbox: Sandbox;
  mode: (typeof modes)[number];
  register(app: App): void;
};

/** An app as people write it who never heard of the sandbox, in either mode. */
export async function startPlainBolt(input: StartPlainBoltInput): Promise<{ stop(): Promise<unknown> }> {
  const { sandbox, mode, register } = input;
  const { botToken: token, appToken, signingSecret, apiUrl: slackApiUrl } = sandbox;
  const clientOptions = { slackApiUrl };
  const logLevel = LogLevel.ERROR;
  const receiver =
    mode === 'http'
      ? new HTTPReceiver({ signingSecret, logLevel })
      : new SocketModeReceiver({ appToken, installerOptions: { clientOptions }, logLevel });
  const app = new App({ token, receiver, clientOptions, logLevel });
  register(app);
  const server = await app.start(0);
  const address = 'address' in server ? server.address() : null;
  if (typeof address === 'object' && address !== null)
    sandbox.connectApp(`http://127.0.0.1:${address.port}/slack/events`);
  return { stop: () => app.stop() };
}
