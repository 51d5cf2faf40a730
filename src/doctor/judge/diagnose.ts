/** All findings over a snapshot, the gravest first, and a one-line verdict. */

import { withoutAside, worksFor } from '../facts/subject.ts';
import { buildCacheDamaged } from '../finding/caches/build-cache-damaged.ts';
import { cacheEvicted } from '../finding/caches/cache-evicted.ts';
import { cacheNotWritable } from '../finding/caches/cache-not-writable.ts';
import { cachePath } from '../finding/caches/cache-path.ts';
import { diskFull } from '../finding/caches/disk-full.ts';
import { filesystemHung } from '../finding/caches/filesystem-hung.ts';
import { moduleDamaged } from '../finding/caches/module-damaged.ts';
import { nfsLookupCache } from '../finding/caches/nfs-lookup-cache.ts';
import { ownersDiffer } from '../finding/caches/owners-differ.ts';
import { renameLeftovers } from '../finding/caches/rename-leftovers.ts';
import { restoreNotEmpty } from '../finding/caches/restore-not-empty.ts';
import { daemonColdBuildid } from '../finding/gopls/daemon-cold-buildid.ts';
import { daemonDuplicate } from '../finding/gopls/daemon-duplicate.ts';
import { daemonStopped } from '../finding/gopls/daemon-stopped.ts';
import { goplsCacheDamaged } from '../finding/gopls/gopls-cache-damaged.ts';
import { goplsSays } from '../finding/gopls/gopls-says.ts';
import { indexStale } from '../finding/gopls/index-stale.ts';
import { socketOwner } from '../finding/gopls/socket-owner.ts';
import { socketPath } from '../finding/gopls/socket-path.ts';
import { cleanUnderLoad } from '../finding/locks/clean-under-load.ts';
import { flockNotExclusive } from '../finding/locks/flock-not-exclusive.ts';
import { flockUnsupported } from '../finding/locks/flock-unsupported.ts';
import { folkFiles } from '../finding/locks/folk-files.ts';
import { gitLockLeft } from '../finding/locks/git-lock-left.ts';
import { lintLockHeld } from '../finding/locks/lint-lock-held.ts';
import { lockWaiter } from '../finding/locks/lock-waiter.ts';
import { orphanHolder } from '../finding/locks/orphan-holder.ts';
import { stalledGit } from '../finding/network/stalled-git.ts';
import { stalledHttpProxy } from '../finding/network/stalled-http-proxy.ts';
import { stalledProxy } from '../finding/network/stalled-proxy.ts';
import { stalledSumdb } from '../finding/network/stalled-sumdb.ts';
import { toolchainDownload } from '../finding/network/toolchain-download.ts';
import { cacheprogHang } from '../finding/processes/cacheprog-hang.ts';
import { helperWaits } from '../finding/processes/helper-waits.ts';
import { outOfMemory } from '../finding/processes/out-of-memory.ts';
import { packagesDriver } from '../finding/processes/packages-driver.ts';
import { pipeInherited } from '../finding/processes/pipe-inherited.ts';
import { processStopped } from '../finding/processes/process-stopped.ts';
import { environmentDiffers } from '../finding/settings/environment-differs.ts';
import { goflagsRefused } from '../finding/settings/goflags-refused.ts';
import { gorootOther } from '../finding/settings/goroot-other.ts';
import { tmpdirUnusable } from '../finding/settings/tmpdir-unusable.ts';
import { vcsStamping } from '../finding/settings/vcs-stamping.ts';
import { workspaceContradicts } from '../finding/settings/workspace-contradicts.ts';
import type { Finder, Finding } from '../finding.ts';
import type { Snapshot } from '../snapshot.ts';
import { sessionFindings, sessionMoves } from './own-session.ts';
import { verdictOf } from './verdict.ts';
import { withoutEchoes } from './without-echoes.ts';

export interface Diagnosis {
  readonly verdict: string;
  readonly findings: readonly Finding[];
}

/** Within one severity, causes come before their consequences. */
const finders: readonly Finder[] = [
  filesystemHung,
  diskFull,
  daemonStopped,
  processStopped,
  orphanHolder,
  toolchainDownload,
  stalledHttpProxy,
  stalledProxy,
  stalledSumdb,
  stalledGit,
  helperWaits,
  packagesDriver,
  cacheprogHang,
  pipeInherited,
  lockWaiter,
  goplsSays,
  lintLockHeld,
  flockUnsupported,
  flockNotExclusive,
  cacheNotWritable,
  ownersDiffer,
  cachePath,
  tmpdirUnusable,
  gorootOther,
  goflagsRefused,
  workspaceContradicts,
  environmentDiffers,
  goplsCacheDamaged,
  moduleDamaged,
  buildCacheDamaged,
  indexStale,
  gitLockLeft,
  cleanUnderLoad,
  daemonColdBuildid,
  daemonDuplicate,
  socketPath,
  socketOwner,
  vcsStamping,
  restoreNotEmpty,
  cacheEvicted,
  renameLeftovers,
  outOfMemory,
  nfsLookupCache,
  folkFiles,
];

const ranks: readonly Finding['severity'][] = ['error', 'warning', 'note'];

/** Within one severity, findings about the given folder come first. */
export function diagnose(whole: Snapshot): Diagnosis {
  const snapshot = withoutAside(whole);
  const here = new Set(
    snapshot.processes.filter((process) => worksFor(process, snapshot.folder)).map(({ pid }) => pid),
  );
  const found = finders.flatMap((find) => find(snapshot));
  // The session's findings are about this folder too and follow those found without it.
  const ofSession = sessionFindings(whole, finders, found);
  const elsewhere = (finding: Finding) =>
    Number(finding.pids.length > 0 && !ofSession.includes(finding) && !finding.pids.some((pid) => here.has(pid)));
  const findings = withoutEchoes([...found, ...ofSession])
    .filter((finding, _, all) => !isOnlyThatItIsStuck(finding, all, whole))
    .sort((a, b) => ranks.indexOf(a.severity) - ranks.indexOf(b.severity) || elsewhere(a) - elsewhere(b));
  return { verdict: verdictOf(snapshot, findings), findings };
}

/** A stuck session is no finding by itself if another finding says why or if it was only slow. */
function isOnlyThatItIsStuck({ id, summary }: Finding, all: readonly Finding[], whole: Snapshot): boolean {
  if (id !== 'gopls-says' || !summary.endsWith('for the session that unlatch opened')) return false;
  return sessionMoves(whole) || all.some((other) => other.id !== 'gopls-says' && other.severity !== 'note');
}
