/** All findings over a snapshot, the gravest first, and a one-line verdict. */

import { withoutAside, worksFor } from '../facts/subject.ts';
import { buildCacheDamaged } from '../finding/build-cache-damaged.ts';
import { cacheEvicted } from '../finding/cache-evicted.ts';
import { cacheNotWritable } from '../finding/cache-not-writable.ts';
import { cachePath } from '../finding/cache-path.ts';
import { cacheprogHang } from '../finding/cacheprog-hang.ts';
import { cleanUnderLoad } from '../finding/clean-under-load.ts';
import { daemonColdBuildid } from '../finding/daemon-cold-buildid.ts';
import { daemonDuplicate } from '../finding/daemon-duplicate.ts';
import { daemonStopped } from '../finding/daemon-stopped.ts';
import { diskFull } from '../finding/disk-full.ts';
import { environmentDiffers } from '../finding/environment-differs.ts';
import { filesystemHung } from '../finding/filesystem-hung.ts';
import { flockNotExclusive } from '../finding/flock-not-exclusive.ts';
import { flockUnsupported } from '../finding/flock-unsupported.ts';
import { folkFiles } from '../finding/folk-files.ts';
import { gitLockLeft } from '../finding/git-lock-left.ts';
import { goflagsRefused } from '../finding/goflags-refused.ts';
import { goplsCacheDamaged } from '../finding/gopls-cache-damaged.ts';
import { goplsSays } from '../finding/gopls-says.ts';
import { gorootOther } from '../finding/goroot-other.ts';
import { helperWaits } from '../finding/helper-waits.ts';
import { indexStale } from '../finding/index-stale.ts';
import { lintLockHeld } from '../finding/lint-lock-held.ts';
import { lockWaiter } from '../finding/lock-waiter.ts';
import { moduleDamaged } from '../finding/module-damaged.ts';
import { nfsLookupCache } from '../finding/nfs-lookup-cache.ts';
import { orphanHolder } from '../finding/orphan-holder.ts';
import { outOfMemory } from '../finding/out-of-memory.ts';
import { ownersDiffer } from '../finding/owners-differ.ts';
import { packagesDriver } from '../finding/packages-driver.ts';
import { pipeInherited } from '../finding/pipe-inherited.ts';
import { processStopped } from '../finding/process-stopped.ts';
import { renameLeftovers } from '../finding/rename-leftovers.ts';
import { restoreNotEmpty } from '../finding/restore-not-empty.ts';
import { socketOwner } from '../finding/socket-owner.ts';
import { socketPath } from '../finding/socket-path.ts';
import { stalledGit } from '../finding/stalled-git.ts';
import { stalledHttpProxy } from '../finding/stalled-http-proxy.ts';
import { stalledProxy } from '../finding/stalled-proxy.ts';
import { stalledSumdb } from '../finding/stalled-sumdb.ts';
import { tmpdirUnusable } from '../finding/tmpdir-unusable.ts';
import { toolchainDownload } from '../finding/toolchain-download.ts';
import { vcsStamping } from '../finding/vcs-stamping.ts';
import { workspaceContradicts } from '../finding/workspace-contradicts.ts';
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
