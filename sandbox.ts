import { fileURLToPath } from 'node:url';
import { runSandbox } from 'slack-sandbox';
import { demoCampus, demoTour, helpdeskChannel } from './demo-campus.ts';

await runSandbox({
  command: 'npm run start:sandbox --',
  manifest: fileURLToPath(new URL('manifests/slack.http.yaml', import.meta.url)),
  campus: demoCampus,
  tour: demoTour,
  variables: { HELPDESK_CHANNEL: helpdeskChannel },
});
