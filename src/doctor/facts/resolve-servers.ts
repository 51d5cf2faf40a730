/** Resolves the servers of waiting processes' settings: a connection has an address, a setting a name. */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { errnoOf } from '../../errors.ts';
import { httpProxies, proxiesOf, sumdbsOf } from '../chain/silent-go.ts';
import { linksOf } from '../chain/wait-chain.ts';
import type { ServerFact, Snapshot } from '../snapshot.ts';

export async function resolveServers(snapshot: Snapshot): Promise<readonly ServerFact[]> {
  const names = [...linksOf(snapshot).values()].flatMap(({ process, wait }) =>
    wait.kind === 'network'
      ? [...httpProxies(process.env ?? {}), ...proxiesOf(process.settings ?? {}), ...sumdbsOf(process.settings ?? {})]
      : [],
  );
  return await Promise.all([...new Set(names)].map(async (name) => ({ name, addresses: await addressesOf(name) })));
}

async function addressesOf(name: string): Promise<readonly string[]> {
  const at = name.lastIndexOf(':');
  const [host, port] = [name.slice(0, at).replace(/^\[|\]$/g, ''), name.slice(at + 1)];
  const found = isIP(host) === 0 ? await resolved(host) : [host];
  return found.map((address) => (isIP(address) === 6 ? `[${expanded(address)}]:${port}` : `${address}:${port}`));
}

async function resolved(host: string): Promise<readonly string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return [];
  }
}

/** "::1" in the form of the connections' addresses: eight groups, none omitted. */
function expanded(address: string): string {
  const [left = '', right] = address.split('::');
  const groups = (text: string) => text.split(':').filter((group) => group !== '');
  if (right === undefined) return address;
  const [before, after] = [groups(left), groups(right)];
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].join(':');
}
