import { checkModuleArchive, moduleUnits } from '../archive/module-archive.ts';
import { chooseModules } from '../modules/choose-modules.ts';
import { readDownloadedFiles } from '../modules/downloaded-modules.ts';
import { type ArchiveKind, notRequested } from './archive-kind.ts';

/** The module cache. */
export const modules: ArchiveKind = {
  place: ({ modules }, { gomodcache }) =>
    modules === 'off' || gomodcache === '' ? notRequested : { folder: gomodcache },
  check: checkModuleArchive,
  units: moduleUnits,
  count: (folder) => readDownloadedFiles(folder).length,
  mark: null,
  choose: chooseModules,
};
