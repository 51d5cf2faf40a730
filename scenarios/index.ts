/** Every scenario by its id. The first word names the contended resource. */
import type { Scenario } from '../src/lab/scenario/scenario.ts';
import cacheCleanLive from './cache-clean-live.ts';
import flockNotExclusive from './flock-not-exclusive.ts';
import flockUnsupported from './flock-unsupported.ts';
import folkFindDelete from './folk-find-delete.ts';
import folkFindHarm from './folk-find-harm.ts';
import folkLockFiles from './folk-lock-files.ts';
import gocacheEvicted from './gocache-evicted.ts';
import gocacheFull from './gocache-full.ts';
import gocacheOwners from './gocache-owners.ts';
import gocachePath from './gocache-path.ts';
import gocacheTrimLive from './gocache-trim-live.ts';
import gocacheTrimLock from './gocache-trim-lock.ts';
import goplsAuthHang from './gopls-auth-hang.ts';
import goplsCacheprogHang from './gopls-cacheprog-hang.ts';
import goplsCleanLive from './gopls-clean-live.ts';
import goplsDaemonCleanStart from './gopls-daemon-clean-start.ts';
import goplsDaemonColdBuildid from './gopls-daemon-cold-buildid.ts';
import goplsDaemonKilled from './gopls-daemon-killed.ts';
import goplsDaemonSocketLeft from './gopls-daemon-socket-left.ts';
import goplsDaemonStaleSocket from './gopls-daemon-stale-socket.ts';
import goplsDaemonStopped from './gopls-daemon-stopped.ts';
import goplsDiskFull from './gopls-disk-full.ts';
import goplsFolkFlags from './gopls-folk-flags.ts';
import goplsGitAskpass from './gopls-git-askpass.ts';
import goplsGocacheFull from './gopls-gocache-full.ts';
import goplsGoflagsRefused from './gopls-goflags-refused.ts';
import goplsIndexEmpty from './gopls-index-empty.ts';
import goplsIndexRace from './gopls-index-race.ts';
import goplsIndexStale from './gopls-index-stale.ts';
import goplsInheritedFd from './gopls-inherited-fd.ts';
import goplsInheritedPipe from './gopls-inherited-pipe.ts';
import goplsMany from './gopls-many.ts';
import goplsMcp from './gopls-mcp.ts';
import goplsModuleLockHeld from './gopls-module-lock-held.ts';
import goplsNoHome from './gopls-no-home.ts';
import goplsOrphanHolder from './gopls-orphan-holder.ts';
import goplsPackagesDriver from './gopls-packages-driver.ts';
import goplsPerAgent from './gopls-per-agent.ts';
import goplsPidFile from './gopls-pid-file.ts';
import goplsPollutedGo from './gopls-polluted-go.ts';
import goplsReadonlyCache from './gopls-readonly-cache.ts';
import goplsSays from './gopls-says.ts';
import goplsSocketFile from './gopls-socket-file.ts';
import goplsSocketOwner from './gopls-socket-owner.ts';
import goplsSocketPath from './gopls-socket-path.ts';
import goplsStaleFiles from './gopls-stale-files.ts';
import goplsStalledGit from './gopls-stalled-git.ts';
import goplsStalledHttpProxy from './gopls-stalled-http-proxy.ts';
import goplsStalledProxy from './gopls-stalled-proxy.ts';
import goplsStalledSumdb from './gopls-stalled-sumdb.ts';
import goplsStdin from './gopls-stdin.ts';
import goplsStdinNull from './gopls-stdin-null.ts';
import goplsStopped from './gopls-stopped.ts';
import goplsTimeout from './gopls-timeout.ts';
import goplsToolchainDownload from './gopls-toolchain-download.ts';
import goplsWorkspaceContradicts from './gopls-workspace-contradicts.ts';
import goplsWorkspaceSocket from './gopls-workspace-socket.ts';
import gorootOther from './goroot-other.ts';
import gosumTempRename from './gosum-temp-rename.ts';
import leaseEtcd from './lease-etcd.ts';
import leaseRedis from './lease-redis.ts';
import leaseServerRestart from './lease-server-restart.ts';
import lintLockHeld from './lint-lock-held.ts';
import lockHealth from './lock-health.ts';
import lockHealthSick from './lock-health-sick.ts';
import modcacheDamaged from './modcache-damaged.ts';
import modcacheFull from './modcache-full.ts';
import modcacheGitLockLeft from './modcache-git-lock-left.ts';
import modcacheHung from './modcache-hung.ts';
import modcacheKilled from './modcache-killed.ts';
import modcacheLockDeleted from './modcache-lock-deleted.ts';
import modcacheLockElsewhere from './modcache-lock-elsewhere.ts';
import modcacheLockHeld from './modcache-lock-held.ts';
import modcacheLockLeft from './modcache-lock-left.ts';
import modcacheRename from './modcache-rename.ts';
import modcacheRenameFs from './modcache-rename-fs.ts';
import modcacheRenameLeftovers from './modcache-rename-leftovers.ts';
import modcacheRestoredTwice from './modcache-restored-twice.ts';
import modcacheSharedVolume from './modcache-shared-volume.ts';
import powerLost from './power-lost.ts';
import powerLostGocache from './power-lost-gocache.ts';
import tmpdirUnusable from './tmpdir-unusable.ts';
import vcsStamping from './vcs-stamping.ts';
import worktreeCold from './worktree-cold.ts';
import worktreeNested from './worktree-nested.ts';

export const scenarios: Readonly<Record<string, Scenario>> = {
  'gosum-temp-rename': gosumTempRename,
  'modcache-rename': modcacheRename,
  'modcache-rename-fs': modcacheRenameFs,
  'modcache-rename-leftovers': modcacheRenameLeftovers,
  'modcache-lock-held': modcacheLockHeld,
  'modcache-lock-elsewhere': modcacheLockElsewhere,
  'modcache-lock-left': modcacheLockLeft,
  'modcache-lock-deleted': modcacheLockDeleted,
  'modcache-shared-volume': modcacheSharedVolume,
  'modcache-full': modcacheFull,
  'modcache-hung': modcacheHung,
  'modcache-killed': modcacheKilled,
  'cache-clean-live': cacheCleanLive,
  'modcache-damaged': modcacheDamaged,
  'modcache-git-lock-left': modcacheGitLockLeft,
  'modcache-restored-twice': modcacheRestoredTwice,
  'goroot-other': gorootOther,
  'power-lost': powerLost,
  'power-lost-gocache': powerLostGocache,
  'tmpdir-unusable': tmpdirUnusable,
  'vcs-stamping': vcsStamping,
  'worktree-cold': worktreeCold,
  'worktree-nested': worktreeNested,
  'folk-lock-files': folkLockFiles,
  'folk-find-delete': folkFindDelete,
  'folk-find-harm': folkFindHarm,
  'flock-not-exclusive': flockNotExclusive,
  'flock-unsupported': flockUnsupported,
  'gocache-owners': gocacheOwners,
  'gocache-path': gocachePath,
  'gocache-trim-live': gocacheTrimLive,
  'gocache-trim-lock': gocacheTrimLock,
  'gocache-evicted': gocacheEvicted,
  'gocache-full': gocacheFull,
  'gopls-stalled-http-proxy': goplsStalledHttpProxy,
  'gopls-stalled-proxy': goplsStalledProxy,
  'gopls-git-askpass': goplsGitAskpass,
  'gopls-stalled-git': goplsStalledGit,
  'gopls-stalled-sumdb': goplsStalledSumdb,
  'gopls-toolchain-download': goplsToolchainDownload,
  'gopls-packages-driver': goplsPackagesDriver,
  'gopls-cacheprog-hang': goplsCacheprogHang,
  'gopls-polluted-go': goplsPollutedGo,
  'gopls-auth-hang': goplsAuthHang,
  'gopls-goflags-refused': goplsGoflagsRefused,
  'gopls-workspace-contradicts': goplsWorkspaceContradicts,
  'gopls-no-home': goplsNoHome,
  'gopls-module-lock-held': goplsModuleLockHeld,
  'gopls-many': goplsMany,
  'gopls-inherited-fd': goplsInheritedFd,
  'gopls-inherited-pipe': goplsInheritedPipe,
  'gopls-orphan-holder': goplsOrphanHolder,
  'gopls-clean-live': goplsCleanLive,
  'gopls-pid-file': goplsPidFile,
  'gopls-socket-file': goplsSocketFile,
  'gopls-stale-files': goplsStaleFiles,
  'gopls-stdin-null': goplsStdinNull,
  'gopls-stdin': goplsStdin,
  'gopls-stopped': goplsStopped,
  'gopls-daemon-stopped': goplsDaemonStopped,
  'gopls-daemon-clean-start': goplsDaemonCleanStart,
  'gopls-daemon-stale-socket': goplsDaemonStaleSocket,
  'gopls-socket-path': goplsSocketPath,
  'gopls-socket-owner': goplsSocketOwner,
  'gopls-daemon-cold-buildid': goplsDaemonColdBuildid,
  'gopls-daemon-killed': goplsDaemonKilled,
  'gopls-mcp': goplsMcp,
  'gopls-per-agent': goplsPerAgent,
  'gopls-daemon-socket-left': goplsDaemonSocketLeft,
  'gopls-timeout': goplsTimeout,
  'gopls-gocache-full': goplsGocacheFull,
  'gopls-disk-full': goplsDiskFull,
  'gopls-index-stale': goplsIndexStale,
  'gopls-readonly-cache': goplsReadonlyCache,
  'gopls-says': goplsSays,
  'gopls-workspace-socket': goplsWorkspaceSocket,
  'gopls-index-race': goplsIndexRace,
  'gopls-index-empty': goplsIndexEmpty,
  'gopls-folk-flags': goplsFolkFlags,
  'lease-redis': leaseRedis,
  'lease-etcd': leaseEtcd,
  'lease-server-restart': leaseServerRestart,
  'lint-lock-held': lintLockHeld,
  'lock-health': lockHealth,
  'lock-health-sick': lockHealthSick,
};
