import { buildUnits, checkBuildArchive } from '../archive/build-archive.ts';
import { buildEntryPaths } from '../entries/build-entries.ts';
import { chooseBuildEntries } from '../entries/choose-entries.ts';
import { markBuildEntries } from '../entries/mark-build-entries.ts';
import { type ArchiveKind, type CachePlace, notRequested } from './archive-kind.ts';

/** go's build cache. */
export const gocache: ArchiveKind = {
  place: ({ build }, { gocache: folder }): CachePlace => {
    if (build === 'off') return notRequested;
    return ['', 'off'].includes(folder) ? { off: 'GOCACHE is off' } : { folder };
  },
  check: checkBuildArchive,
  units: buildUnits,
  unitOf: (path) => path,
  count: (folder) => buildEntryPaths(folder).length,
  mark: markBuildEntries,
  choose:
    (_, { build, startedMs }) =>
    (known) =>
      chooseBuildEntries(build, startedMs, known),
};
