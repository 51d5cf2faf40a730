import type { BoundReport } from '../../clean/bound/bound.ts';
import type { CleanReport } from '../../clean/clean.ts';
import type { CleanItem } from '../../clean/clean-item.ts';
import type { LeftMounts } from '../../clean/left-mounts.ts';
import { clipCommand } from '../../process/describe-process.ts';

/** The report for a reader: the verdict, then what was or would be removed, what is left and its holder, what was spared. */
export function cleanText(report: CleanReport): string {
  const { items, kept, unread, ended, roots, mounts = [] } = report;
  const went = items.filter(({ outcome }) => outcome === 'removed' || outcome === 'planned');
  const left = items.filter(({ outcome }) => outcome === 'busy' || outcome === 'failed');
  const spared = [...items.filter(({ outcome }) => outcome === 'changed'), ...kept];
  // A missing gopls cache or runtime folder is not worth a line.
  const missing = roots
    .filter(({ kind, found }) => !found && (kind === 'gocache' || kind === 'gomodcache'))
    .map(({ path }) => ({ path, why: 'does not exist' }));
  return [
    went.length + left.length + mounts.length === 0 ? 'nothing is left over' : total(report),
    ...ended.map(({ pid, command }) => `ended pid ${pid} (${printable(clipCommand(command))})`),
    ...section(report.dryRun ? 'would be removed' : 'removed', went, ({ reason, isInLayer }) =>
      isInLayer === true ? `${reason}; it lies in a read-only layer, so this frees nothing` : reason,
    ),
    ...section('left', left, ({ reason, why }) => `${reason}; ${why}`),
    ...section('mounts that a dead job left', mounts.map(rowOf), ({ text }) => text),
    ...section('spared', spared, ({ why }) => why ?? ''),
    ...(report.bound === null ? [] : boundText(report.bound, report.dryRun)),
    ...section('not read', [...missing, ...unread.map(({ path, code }) => ({ path, why: code }))], ({ why }) => why),
    '',
  ].join('\n');
}

function rowOf({ folder, mountPoints, outcome, why }: LeftMounts) {
  const done = { planned: 'would be unmounted', removed: 'unmounted, and removed', busy: 'left', failed: 'left' }[
    outcome
  ];
  return { path: folder, text: `${mountPoints.join(' ')}: ${done}${why === null ? '' : `: ${why}`}` };
}

/** What each cache takes and what of it went; why more than the bound is left. */
function boundText(
  { bytes, bytesAfter, isWithin, why, caches, maxBytes }: BoundReport,
  dryRun: boolean,
): readonly string[] {
  const verb = dryRun ? 'would take' : 'take';
  const limit = maxBytes === null ? '' : isWithin ? `, within ${size(maxBytes)}` : `, more than ${size(maxBytes)}`;
  const rows = caches.map(({ path, bytes: before, removedBytes, removedUnits, usedUnits, failedUnits, why: whole }) => {
    const parts = [
      removedUnits === 0 ? 'nothing goes' : `${removedUnits} ${dryRun ? 'would go' : 'went'}, ${size(removedBytes)}`,
      ...(usedUnits === 0 ? [] : [`${usedUnits} came into use meanwhile`]),
      ...(failedUnits === 0 ? [] : [`${failedUnits} could not be removed`]),
      ...(whole === null ? [] : [whole]),
    ];
    return `  ${size(before).padStart(8)}  ${printable(path)}: ${parts.join('; ')}`;
  });
  return [
    `the caches took ${size(bytes)} and ${verb} ${size(bytesAfter)}${limit}${why === null ? '' : `: ${printable(why)}`}`,
    ...rows,
  ];
}

function section<T extends { readonly path: string; readonly bytes?: number }>(
  title: string,
  rows: readonly T[],
  about: (row: T) => string,
): readonly string[] {
  if (rows.length === 0) return [];
  const sizes = rows.map(({ bytes }) => (bytes === undefined ? '' : size(bytes)));
  const width = Math.max(...sizes.map((text) => text.length));
  const lines = rows.map(
    (row, index) => `  ${(sizes[index] ?? '').padStart(width)}  ${printable(row.path)}: ${printable(about(row))}`,
  );
  return [`${title}:`, ...lines];
}

function total({ dryRun, removedBytes, leftBytes, left, items }: CleanReport): string {
  if (dryRun) return `${left} to remove, ${size(leftBytes)}`;
  const removed = items.filter(({ outcome }: CleanItem) => outcome === 'removed').length;
  return `removed ${removed}, ${size(removedBytes)}${left === 0 ? '' : `; left ${left}, ${size(leftBytes)}`}`;
}

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

/** A name may contain line breaks and terminal control codes. */
function printable(text: string): string {
  return /\p{Cc}/u.test(text) ? JSON.stringify(text).replaceAll('\u007f', '\\u007f') : text;
}
