import { isAbsolute, join } from 'node:path';
import type { Env } from '../../go/context.ts';
import { userCacheFolder } from '../../go/user-cache.ts';
import { buildUnits, checkLintArchive } from '../archive/build-archive.ts';
import { buildEntryPaths } from '../entries/build-entries.ts';
import { chooseLintEntries } from '../entries/choose-entries.ts';
import { markBuildEntries } from '../entries/mark-build-entries.ts';
import { type ArchiveKind, type CachePlace, notRequested } from './archive-kind.ts';

/** The cache of golangci-lint, laid out like go's build cache. */
export const golangciLint: ArchiveKind = {
  place: ({ lint, env }) => (lint === 'off' ? notRequested : placeIn(env)),
  check: checkLintArchive,
  units: buildUnits,
  unitOf: (path) => path,
  count: (folder) => buildEntryPaths(folder).length,
  mark: markBuildEntries,
  choose:
    (_, { lint, startedMs }) =>
    (known) =>
      chooseLintEntries(lint, startedMs, known),
};

/** Source: golangci-lint, internal/go/cache/default.go, DefaultDir. */
function placeIn(env: Env): CachePlace {
  const named = env['GOLANGCI_LINT_CACHE'];
  if (named) {
    return isAbsolute(named)
      ? { folder: named }
      : { off: `GOLANGCI_LINT_CACHE is ${named}, which is not an absolute path` };
  }
  const folder = userCacheFolder(env);
  return folder === null
    ? { off: 'its folder is unknown: neither HOME nor GOLANGCI_LINT_CACHE is set' }
    : { folder: join(folder, 'golangci-lint') };
}
