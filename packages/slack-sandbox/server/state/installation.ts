import { newId, newSecret } from '../ids.ts';
import type { Campus } from './campus.ts';
import type { Journal } from './journal.ts';

/** The workspace and the app installed in it, with the credentials of this one installation. */
export type Installation = {
  team: { id: string; name: string; domain: string };
  /** The organization of several workspaces to which the app is installed, if there is one. */
  enterprise?: { id: string; name: string };
  appId: string;
  botId: string;
  botUserId: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  verificationToken: string;
};

type LoadInstallationInput = {
  journal: Journal;
  /** The app is created anew: all it has is random, and the workspace stays. */
  isNewApp: boolean;
  campus: Pick<Campus, 'name' | 'teamId' | 'appId' | 'enterpriseId'>;
};

/** The installation of an earlier run, or a new one with random credentials. */
export function loadInstallation({ journal, isNewApp, campus }: LoadInstallationInput): Installation {
  const installations = journal.collection<Installation>('installation');
  const [known] = installations.all();
  if (known === undefined) return installations.put('workspace', newInstallation(campus));
  if (!isNewApp) return known;
  const { team } = known;
  return installations.put('workspace', { ...newInstallation({ ...campus, appId: newId('A') }), team });
}

function newInstallation(campus: LoadInstallationInput['campus']): Installation {
  const { name, teamId = newId('T'), appId = newId('A'), enterpriseId } = campus;
  return {
    team: { id: teamId, name, domain: domainOf(name) },
    ...(enterpriseId && { enterprise: { id: enterpriseId, name } }),
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
