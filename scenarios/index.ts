/** Every scenario by its id. The first word names the contended resource. */
import type { Scenario } from '../src/lab/scenario/scenario.ts';
import gocacheEvicted from './gocache/gocache-evicted.ts';
import gocacheFull from './gocache/gocache-full.ts';
import gocacheOwners from './gocache/gocache-owners.ts';
import gocachePath from './gocache/gocache-path.ts';
import gocacheTrimLive from './gocache/gocache-trim-live.ts';
import gocacheTrimLock from './gocache/gocache-trim-lock.ts';
import goplsCacheprogHang from './gopls/cache/gopls-cacheprog-hang.ts';
import goplsCleanLive from './gopls/cache/gopls-clean-live.ts';
import goplsDiskFull from './gopls/cache/gopls-disk-full.ts';
import goplsGocacheFull from './gopls/cache/gopls-gocache-full.ts';
import goplsIndexEmpty from './gopls/cache/gopls-index-empty.ts';
import goplsIndexRace from './gopls/cache/gopls-index-race.ts';
import goplsIndexStale from './gopls/cache/gopls-index-stale.ts';
import goplsReadonlyCache from './gopls/cache/gopls-readonly-cache.ts';
import goplsStaleFiles from './gopls/cache/gopls-stale-files.ts';
import goplsDaemonCleanStart from './gopls/daemon/gopls-daemon-clean-start.ts';
import goplsDaemonColdBuildid from './gopls/daemon/gopls-daemon-cold-buildid.ts';
import goplsDaemonKilled from './gopls/daemon/gopls-daemon-killed.ts';
import goplsDaemonSocketLeft from './gopls/daemon/gopls-daemon-socket-left.ts';
import goplsDaemonStaleSocket from './gopls/daemon/gopls-daemon-stale-socket.ts';
import goplsDaemonStopped from './gopls/daemon/gopls-daemon-stopped.ts';
import goplsMany from './gopls/daemon/gopls-many.ts';
import goplsMcp from './gopls/daemon/gopls-mcp.ts';
import goplsPerAgent from './gopls/daemon/gopls-per-agent.ts';
import goplsPidFile from './gopls/daemon/gopls-pid-file.ts';
import goplsSocketFile from './gopls/daemon/gopls-socket-file.ts';
import goplsSocketOwner from './gopls/daemon/gopls-socket-owner.ts';
import goplsSocketPath from './gopls/daemon/gopls-socket-path.ts';
import goplsWorkspaceSocket from './gopls/daemon/gopls-workspace-socket.ts';
import goplsAuthHang from './gopls/network/gopls-auth-hang.ts';
import goplsGitAskpass from './gopls/network/gopls-git-askpass.ts';
import goplsStalledGit from './gopls/network/gopls-stalled-git.ts';
import goplsStalledHttpProxy from './gopls/network/gopls-stalled-http-proxy.ts';
import goplsStalledProxy from './gopls/network/gopls-stalled-proxy.ts';
import goplsStalledSumdb from './gopls/network/gopls-stalled-sumdb.ts';
import goplsToolchainDownload from './gopls/network/gopls-toolchain-download.ts';
import goplsInheritedFd from './gopls/process/gopls-inherited-fd.ts';
import goplsInheritedPipe from './gopls/process/gopls-inherited-pipe.ts';
import goplsModuleLockHeld from './gopls/process/gopls-module-lock-held.ts';
import goplsOrphanHolder from './gopls/process/gopls-orphan-holder.ts';
import goplsPackagesDriver from './gopls/process/gopls-packages-driver.ts';
import goplsStdin from './gopls/process/gopls-stdin.ts';
import goplsStdinNull from './gopls/process/gopls-stdin-null.ts';
import goplsStopped from './gopls/process/gopls-stopped.ts';
import goplsTimeout from './gopls/process/gopls-timeout.ts';
import goplsFolkFlags from './gopls/settings/gopls-folk-flags.ts';
import goplsGoflagsRefused from './gopls/settings/gopls-goflags-refused.ts';
import goplsNoHome from './gopls/settings/gopls-no-home.ts';
import goplsPollutedGo from './gopls/settings/gopls-polluted-go.ts';
import goplsSays from './gopls/settings/gopls-says.ts';
import goplsWorkspaceContradicts from './gopls/settings/gopls-workspace-contradicts.ts';
import flockNotExclusive from './locks/flock-not-exclusive.ts';
import flockUnsupported from './locks/flock-unsupported.ts';
import folkFindDelete from './locks/folk-find-delete.ts';
import folkFindHarm from './locks/folk-find-harm.ts';
import folkLockFiles from './locks/folk-lock-files.ts';
import leaseEtcd from './locks/lease-etcd.ts';
import leaseRedis from './locks/lease-redis.ts';
import leaseServerRestart from './locks/lease-server-restart.ts';
import lintLockHeld from './locks/lint-lock-held.ts';
import lockHealth from './locks/lock-health.ts';
import lockHealthSick from './locks/lock-health-sick.ts';
import modcacheLockDeleted from './locks/modcache-lock-deleted.ts';
import modcacheLockElsewhere from './locks/modcache-lock-elsewhere.ts';
import modcacheLockHeld from './locks/modcache-lock-held.ts';
import modcacheLockLeft from './locks/modcache-lock-left.ts';
import gorootOther from './machine/goroot-other.ts';
import powerLost from './machine/power-lost.ts';
import powerLostGocache from './machine/power-lost-gocache.ts';
import tmpdirUnusable from './machine/tmpdir-unusable.ts';
import vcsStamping from './machine/vcs-stamping.ts';
import worktreeCold from './machine/worktree-cold.ts';
import worktreeNested from './machine/worktree-nested.ts';
import cacheCleanLive from './modcache/cache-clean-live.ts';
import gosumTempRename from './modcache/gosum-temp-rename.ts';
import modcacheDamaged from './modcache/modcache-damaged.ts';
import modcacheFull from './modcache/modcache-full.ts';
import modcacheGitLockLeft from './modcache/modcache-git-lock-left.ts';
import modcacheHung from './modcache/modcache-hung.ts';
import modcacheKilled from './modcache/modcache-killed.ts';
import modcacheRename from './modcache/modcache-rename.ts';
import modcacheRenameFs from './modcache/modcache-rename-fs.ts';
import modcacheRenameLeftovers from './modcache/modcache-rename-leftovers.ts';
import modcacheRestoredTwice from './modcache/modcache-restored-twice.ts';
import modcacheSharedVolume from './modcache/modcache-shared-volume.ts';

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
