import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvironmentError } from '../../errors.ts';
import type { ProvisionContext } from '../context.ts';
import { hostPlatform } from '../platform.ts';
import { noSuchGo, toolchainVersions } from '../versions.ts';
import { goListings } from './go-listings.ts';
import type { GoSource } from './go-source.ts';
import { answerOf, type SourceAnswer, tableOf } from './source-answer.ts';

interface Attempt {
  /** Where it is unpacked; does not exist yet. */
  readonly goroot: string;
  readonly scratch: string;
  /** Whether what was unpacked is the Go that is wanted. */
  readonly whole: () => Promise<boolean>;
  /** What others have said before, for the error. */
  readonly said: readonly SourceAnswer[];
}

/**
 * Asks one source after the other until one has the version.
 *
 * @returns the source that had it.
 * @throws UserError: all that answer say that there is no such version. EnvironmentError: none has it. Both say what each source said.
 *   ChecksumMismatch.
 */
export async function fetchFromFirst(
  version: string,
  sources: readonly GoSource[],
  { goroot, scratch, whole, said }: Attempt,
  context: ProvisionContext,
): Promise<GoSource> {
  const answers: SourceAnswer[] = [];
  for (const [i, source] of sources.entries()) {
    const own = join(scratch, String(i));
    await mkdir(own);
    try {
      const voucher = await source.fetch(version, goroot, own);
      if (!(await whole())) {
        throw new EnvironmentError(`the archive holds no whole Go ${version} (bin/go or VERSION); nothing was kept`);
      }
      context.onAnswer?.({ source: source.name, outcome: 'found', said: voucher, vouched: true });
      return source;
    } catch (error) {
      context.signal?.throwIfAborted();
      const answer = answerOf(source.name, error);
      if (answer === null) throw error;
      context.onAnswer?.(answer);
      answers.push(answer);
      await rm(goroot, { recursive: true, force: true });
    }
  }
  const table = tableOf([...said, ...answers]);
  const absent = answers.some(({ outcome }) => outcome === 'absent');
  if (absent && answers.every(({ outcome }) => outcome === 'absent' || outcome === 'unreachable')) {
    const known = await knownVersions(context);
    // Where it is listed, it is its archive that cannot be had.
    if (!known.includes(version)) {
      const error = noSuchGo(version, known, context.platform ?? hostPlatform());
      error.message += table;
      throw error;
    }
  }
  throw new EnvironmentError(`cannot download go ${version}: no source has it${table}`);
}

/** By the first list that can be had; none: there is no hint then. */
async function knownVersions(context: ProvisionContext): Promise<readonly string[]> {
  for (const { name, list } of await goListings(context, toolchainVersions)) {
    try {
      return await list();
    } catch (error) {
      context.signal?.throwIfAborted();
      if (answerOf(name, error) === null) throw error;
    }
  }
  return [];
}
