import { createServer } from 'node:http';
import { App, HTTPReceiver } from '@slack/bolt';
import { ids } from '../../../bot/ids.ts';

// A program of its own, started by start-bare-bolt.ts: Bolt alone, which opens the same view for every command.
const { VIEW = '{}', SLACK_API_URL = '', SLACK_SIGNING_SECRET = '', BOLT_PORT, READY_PORT } = process.env;
const receiver = new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET });
const app = new App({ receiver, token: 'xoxb-bench', clientOptions: { slackApiUrl: SLACK_API_URL } });
const view = JSON.parse(VIEW);
app.command(ids.commands.ticket, async ({ ack, body, client }) => {
  await ack();
  await client.views.open({ trigger_id: body.trigger_id, view });
});
await app.start({ port: Number(BOLT_PORT), host: '127.0.0.1' });
const ready = createServer((_request, response) => response.end('{}')).listen(
  Number(READY_PORT),
  '127.0.0.1',
);
process.on('SIGTERM', async () => {
  ready.close();
  await app.stop();
});
