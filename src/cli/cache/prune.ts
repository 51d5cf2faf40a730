import { type PruneReport, prunePool } from '../../cache/store/pool/prune.ts';
import { exitStatus, UserError } from '../../errors.ts';
import { onInterruption } from '../../process/interruption.ts';
import { outputOf } from '../output.ts';
import { parseCount } from '../parse-count.ts';
import { signOfLife } from '../sign-of-life.ts';
import { storeOf } from './job-options.ts';
import { thePool } from './the-pool.ts';
import { megabytes } from './words.ts';

export interface PruneOptions {
  readonly store?: string;
  readonly maxAge: string;
  readonly maxBytes?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

/** @returns the exit status: 1 if a dry run found something. */
export async function pruneFromCommandLine(options: PruneOptions): Promise<number> {
  using interruption = onInterruption();
  const { signal } = interruption;
  const retention = {
    maxAgeMs: parseCount('--max-age', options.maxAge, 36_500, 0) * 86_400_000,
    maxBytes: options.maxBytes === undefined ? null : parseBytes(options.maxBytes),
    dryRun: options.dryRun === true,
  };
  try {
    const pool = await thePool(storeOf(options, process.env), signal);
    using life = signOfLife(outputOf(process.stderr));
    life.phase(`pruning ${pool.what}`);
    const report = await prunePool(pool, retention, signal);
    life[Symbol.dispose]();
    process.stdout.write(
      options.json === true ? `${JSON.stringify({ schema: 1, ...report }, null, 1)}\n` : textOf(report),
    );
    const isLeft = report.dryRun && report.retired.length + report.removed.objects + report.unfinished > 0;
    return isLeft ? exitStatus.differs : exitStatus.expected;
  } catch (error) {
    if (!signal.aborted) throw error;
    process.stderr.write('unlatch: interrupted; nothing more was removed\n');
    return exitStatus.interrupted;
  }
}

function textOf({ dryRun, retired, removed, waiting, unfinished, kept }: PruneReport): string {
  const would = dryRun ? 'would be ' : '';
  return [
    ...retired.map(({ scope, key, bytes, why }) => `${scope} ${key}: ${megabytes(bytes)}: ${would}taken away: ${why}`),
    `${would}removed: ${removed.objects} objects, ${megabytes(removed.bytes)}${unfinished === 0 ? '' : `, and ${unfinished} unfinished uploads`}`,
    `wait an hour for jobs that may need them: ${waiting.objects} objects, ${megabytes(waiting.bytes)}`,
    `kept: ${kept.archives} archives, ${megabytes(kept.bytes)}`,
    '',
  ].join('\n');
}

const units: Readonly<Record<string, number>> = { '': 1, B: 1, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 };

/** "20GB" */
function parseBytes(text: string): number {
  const [, count, unit = ''] = /^(\d+(?:\.\d+)?)\s*([KMGT]?B)?$/i.exec(text) ?? [];
  if (count !== undefined) return Number(count) * (units[unit.toUpperCase()] ?? 1);
  throw new UserError(`--max-bytes ${JSON.stringify(text)}: expected a size such as 20GB or 500MB`);
}
