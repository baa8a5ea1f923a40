import { readFileSync } from 'node:fs';

/** Variables that may be given as a file instead: `API_TOKEN_FILE` names one that holds what `API_TOKEN` would. */
export const secretVariables = [
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_APP_TOKEN',
  'DATABASE_URL',
  'DATABASE_READ_URL',
  'API_TOKEN',
  'WEBHOOK_SECRET',
  'METRICS_TOKEN',
];

type Variables = Record<string, string | undefined>;

/** The environment with every secret that is named as a file read from it, and a line for each that cannot be. */
export function readSecretFiles(environment: Variables): { environment: Variables; problems: string[] } {
  const read: Variables = {};
  const problems: string[] = [];
  for (const name of secretVariables) {
    const file = environment[`${name}_FILE`]?.trim();
    if (!file) continue;
    if (environment[name]?.trim()) {
      problems.push(`${name} and ${name}_FILE are both set; keep one of them`);
      continue;
    }
    try {
      read[name] = readFileSync(file, 'utf8').trim();
      if (read[name] === '') problems.push(`${name}_FILE names an empty file: ${file}`);
    } catch (error) {
      problems.push(`${name}_FILE cannot be read: ${whyUnreadable({ file, error })}`);
    }
  }
  return { environment: { ...environment, ...read }, problems };
}

/** The file, with why it cannot be read where that is known. */
export function whyUnreadable({ file, error }: { file: string; error: unknown }): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return `${file}${reasons[String(code)] ?? ''}`;
}

const reasons: Record<string, string> = {
  ENOENT: ' does not exist',
  EACCES: ' may not be read by this user',
  EISDIR: ' is a folder',
};
