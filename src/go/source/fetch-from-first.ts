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
  /** Where to unpack; does not exist yet. */
  readonly goroot: string;
  readonly scratch: string;
  /** Whether the unpacked files are the wanted Go. */
  readonly whole: () => Promise<boolean>;
  /** Earlier answers, for the error message. */
  readonly said: readonly SourceAnswer[];
}

/**
 * Tries one source after the other until one has the version.
 *
 * @returns that source.
 * @throws UserError if every source that answered says there is no such version. EnvironmentError if
 *   none has it. Both quote each source's answer. ChecksumMismatch.
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
      const verifiedBy = await source.fetch(version, goroot, own);
      if (!(await whole())) {
        throw new EnvironmentError(
          `the archive has no complete Go ${version} (bin/go or VERSION is missing); nothing was kept`,
        );
      }
      context.onAnswer?.({ source: source.name, outcome: 'found', said: verifiedBy, verified: true });
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
    // If it is listed, only its archive is unavailable.
    if (!known.includes(version)) {
      const error = noSuchGo(version, known, context.platform ?? hostPlatform());
      error.message += table;
      throw error;
    }
  }
  throw new EnvironmentError(`cannot download go ${version}: no source has it${table}`);
}

/** The versions in the first list that is available, for a hint. Empty: no list is available. */
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
