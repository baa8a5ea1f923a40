import { newId, newSecret } from '../ids.ts';
import type { Journal } from './journal.ts';

/** The workspace and the app installed in it, with the credentials of this one installation. */
export type Installation = {
  team: { id: string; name: string; domain: string };
  appId: string;
  botId: string;
  botUserId: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  verificationToken: string;
};

/** The installation of an earlier run, or a new one with random credentials. */
export function loadInstallation(journal: Journal): Installation {
  const installations = journal.collection<Installation>('installation');
  return installations.get('campus') ?? installations.put('campus', newInstallation());
}

function newInstallation(): Installation {
  const appId = newId('A');
  return {
    team: { id: newId('T'), name: 'Campus', domain: 'campus' },
    appId,
    botId: newId('B'),
    botUserId: newId('U'),
    botToken: `xoxb-${newSecret(6)}-${newSecret(12)}`,
    appToken: `xapp-1-${appId}-${newSecret(32)}`,
    signingSecret: newSecret(16),
    verificationToken: newSecret(12),
  };
}
