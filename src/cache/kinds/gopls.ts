import { goplsCacheFolder } from '../../go/gopls-cache.ts';
import { checkGoplsArchive, goplsUnits } from '../archive/gopls-archive.ts';
import { chooseGoplsEntries } from '../entries/choose-entries.ts';
import { goplsEntryPaths } from '../entries/gopls-entries.ts';
import { markGoplsEntries } from '../entries/mark-gopls-entries.ts';
import { type ArchiveKind, notRequested } from './archive-kind.ts';

/** The cache of gopls. */
export const gopls: ArchiveKind = {
  place: ({ gopls, env }) => (gopls === 'off' ? notRequested : { folder: goplsCacheFolder(env) }),
  check: checkGoplsArchive,
  units: goplsUnits,
  unitOf: (path) => path,
  count: (folder) => goplsEntryPaths(folder).length,
  mark: markGoplsEntries,
  choose:
    (_, { gopls, startedMs }) =>
    (known) =>
      chooseGoplsEntries(gopls, startedMs, known),
};
