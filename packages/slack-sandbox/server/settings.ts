import { z } from 'zod';

export type Settings = { port: number; host: string; dataDir: string; botPort: number };

const notAPort = 'must be a port, such as 3000';

const port = (fallback: number) =>
  z.preprocess(
    blankIsUnset,
    z.coerce.number(notAPort).int(notAPort).min(0, notAPort).max(65_535, notAPort).default(fallback),
  );
const text = (fallback: string) => z.preprocess(blankIsUnset, z.string().default(fallback));

const schema = z.object({
  SANDBOX_PORT: port(3000),
  HOST: text('127.0.0.1'),
  DATA_DIR: text('./data'),
  BOT_PORT: port(3001),
});

/** The sandbox's settings from the environment; throws one line per wrong value. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`);
    throw new Error(faults.join('\n'));
  }
  const { SANDBOX_PORT, HOST, DATA_DIR, BOT_PORT } = parsed.data;
  return { port: SANDBOX_PORT, host: HOST, dataDir: DATA_DIR, botPort: BOT_PORT };
}

function blankIsUnset(value: unknown): unknown {
  return value === '' ? undefined : value;
}
