import { hostsOf, type Server, ServerSettingError } from './server.ts';

type FailureOfInput = { server: Server; error: unknown };

/** Why a server cannot be used, without the statement it was about, and what to do; a sentence each. */
export function failureOf({ server, error }: FailureOfInput): { says: string; remedy?: string } {
  if (error instanceof ServerSettingError) return { says: error.message };
  const { variable = 'DATABASE_URL' } = server;
  const said = innermost(error);
  const reason = said instanceof Error && said.message !== '' ? said.message : String(said);
  const remedy = adviceFor(said) ?? 'Is the server running, and is DATABASE_URL right?';
  return {
    says: `The database at ${hostsOf(server)} cannot be used: ${reason.replace(/\.$/, '')}.`,
    remedy: remedy.replaceAll('DATABASE_URL', variable),
  };
}

/** The same in one line. */
export function explainFailure(input: FailureOfInput): string {
  const { says, remedy } = failureOf(input);
  return remedy === undefined ? says : `${says} ${remedy}`;
}

/** Whether somebody has to put something right; else the server is away, and may come back. */
export function isMistake(error: unknown): boolean {
  return error instanceof ServerSettingError || adviceFor(innermost(error)) !== undefined;
}

/** What the server said, without the statement that it was said of; of several attempts the first. */
function innermost(error: unknown): unknown {
  if (error instanceof AggregateError && error.message === '') return innermost(error.errors[0]);
  return error instanceof Error && error.cause !== undefined ? innermost(error.cause) : error;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function adviceFor(error: unknown): string | undefined {
  const code = codeOf(error);
  const reason = error instanceof Error ? error.message : '';
  if (code === 'ECONNRESET' && reason.includes('TLS'))
    return 'It seems to speak no TLS: turn it on there, or leave out sslmode and DATABASE_CA_FILE.';
  if (code === '28000' && reason.includes('no encryption'))
    return 'It asks for TLS: add ?sslmode=require to DATABASE_URL, or name its certificate authority in DATABASE_CA_FILE.';
  // Without its classes the migration fails; without its operators every search would.
  if (/gin_trgm_ops|search_path/.test(reason)) return searchPath;
  if (reason.includes('pg_trgm')) return searchExtension;
  return advice[code];
}

const searchExtension =
  'Searching needs the extension pg_trgm, which comes with PostgreSQL (package postgresql-contrib in some systems): let the owner of the database run create extension pg_trgm; in it, and start again.';

const searchPath =
  'Searching finds the extension pg_trgm on the search_path only: let the owner of the database run alter extension pg_trgm set schema public; or put its schema on the path with alter role NAME set search_path = public, SCHEMA; in it, and start again.';

const unknownAuthority =
  'Name the PEM file of the certificate authority that signs for it in DATABASE_CA_FILE.';

/** By the code of the driver, of TLS or of PostgreSQL. */
const advice: Record<string, string> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: unknownAuthority,
  SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
  ERR_TLS_CERT_ALTNAME_INVALID:
    'Name the host in DATABASE_URL as its certificate does, or add sslmode=verify-ca to leave out the name.',
  '28P01': 'Is the password in DATABASE_URL right? In it @ is %40, / is %2F, : is %3A and % is %25.',
  '3D000': 'Create it with createdb --owner, or name another in DATABASE_URL.',
  '42501':
    'Run npm run db:migrate as the owner of the schema, and give the role of DATABASE_URL its rights (docs/operations.md).',
  '08P01': 'Behind PgBouncer, its ignore_startup_parameters has to name what is sent (docs/operations.md).',
};
