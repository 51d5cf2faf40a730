/** One job of the storm, a process that may be killed at any time: node storm-client.ts ADDRESS ROLE ID SLOT GRACE-MS */
import { randomBytes } from 'node:crypto';
import { openPool } from '../../../../src/cache/store/pool/open-pool.ts';
import { poolStore } from '../../../../src/cache/store/pool/pool-store.ts';
import { prunePool } from '../../../../src/cache/store/pool/prune.ts';
import { fetched, keyOf, main, put } from './a-pool.ts';

const [, , address = '', role = '', id = '', slot = '', grace = ''] = process.argv;
const { signal } = new AbortController();
const pool = await openPool(address, process.env, signal);
const graceMs = Number(grace);
const store = poolStore(pool, main, signal, graceMs);
const tell = (text: string) => process.stdout.write(`${text}\n`);

/** Content that shows whether it is whole: parts, each with its own digits a hundred times. */
function partOf(name: string): string {
  return `${name}=${Buffer.from(name).toString('hex').repeat(100)};`;
}

function partsIn(content: string): readonly string[] {
  return content.split(';').flatMap((part) => {
    const [name = ''] = part.split('=');
    if (part === '') return [];
    if (`${part};` !== partOf(name)) throw new Error(`damaged: ${part.slice(0, 80)}`);
    return [name];
  });
}

if (role === 'prune') {
  await prunePool(pool, { maxAgeMs: null, maxBytes: null, dryRun: false }, signal, graceMs);
} else if (role === 'read') {
  const [outcome, content] = await fetched(store, slot);
  if (outcome.outcome === 'failed') tell(`failed ${outcome.why}`);
  else if (content !== null) tell(`read ${partsIn(content).length}`);
} else {
  for (;;) {
    const [outcome, content] = await fetched(store, slot);
    if (outcome.outcome === 'failed') {
      tell(`failed ${outcome.why}`);
      break;
    }
    const parts = partsIn(content ?? '');
    const all = [...parts, id].map(partOf).join('');
    const after = outcome.outcome === 'hit' ? outcome.matchedKey : '';
    const saved = await put(store, keyOf(slot, randomBytes(4).readUInt32BE()), all, after);
    if (saved.outcome === 'moved') continue;
    tell(saved.outcome === 'saved' ? `saved ${id}` : `failed ${'why' in saved ? saved.why : ''}`);
    break;
  }
}
