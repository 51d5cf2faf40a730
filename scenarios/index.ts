/** Every scenario, under the name that it is run by: the first word says what is contended for. */
import type { Scenario } from '../src/lab/scenario.ts';
import flockUnsupported from './flock-unsupported.ts';
import folkFindDelete from './folk-find-delete.ts';
import folkFindHarm from './folk-find-harm.ts';
import folkLockFiles from './folk-lock-files.ts';
import gocacheTrimLock from './gocache-trim-lock.ts';
import goplsDaemonStopped from './gopls-daemon-stopped.ts';
import goplsFolkFlags from './gopls-folk-flags.ts';
import goplsModuleLockHeld from './gopls-module-lock-held.ts';
import goplsOrphanHolder from './gopls-orphan-holder.ts';
import goplsPidFile from './gopls-pid-file.ts';
import goplsSocketFile from './gopls-socket-file.ts';
import goplsStaleFiles from './gopls-stale-files.ts';
import goplsStalledProxy from './gopls-stalled-proxy.ts';
import goplsStalledSumdb from './gopls-stalled-sumdb.ts';
import goplsStdin from './gopls-stdin.ts';
import goplsStdinNull from './gopls-stdin-null.ts';
import goplsToolchainDownload from './gopls-toolchain-download.ts';
import gosumTempRename from './gosum-temp-rename.ts';
import modcacheKilled from './modcache-killed.ts';
import modcacheLockDeleted from './modcache-lock-deleted.ts';
import modcacheLockHeld from './modcache-lock-held.ts';
import modcacheLockLeft from './modcache-lock-left.ts';
import modcacheRename from './modcache-rename.ts';

export const scenarios: Readonly<Record<string, Scenario>> = {
  'gosum-temp-rename': gosumTempRename,
  'modcache-rename': modcacheRename,
  'modcache-lock-held': modcacheLockHeld,
  'modcache-lock-left': modcacheLockLeft,
  'modcache-lock-deleted': modcacheLockDeleted,
  'modcache-killed': modcacheKilled,
  'folk-lock-files': folkLockFiles,
  'folk-find-delete': folkFindDelete,
  'folk-find-harm': folkFindHarm,
  'flock-unsupported': flockUnsupported,
  'gocache-trim-lock': gocacheTrimLock,
  'gopls-stalled-proxy': goplsStalledProxy,
  'gopls-stalled-sumdb': goplsStalledSumdb,
  'gopls-toolchain-download': goplsToolchainDownload,
  'gopls-module-lock-held': goplsModuleLockHeld,
  'gopls-orphan-holder': goplsOrphanHolder,
  'gopls-pid-file': goplsPidFile,
  'gopls-socket-file': goplsSocketFile,
  'gopls-stale-files': goplsStaleFiles,
  'gopls-stdin-null': goplsStdinNull,
  'gopls-stdin': goplsStdin,
  'gopls-daemon-stopped': goplsDaemonStopped,
  'gopls-folk-flags': goplsFolkFlags,
};
