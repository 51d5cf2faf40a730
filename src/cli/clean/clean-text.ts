import type { CleanReport } from '../../clean/clean.ts';
import type { CleanItem } from '../../clean/clean-item.ts';
import { shortCommand } from '../../clean/process/processes.ts';

/** The report for a reader: the verdict, then what was or would be removed, what is left and its holder, what was spared. */
export function cleanText(report: CleanReport): string {
  const { items, kept, unread, ended, roots } = report;
  const went = items.filter(({ outcome }) => outcome === 'removed' || outcome === 'planned');
  const left = items.filter(({ outcome }) => outcome === 'busy' || outcome === 'failed');
  const spared = [...items.filter(({ outcome }) => outcome === 'changed'), ...kept];
  // A missing gopls cache or runtime folder is not worth a line.
  const missing = roots
    .filter(({ kind, found }) => !found && (kind === 'gocache' || kind === 'gomodcache'))
    .map(({ path }) => ({ path, why: 'does not exist' }));
  return [
    went.length + left.length === 0 ? 'nothing is left over' : total(report),
    ...ended.map(({ pid, command }) => `ended pid ${pid} (${printable(shortCommand(command))})`),
    ...section(report.dryRun ? 'would be removed' : 'removed', went, ({ reason }) => reason),
    ...section('left', left, ({ reason, why }) => `${reason}; ${why}`),
    ...section('spared', spared, ({ why }) => why ?? ''),
    ...section('not read', [...missing, ...unread.map(({ path, code }) => ({ path, why: code }))], ({ why }) => why),
    '',
  ].join('\n');
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
