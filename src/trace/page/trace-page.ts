/** A trace as one page: each lock opens to its timeline and its uses. Pure; it has no more than `--json` has. */
import { lockName } from '../../go/lock-name.ts';
import { groupBy } from '../../group-by.ts';
import { escapeHtml } from '../../page/escape-html.ts';
import type { PageData } from '../../page/page-data.ts';
import { pageDocument } from '../../page/page-document.ts';
import { waitOf } from '../lock-figures.ts';
import type { FileFigures, LockTrace, TracedUse } from '../lock-trace.ts';
import { count, doubts, failures, flaws, headText, longestWaits, processName, time } from '../trace-words.ts';
import { endWords, heldMs, lockTimeline } from './lock-timeline.ts';

/** What was traced, and what came of it. */
export interface TracedCommand {
  readonly unlatch: string;
  /** null: the trace is a stored log. */
  readonly command: readonly string[] | null;
  /** The status of the command; null: nothing ran. */
  readonly exit: number | null;
  /** The limits that it exceeded, in words. */
  readonly exceeded: readonly string[];
}

/** Of a lock's uses; the JSON has the others. */
const mostUses = 200;

export function tracePage(trace: LockTrace, { unlatch, command, exit, exceeded }: TracedCommand): string {
  const uses = groupBy(trace.uses, ({ file }) => file);
  const locks = trace.locks.map((figures, index) => ({
    id: `lock-${index + 1}`,
    figures,
    uses: uses.get(figures.file) ?? [],
  }));
  const what = command === null ? 'a stored log' : command.join(' ');
  const status = exit === null ? '' : ` (exit ${exit})`;
  const news = [
    ...exceeded.map((text) => ({ kind: 'differs', text: `over the limit: ${text}` })),
    ...flaws(trace).map((text) => ({ kind: 'differs', text })),
    ...longestWaits(trace).map((text) => ({ kind: 'inconclusive', text })),
    ...[...doubts(trace), ...failures(trace)].map((text) => ({ kind: 'soft', text })),
  ];
  const body = `<header><h1>unlatch: locks</h1>
<p><strong>${escapeHtml(headText(trace))}</strong></p></header>
<main>
<p>Of <code>${escapeHtml(what)}</code>${status}. All times are since the trace began.</p>
${news.length === 0 ? '' : `<ul class="plain">${news.map(({ kind, text }) => `<li class="${kind}">${escapeHtml(text)}</li>`).join('\n')}</ul>\n`}<section id="locks" aria-labelledby="locks-title"><h2 id="locks-title">Locks, the longest wait first</h2>
<noscript><p>The timelines need JavaScript; the figures do without.</p></noscript>
${locks.map((lock, index) => lockHtml(lock, index === 0, trace.ms)).join('')}</section>
${locks.length === 0 ? '' : figuresHtml(locks, trace.ms)}</main>
<footer><p class="soft">unlatch ${escapeHtml(unlatch)}, traced with strace: a call that waits for nothing takes ${time(trace.delay.p50Ms)} (p50), ${time(trace.delay.maxMs)} (max)</p></footer>
`;
  const data: PageData = {
    cells: [],
    timelines: Object.fromEntries(locks.map(({ id, uses: own }) => [id, lockTimeline(own, trace.ms)])),
  };
  return pageDocument({ title: `unlatch: locks of ${what}`, body, data });
}

interface Lock {
  readonly id: string;
  readonly figures: FileFigures;
  readonly uses: readonly TracedUse[];
}

function figuresHtml(locks: readonly Lock[], ms: number): string {
  const rows = locks.map(({ id, figures: { file, acquisitions, waited, holdMs, longestWait } }) =>
    rowHtml([
      `<a href="#${id}">${escapeHtml(lockName(file))}</a>`,
      ...[acquisitions, waited, time(holdMs.p50), time(holdMs.p95), time(holdMs.max)].map(String),
      longestWait === null ? '' : time(waitOf(longestWait, ms)),
    ]),
  );
  const heads = ['lock', 'taken', 'waited', 'hold p50', 'p95', 'max', 'longest wait'];
  return `<section id="figures" aria-labelledby="figures-title"><h2 id="figures-title">Figures</h2>
${tableHtml('Figures of all locks', heads, rows)}</section>
`;
}

/** The first is open: it has the longest wait. */
function lockHtml({ id, figures, uses }: Lock, open: boolean, ms: number): string {
  const { file, acquisitions, waited } = figures;
  const processes = new Set(uses.map(({ pid }) => pid)).size;
  const name = escapeHtml(lockName(file));
  const heads = ['process', 'asks at', 'waits', 'holds', 'mode', 'then', 'held meanwhile by'];
  const rows = uses.slice(0, mostUses).map((use) => rowHtml(useCells(use, ms)));
  const more = uses.length - rows.length;
  return `<details class="lock" id="${id}"${open ? ' open' : ''}><summary><b>${name}</b> <span class="soft">${count(acquisitions, 'time')} taken by ${count(processes, 'process', 'es')}, ${waited} waited</span></summary>
<p class="soft lines">${escapeHtml(file)}</p>
<div data-timeline="${id}"></div>
${tableHtml(`Uses of ${name}`, heads, rows)}${more === 0 ? '' : `<p class="soft">and ${more} more, which <code>--json</code> has</p>`}
</details>
`;
}

function useCells(use: TracedUse, ms: number): readonly string[] {
  const by = use.heldBy.map((holder) => `${processName(holder)} for ${time(holder.ms)}`);
  const unseen = use.waited && by.length === 0 ? 'a process outside the trace' : '';
  return [
    escapeHtml(processName(use)),
    time(use.askedMs),
    use.waited ? time(waitOf(use, ms)) : '',
    use.takenMs === null ? '' : time(heldMs(use, ms)),
    use.mode,
    endWords[use.end] + (use.errno === null ? '' : ` (${use.errno})`),
    escapeHtml(by.join(', ') || unseen),
  ];
}

/** @param label markup */
function tableHtml(label: string, heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((text) => `<th scope="col">${text}</th>`).join('');
  return `<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.join('')}</tbody></table></div>
`;
}

/** @param cells markup */
function rowHtml(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`;
}
