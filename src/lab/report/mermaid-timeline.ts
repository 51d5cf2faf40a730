/** A trial as a Gantt chart of mermaid, which GitHub draws in a job summary: a section a process. */
import { plainLine } from '../../terminal/plain-text.ts';
import type { History, LockRecord, WorkerResult } from '../history/history.ts';
import { placeText } from './wording.ts';

interface Bar {
  readonly text: string;
  /** '' of a process; mermaid draws the others in other colours. */
  readonly tag: '' | 'active, ' | 'crit, ';
  readonly fromMs: number;
  readonly toMs: number;
}

/** More than this is no picture any more. */
const mostBars = 40;

/** @returns null if no process of the trial started, so that it has no times. */
export function mermaidTimeline(history: History): string | null {
  const started = history.workers.filter(({ startMs }) => startMs !== null);
  const [first] = started;
  if (first === undefined) return null;
  const endMs = Math.max(
    1,
    history.locks?.endMs ?? 0,
    history.rescue?.atMs ?? 0,
    ...started.map(({ startMs, endMs: end }) => end ?? startMs ?? 0),
  );
  const sections = started.flatMap((worker) => [
    `  section ${label(`${worker.name}.${worker.copy}`)}`,
    ...[processBar(worker, endMs), ...lockBars(history.locks?.uses ?? [], worker, endMs)]
      .slice(0, mostBars)
      .map(({ text, tag, fromMs, toMs }) => {
        const from = Math.max(0, Math.round(fromMs));
        return `  ${label(text)} :${tag}${from}, ${Math.max(1, Math.round(toMs) - from)}ms`;
      }),
  ]);
  const arm = history.arm === null ? 'baseline' : plainLine(history.arm);
  const title = `${history.scenario}, ${placeText(history.cell)}, ${arm}, trial ${history.trial}`;
  const chart = ['gantt', `  title ${label(title)}`, '  dateFormat x', '  axisFormat %M:%S.%L', ...sections];
  return `\`\`\`mermaid\n${chart.join('\n')}\n\`\`\``;
}

function processBar(worker: WorkerResult, endMs: number): Bar {
  const end = worker.ended === 'killed' ? 'did not end' : `exit ${worker.code ?? 'unknown'}`;
  const tag = worker.ended === 'killed' && !worker.background ? 'crit, ' : '';
  const text = `${worker.command}: ${end}`;
  return { text, tag, fromMs: worker.startMs ?? 0, toMs: worker.endMs ?? endMs };
}

function lockBars(uses: readonly LockRecord[], worker: WorkerResult, endMs: number): readonly Bar[] {
  return uses
    .filter((use) => use.worker === `${worker.name}.${worker.copy}`)
    .flatMap((use): readonly Bar[] => {
      const file = use.file.split('/').at(-1) ?? use.file;
      const taken = use.takenMs;
      const wait: readonly Bar[] = use.waited
        ? [{ text: `waits for ${file}`, tag: 'crit, ', fromMs: use.askedMs, toMs: taken ?? endMs }]
        : [];
      if (taken === null) return wait;
      return [...wait, { text: `holds ${file}`, tag: 'active, ', fromMs: taken, toMs: use.releasedMs ?? endMs }];
    });
}

/** Mermaid reads colons, semicolons, commas and hashes as its own. */
function label(text: string): string {
  const plain = plainLine(text)
    .replace(/[^\p{L}\p{N} ./+=@_-]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return plain.length <= 60 ? plain : `${plain.slice(0, 59)}…`;
}
