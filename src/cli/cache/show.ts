import { type Inventory, inventoryOf, type StoredArchive } from '../../cache/store/pool/inventory.ts';
import { exitStatus } from '../../errors.ts';
import { groupBy } from '../../group-by.ts';
import { onInterruption } from '../../process/interruption.ts';
import { outputOf } from '../output.ts';
import { signOfLife } from '../sign-of-life.ts';
import { storeOf } from './job-options.ts';
import { thePool } from './the-pool.ts';
import { ageWords, megabytes } from './words.ts';

export interface ShowOptions {
  readonly store?: string;
  readonly json?: true;
}

/** @returns the exit status. */
export async function showFromCommandLine(options: ShowOptions): Promise<number> {
  using interruption = onInterruption();
  const { signal } = interruption;
  try {
    const pool = await thePool(storeOf(options, process.env), signal);
    using life = signOfLife(outputOf(process.stderr));
    life.phase(`reading ${pool.what}`);
    // This machine's clock: a store that may only be read has no other way to tell its own.
    const found = await inventoryOf(pool, Date.now(), signal);
    life[Symbol.dispose]();
    process.stdout.write(
      options.json === true ? `${JSON.stringify({ schema: 1, ...found }, null, 1)}\n` : textOf(found),
    );
    return exitStatus.expected;
  } catch (error) {
    if (!signal.aborted) throw error;
    process.stderr.write('unlatch: interrupted\n');
    return exitStatus.interrupted;
  }
}

function textOf({ what, archives, leftovers }: Inventory): string {
  const total = archives.reduce((sum, { bytes }) => sum + bytes, 0);
  const lines = [`${what}: ${archives.length} archives, ${megabytes(total)}`];
  for (const [scope, ones] of groupBy(archives, (archive) => archive.scope)) {
    lines.push('', scope, ...ones.flatMap(linesOf));
  }
  if (leftovers.objects > 0) {
    lines.push(
      '',
      `${leftovers.objects} objects, ${megabytes(leftovers.bytes)}, were replaced or never named; \`unlatch cache prune\` removes them an hour later`,
    );
  }
  return `${lines.map(printable).join('\n')}\n`;
}

function linesOf({ kind, key, bytes, ageMs, by, alive }: StoredArchive): readonly string[] {
  const author = [by.ci, by.job, by.url].filter((word) => word !== '').join(' ');
  return [
    `  ${kind}  ${megabytes(bytes)}  saved ${ageWords(ageMs)} ago by ${author || 'an unknown job'}`,
    `    ${key}`,
    `    kept by: ${alive}`,
  ];
}

/** Whoever can write the store has chosen these words. */
function printable(line: string): string {
  return line.replace(/\p{Cc}/gu, '?');
}
