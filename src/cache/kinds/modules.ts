import { checkModuleArchive, moduleUnits } from '../archive/module-archive.ts';
import { chooseModules } from '../modules/choose-modules.ts';
import { readDownloadedFiles } from '../modules/downloaded-modules.ts';
import { markModules } from '../modules/mark-modules.ts';
import { moduleUnit } from '../modules/module-unit.ts';
import { type ArchiveKind, notRequested } from './archive-kind.ts';

/** The module cache. */
export const modules: ArchiveKind = {
  place: ({ modules }, { gomodcache }) =>
    modules === 'off' || gomodcache === '' ? notRequested : { folder: gomodcache },
  check: checkModuleArchive,
  units: moduleUnits,
  unitOf: moduleUnit,
  count: (folder) => readDownloadedFiles(folder).length,
  mark: markModules,
  choose: chooseModules,
};
