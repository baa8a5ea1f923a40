import { newId, newSecret } from '../ids.ts';
import type { Campus } from './campus.ts';
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

type LoadInstallationInput = { journal: Journal; campus: Pick<Campus, 'name' | 'teamId' | 'appId'> };

/** The installation of an earlier run, or a new one with random credentials. */
export function loadInstallation({ journal, campus }: LoadInstallationInput): Installation {
  const installations = journal.collection<Installation>('installation');
  const [known] = installations.all();
  return known ?? installations.put('workspace', newInstallation(campus));
}

function newInstallation(campus: LoadInstallationInput['campus']): Installation {
  const { name, teamId = newId('T'), appId = newId('A') } = campus;
  return {
    team: { id: teamId, name, domain: domainOf(name) },
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
