import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type ConnectionOptions, checkServerIdentity } from 'node:tls';
import postgres from 'postgres';

/** How a PostgreSQL server is reached. */
export type Server = {
  /** `postgres://user:password@host:5432/name?sslmode=…`; several hosts stand between commas. */
  databaseUrl: string;
  /** The file with the certificate authority that signs for the server. */
  caFile?: string | undefined;
  /** The variable that names the address, for messages; `DATABASE_URL` by default. */
  variable?: string;
};

/** The address or the certificate of a server is wrong in itself; the message says what to write instead. */
export class ServerSettingError extends Error {
  override name = 'ServerSettingError';
}

const standardPort = 5432;
const modes = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;

type Options = postgres.Options<Record<string, postgres.PostgresType>>;

type ConnectToInput = Options & {
  server: Server;
  /** Which of several hosts is taken; the primary by default. */
  prefers?: 'primary' | 'prefer-standby';
};

/**
 * A pool of connections to a server, made when they are needed. Throws one sentence for an address or a certificate that
 * is none.
 */
export function connectTo({ server, prefers = 'primary', ...options }: ConnectToInput): postgres.Sql {
  const { hosts, address } = readServer(server);
  const wanted = address.searchParams.get('target_session_attrs') ?? (hosts.length > 1 ? prefers : undefined);
  const ssl = tlsOf({ server, hosts, address });
  for (const name of ['sslmode', 'sslrootcert', 'target_session_attrs']) address.searchParams.delete(name);
  return postgres(address.href, {
    ...placesOf(hosts),
    ...(wanted !== undefined && { target_session_attrs: attributesOf(wanted) }),
    connect_timeout: 10,
    onnotice: () => {},
    ssl,
    ...options,
  });
}

/** The hosts of a server with their ports, for people: never with a password. */
export function hostsOf(server: Server): string {
  return readServer(server)
    .hosts.map(({ name, port }) => (port === standardPort ? name : `${name}:${port}`))
    .join(', ');
}

type Host = { name: string; port: number };

/** The hosts, and the address with the first of them alone, which is all that a URL can hold. */
function readServer({ databaseUrl, variable = 'DATABASE_URL' }: Server): { hosts: Host[]; address: URL } {
  const [, scheme, user = '', authority = '', rest = ''] =
    /^(postgres(?:ql)?:\/\/)([^@/?#]*@)?([^/?#]*)(.*)$/s.exec(databaseUrl) ?? [];
  const hosts = authority.split(',').map(readHost);
  const [first] = hosts;
  const address = `${scheme}${user}${first?.name.includes(':') ? `[${first.name}]` : first?.name}${rest}`;
  if (scheme === undefined || first === undefined || !URL.canParse(address))
    throw new ServerSettingError(
      `${variable} is not a database address; write postgres://user:password@host/name. In a password @ is %40, / is %2F, : is %3A and % is %25.`,
    );
  return { hosts, address: new URL(address) };
}

type Attributes = NonNullable<Options['target_session_attrs']>;

/** The driver takes a standby for one that can be written to, but knows a primary. */
function attributesOf(wanted: string): Attributes {
  return (wanted === 'read-write' ? 'primary' : wanted) as Attributes;
}

/** The types of the driver know one host, the driver itself several. */
function placesOf(hosts: Host[]): Options {
  const places = { host: hosts.map(({ name }) => name), port: hosts.map(({ port }) => port) };
  return places as unknown as Options;
}

function readHost(text: string): Host {
  const [, name = '', port] = /^\[?([^\]]*?)\]?(?::(\d+))?$/.exec(text) ?? [];
  return { name: name || 'localhost', port: port === undefined ? standardPort : Number(port) };
}

type TlsOfInput = { server: Server; hosts: Host[]; address: URL };

/** What `sslmode` asks for; with a certificate authority of its own a server is always verified. */
function tlsOf({ server, hosts, address }: TlsOfInput): Options['ssl'] {
  const { variable = 'DATABASE_URL' } = server;
  const caFile = server.caFile ?? address.searchParams.get('sslrootcert') ?? undefined;
  const mode = address.searchParams.get('sslmode') ?? (caFile === undefined ? 'disable' : 'verify-full');
  if (!modes.some(known => known === mode))
    throw new ServerSettingError(
      `${variable} has the unknown sslmode=${mode}; write one of ${modes.join(', ')}.`,
    );
  if (mode === 'disable') {
    if (caFile === undefined) return false;
    throw new ServerSettingError(
      `${variable} has sslmode=disable, and so DATABASE_CA_FILE is in vain; leave out one of them.`,
    );
  }
  if (caFile === undefined && (mode === 'prefer' || mode === 'require')) return mode;
  const verified: ConnectionOptions = {
    ...(caFile !== undefined && { ca: readCertificate(caFile) }),
    checkServerIdentity: (_name, certificate) =>
      mode === 'verify-ca' ? undefined : refusalOf({ hosts, certificate }),
  };
  return verified;
}

type RefusalOfInput = { hosts: Host[]; certificate: Parameters<typeof checkServerIdentity>[1] };

/** Why a certificate is not for any of the hosts; undefined when it is for one. */
function refusalOf({ hosts, certificate }: RefusalOfInput): Error | undefined {
  const refusals = hosts.map(({ name }) => checkServerIdentity(name, certificate));
  return refusals.includes(undefined) ? undefined : refusals[0];
}

function readCertificate(file: string): string {
  try {
    const text = readFileSync(file, 'utf8');
    new X509Certificate(text);
    return text;
  } catch (cause) {
    const isThere = !(cause instanceof Error && 'syscall' in cause);
    const reason = isThere ? 'is not a certificate' : 'cannot be read';
    throw new ServerSettingError(
      `${file} ${reason}; name the PEM file of the server’s certificate authority in DATABASE_CA_FILE.`,
      {
        cause,
      },
    );
  }
}
