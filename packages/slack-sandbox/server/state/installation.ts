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

type LoadInstallationInput = { journal: Journal; workspaceName: string };

/** The installation of an earlier run, or a new one with random credentials. */
export function loadInstallation({ journal, workspaceName }: LoadInstallationInput): Installation {
  const installations = journal.collection<Installation>('installation');
  const [known] = installations.all();
  return known ?? installations.put('workspace', newInstallation(workspaceName));
}

function newInstallation(workspaceName: string): Installation {
  const appId = newId('A');
  return {
    team: { id: newId('T'), name: workspaceName, domain: domainOf(workspaceName) },
    appId,
    botId: newId('B'),
    botUserId: newId('U'),
    botToken: `xoxb-${newSecret(6)}-${newSecret(12)}`,
    appToken: `xapp-1-${appId}-${newSecret(32)}`,
    signingSecret: newSecret(16),
    verificationToken: newSecret(12),
  };
}

function domainOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
