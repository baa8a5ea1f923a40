import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** PEM texts: an authority that nobody knows, and a server of this name that it signed. */
export type Certificates = { authority: string; certificate: string; key: string };

/** Makes a certificate authority of its own, and with it the certificate of a server. */
export async function makeCertificates(name: string): Promise<Certificates> {
  const folder = await mkdtemp(join(tmpdir(), 'campus-desk-certificates-'));
  const openssl = (...args: string[]) => run('openssl', args, { cwd: folder });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  try {
    await openssl(
      ...['req', '-x509', ...newKey, '-keyout', 'authority.key', '-out', 'authority.pem'],
      ...['-days', '2', '-subj', '/CN=Authority of a test'],
    );
    await openssl('req', ...newKey, '-keyout', 'server.key', '-out', 'server.csr', '-subj', `/CN=${name}`);
    await writeFile(join(folder, 'names'), `subjectAltName=DNS:${name}\n`);
    await openssl(
      ...[
        'x509',
        '-req',
        '-in',
        'server.csr',
        '-CA',
        'authority.pem',
        '-CAkey',
        'authority.key',
        '-CAcreateserial',
      ],
      ...['-days', '2', '-extfile', 'names', '-out', 'server.pem'],
    );
    const read = (file: string) => readFile(join(folder, file), 'utf8');
    return {
      authority: await read('authority.pem'),
      certificate: await read('server.pem'),
      key: await read('server.key'),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
