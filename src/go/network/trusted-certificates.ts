import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import tls from 'node:tls';
import { errnoOf } from '../../errors.ts';
import type { Env } from '../context.ts';

/**
 * Where go looks on Linux: the first existing file, and all folders (crypto/x509/root_linux.go).
 */
const files = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/tls/cacert.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
];
const folders = ['/etc/ssl/certs', '/etc/pki/tls/certs'];

const contexts = new Map<string, Promise<tls.SecureContext>>();

/**
 * The certificates that our https connections trust: Node's and, like go, the system's, so that a
 * company's own certificate authority works without configuring Node. On Linux they come from go's
 * own list of places, or from SSL_CERT_FILE and SSL_CERT_DIR; elsewhere from Node 22.15 or later
 * (tls.getCACertificates). Read once per process.
 */
export function trustedCertificates(env: Env): Promise<tls.SecureContext> {
  const key = JSON.stringify([env['SSL_CERT_FILE'], env['SSL_CERT_DIR'], env['NODE_EXTRA_CA_CERTS']]);
  let context = contexts.get(key);
  if (context === undefined) {
    context = makeContext(env);
    contexts.set(key, context);
  }
  return context;
}

async function makeContext(env: Env): Promise<tls.SecureContext> {
  const system = process.platform === 'linux' ? await systemCertificates(env) : (nodes('system') ?? []);
  // `ca` replaces Node's defaults.
  const own = nodes('default') ?? [...tls.rootCertificates, ...pemsIn(await textOf(env['NODE_EXTRA_CA_CERTS'] ?? ''))];
  const ca = [...new Set([...own, ...system].map((pem) => pem.trim()))];
  try {
    return tls.createSecureContext({ ca });
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    // One of them is invalid. Node rejects the whole list; go skips the invalid one.
    return tls.createSecureContext({ ca: ca.filter(isReadable) });
  }
}

function isReadable(pem: string): boolean {
  try {
    tls.createSecureContext({ ca: pem });
    return true;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}

/** null: this Node has no getCACertificates. */
function nodes(type: 'default' | 'system'): readonly string[] | null {
  return typeof tls.getCACertificates === 'function' ? tls.getCACertificates(type) : null;
}

/** What to do about an untrusted certificate. */
export function certificateHint(): string {
  const readsSystem = process.platform === 'linux' || typeof tls.getCACertificates === 'function';
  return readsSystem
    ? "add its certificate authority to the system's store, or set NODE_EXTRA_CA_CERTS to a file with it"
    : `Node ${process.versions.node} does not read the system's store: set NODE_EXTRA_CA_CERTS to a file with its certificate authority, or use Node 22.15 or later`;
}

async function systemCertificates(env: Env): Promise<readonly string[]> {
  const pems: string[] = [];
  for (const file of env['SSL_CERT_FILE'] ? [env['SSL_CERT_FILE']] : files) {
    const text = await textOf(file);
    if (text === '') continue;
    pems.push(...pemsIn(text));
    break;
  }
  for (const folder of env['SSL_CERT_DIR'] ? env['SSL_CERT_DIR'].split(':') : folders) {
    for (const name of await namesIn(folder)) pems.push(...pemsIn(await textOf(join(folder, name))));
  }
  return pems;
}

function pemsIn(text: string): readonly string[] {
  return text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
}

/**
 * The entries of a folder, without links to files in it: OpenSSL keeps such links named by hashes.
 */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const kept = await Promise.all(
      entries.map(async (entry) =>
        !entry.isSymbolicLink() || (await readlink(join(folder, entry.name))).includes('/') ? [entry.name] : [],
      ),
    );
    return kept.flat();
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return [];
  }
}

/** '': unreadable; another place may have the certificates. */
async function textOf(file: string): Promise<string> {
  if (file === '') return '';
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return '';
  }
}
