/** The wait chains as a tree of lines. */
import { lockName } from '../../go/lock-name.ts';
import { chainsOf, type Link, nextOf } from '../chain/wait-chain.ts';
import type { ProcessFact } from '../process-fact.ts';
import type { Snapshot } from '../snapshot.ts';
import { processText, waitText } from './process-text.ts';

/** The chains of go, gopls and the holders of their locks; empty when none runs. */
export function drawTree(snapshot: Snapshot): readonly string[] {
  return chainsOf(snapshot)
    .filter(
      ({ process, wait }) =>
        /^(go|gopls|git|dlv)$/.test(process.name) || wait.kind === 'lock' || heldBy(process).length > 0,
    )
    .flatMap((link) => drawn(link, '', ''));
}

function drawn(link: Link, first: string, rest: string): readonly string[] {
  const { process, wait } = link;
  const held = heldBy(process);
  const more = held.length > 3 ? ` and ${held.length - 3} more` : '';
  const holds = held.length === 0 ? '' : `, holds the lock of ${held.slice(0, 3).join(', ')}${more}`;
  const next = nextOf(wait);
  const what = waitText(wait);
  const head = `${first}${processText(process)}${holds}`;
  const below = next.flatMap((other, index) => {
    const last = index === next.length - 1;
    return drawn(other, `${rest}${last ? '└─ ' : '├─ '}`, `${rest}${last ? '   ' : '│  '}`);
  });
  return [what === null ? head : `${head}: waits for ${what}`, ...below];
}

function heldBy({ files }: ProcessFact): readonly string[] {
  return [...new Set(files.filter(({ lock }) => lock !== null).map(({ path }) => lockName(path)))];
}
