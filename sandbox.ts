import { runSandbox } from 'slack-sandbox';
import { readCommandNames } from './bot/config.ts';
import { demoCampus, demoTour, helpdeskChannel } from './demo-campus.ts';
import { slackManifest } from './manifests/slack-manifest.ts';

await runSandbox({
  command: 'npm run start:sandbox --',
  readApp: async environment => {
    const commands = readCommandNames(environment);
    return {
      manifest: await slackManifest({ mode: 'http', commands }),
      campus: demoCampus,
      tour: demoTour(commands),
      variables: { HELPDESK_CHANNEL: helpdeskChannel },
    };
  },
});
