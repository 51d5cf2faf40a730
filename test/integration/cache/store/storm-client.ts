/**
 * Jobs of the storm in one process, which may be killed at any time:
 * node storm-client.ts ADDRESS GRACE-MS ROLE,ID,SLOT [ROLE,ID,SLOT ...]
 */
import { randomBytes } from 'node:crypto';
import { openPool } from '../../../../src/cache/store/pool/open-pool.ts';
import { poolStore } from '../../../../src/cache/store/pool/pool-store.ts';
import { prunePool } from '../../../../src/cache/store/pool/prune.ts';
import { fetched, keyOf, main, put } from './a-pool.ts';

const [, , address = '', grace = '', ...jobs] = process.argv;
const { signal } = new AbortController();
const pool = await openPool(address, process.env, signal);
const graceMs = Number(grace);
const tell = (text: string) => process.stdout.write(`${text.replaceAll('\n', ' ')}\n`);

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

async function play(role: string, id: string, slot: string): Promise<void> {
  if (role === 'prune') {
    await prunePool(pool, { maxAgeMs: null, maxBytes: null, dryRun: false }, signal, graceMs);
    return;
  }
  const store = poolStore(pool, main, signal, graceMs);
  for (;;) {
    const [outcome, content] = await fetched(store, slot);
    if (outcome.outcome === 'failed') {
      tell(`failed ${outcome.why}`);
      return;
    }
    const parts = partsIn(content ?? '');
    if (role === 'read') {
      if (content !== null) tell(`read ${parts.length}`);
      return;
    }
    const all = [...parts, id].map(partOf).join('');
    const after = outcome.outcome === 'hit' ? outcome.matchedKey : '';
    const saved = await put(store, keyOf(slot, randomBytes(4).readUInt32BE()), all, after);
    if (saved.outcome === 'moved') continue;
    tell(saved.outcome === 'saved' ? `saved ${id}` : `failed ${'why' in saved ? saved.why : ''}`);
    return;
  }
}

await Promise.all(
  jobs.map(async (job) => {
    const [role = '', id = '', slot = ''] = job.split(',');
    try {
      await play(role, id, slot);
    } catch (error) {
      tell(`threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }),
);
