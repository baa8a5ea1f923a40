/** What a log never holds, wherever it stands in a line of objects: secrets, and what people wrote. */
const names = [
  'authorization',
  'cookie',
  'password',
  'token',
  'botToken',
  'appToken',
  'apiToken',
  'metricsToken',
  'signingSecret',
  'databaseUrl',
  'response_url',
  'trigger_id',
  'description',
  'body',
  'text',
];

const censor = '[redacted]';

/** For pino: the values of these names are left out, down to the third level. */
export const redact = { paths: names.flatMap(name => [name, `*.${name}`, `*.*.${name}`]), censor };

/** Slack's tokens, the hooks that need none, and the password in an address. */
const secrets = [
  /\b(?:xox[a-z]|xapp)-[\w.%-]+/g,
  /(?<=\/\/hooks\.slack\.com\/)[\w/-]+/g,
  /(?<=\/\/[^\s:/@"]*:)[^\s@"]+(?=@)/g,
];

/** The line without the secrets that stand in its sentences, such as in the message of an error. */
export function redactLine(line: string): string {
  return secrets.reduce((rest, secret) => rest.replace(secret, censor), line);
}
