/** A go command that waits for the network, and the server it asks, by its settings and the address. */
import { lockName } from '../../go/lock-name.ts';
import type { ConnectionFact, ProcessFact } from '../process-fact.ts';
import type { Environment, Snapshot } from '../snapshot.ts';
import { ageText } from '../text/process-text.ts';
import { type Cause, causesOf } from './cause.ts';
import { isDownload, type NetworkWait } from './network-wait.ts';

export interface SilentGo {
  readonly cause: Cause;
  readonly process: ProcessFact;
  readonly network: NetworkWait;
  readonly asks: AskedServer;
  /** true: a setting names the address. false: guessed from the files that the process has open. */
  readonly certain: boolean;
}

export type AskedServer = 'http-proxy' | 'toolchain' | 'proxy' | 'sumdb';

export function silentGos(snapshot: Snapshot): readonly SilentGo[] {
  return causesOf(snapshot).flatMap((cause): readonly SilentGo[] => {
    const { process, wait } = cause.root;
    if (wait.kind !== 'network') return [];
    return [{ cause, process, network: wait.network, ...askedBy(process, wait.network.connection, snapshot) }];
  });
}

function askedBy(
  process: ProcessFact,
  { remote }: ConnectionFact,
  snapshot: Snapshot,
): Pick<SilentGo, 'asks' | 'certain'> {
  const { servers } = snapshot;
  const at = (names: readonly string[]) =>
    servers.some(({ name, addresses }) => names.includes(name) && addresses.includes(remote));
  if (at(httpProxies(process.env ?? {}))) return { asks: 'http-proxy', certain: true };
  const toolchain = process.files.some(({ path }) => path.includes('/golang.org/toolchain/'));
  const settings = process.settings ?? {};
  const proxy = at(proxiesOf(settings));
  if (toolchain) return { asks: 'toolchain', certain: proxy };
  if (proxy) {
    const asks = throughProxy(process, remote, snapshot);
    return { asks, certain: asks === 'proxy' };
  }
  if (at(sumdbsOf(settings))) return { asks: 'sumdb', certain: true };
  return { asks: byFiles(process, snapshot), certain: false };
}

/**
 * A module proxy also serves the checksum database, below /sumdb/. go's first request to it is for
 * the module itself. Source: cmd/go/internal/modfetch/sumdb.go, initBase.
 */
function throughProxy(process: ProcessFact, remote: string, snapshot: Snapshot): 'proxy' | 'sumdb' {
  const locked = process.files.some(({ path, lock }) => lock !== null && path.includes('/@v/'));
  const silent = process.connections.every((one) => one.remote !== remote || one.receivedBytes === 0);
  return silent && !locked ? 'proxy' : byFiles(process, snapshot);
}

/**
 * During a zip download go holds its lock and has its temporary file open; it closes the file before
 * it asks the checksum database. Without a lock it asks for versions and go.mod files, or asks the
 * database for hashes that go.sum lacks.
 * Source: cmd/go/internal/modfetch/fetch.go, downloadZip; modload/init.go, mustHaveSums.
 */
function byFiles({ files, settings, env }: ProcessFact, { cache }: Snapshot): 'proxy' | 'sumdb' {
  const own = { ...env, ...settings };
  if (own['GOSUMDB'] === 'off' || /\boff\b/.test(own['GOFLAGS'] ?? '')) return 'proxy';
  const locked = files.filter(({ path, lock }) => lock !== null && path.includes('/@v/'));
  if (locked.some(({ path }) => isPrivate(lockName(path), own))) return 'proxy';
  if (locked.length > 0) return files.some(({ path }) => isDownload(path)) ? 'proxy' : 'sumdb';
  return cache.withoutSum.some((module) => !isPrivate(module, own)) ? 'sumdb' : 'proxy';
}

/** Whether go never asks the database about it. GOPRIVATE is the default of GONOSUMDB. */
function isPrivate(module: string, own: Environment): boolean {
  const patterns = (own['GONOSUMDB'] || own['GOPRIVATE'] || '').split(',').filter((pattern) => pattern !== '');
  const [path = ''] = module.split('@');
  return patterns.some((pattern) => matchesPrefix(pattern, path));
}

/** Compares as many path elements as the pattern has. Source: golang.org/x/mod/module, MatchPrefixPatterns. */
function matchesPrefix(pattern: string, path: string): boolean {
  const globs = pattern.replace(/\/$/, '').split('/');
  const elements = path.split('/');
  return (
    elements.length >= globs.length &&
    globs.every((glob, index) => {
      const source = glob
        .replace(/[.+^${}()|\\]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.');
      return new RegExp(`^${source}$`).test(elements[index] ?? '');
    })
  );
}

/** "host:port" of each server of GOPROXY. */
export function proxiesOf(settings: Environment): readonly string[] {
  return (settings['GOPROXY'] ?? '').split(/[,|]/).flatMap(hostOf);
}

/** "sum.golang.org", "NAME URL" or "NAME+KEY URL". Source: cmd/go/internal/modfetch/sumdb.go, dbDial. */
export function sumdbsOf(settings: Environment): readonly string[] {
  const [name = '', url] = (settings['GOSUMDB'] ?? '').trim().split(/\s+/);
  if (name === 'off' || name === '') return [];
  return hostOf(url ?? `https://${name.split('+')[0]}`);
}

/** "host:port" of each HTTP proxy in an environment. Like net/http it reads both spellings. */
export function httpProxies(env: Environment): readonly string[] {
  return ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].flatMap((name) => {
    const value = env[name] ?? '';
    return value === '' ? [] : hostOf(value.includes('://') ? value : `http://${value}`);
  });
}

function hostOf(url: string): readonly string[] {
  const parsed = URL.canParse(url.trim()) ? new URL(url.trim()) : null;
  if (parsed === null || !/^(https?|socks5h?):$/.test(parsed.protocol)) return [];
  const port = parsed.port || { 'http:': '80', 'https:': '443' }[parsed.protocol] || '1080';
  return [`${parsed.hostname}:${port}`];
}

/** The kernel's view of the connection, and the settings of the process. */
export function networkEvidence({ process, network }: SilentGo): readonly string[] {
  const { state, local, remote, sendQueueBytes, receiveQueueBytes, sentMs, silentMs, receivedBytes } =
    network.connection;
  const times = [
    ...(sentMs === null ? [] : [`last sent ${ageText(sentMs)} ago`]),
    ...(state === 'SYN_SENT' ? ['no answer to the SYN'] : []),
    ...(silentMs === null ? [] : [`last received ${ageText(silentMs)} ago`]),
    ...(receivedBytes === 0 && state !== 'SYN_SENT' ? ['no byte received'] : []),
  ];
  return [
    `${state} ${local} → ${remote}, queues ${sendQueueBytes}/${receiveQueueBytes}${times.map((text) => `, ${text}`).join('')}`,
    'neither it nor its children used CPU time or read, wrote or received a byte between two looks',
    ...['GOPROXY', 'GOSUMDB', 'GONOSUMDB', 'GOPRIVATE'].flatMap((name) => {
      const value = process.settings?.[name];
      return value === undefined ? [] : [`${name}=${value} (of pid ${process.pid})`];
    }),
    ...['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy'].flatMap((name) => {
      const value = process.env?.[name];
      return value === undefined ? [] : [`${name}=${value} (of pid ${process.pid})`];
    }),
    ...process.files.filter(({ lock }) => lock !== null).map(({ path }) => `meanwhile it holds the lock ${path}`),
  ];
}
