/** The wait chains as a drawing: a box a process, an arrow down to what it waits for. A nested list, so that it reads without its style. */
import { lockName } from '../../go/lock-name.ts';
import { escapeHtml } from '../../page/escape-html.ts';
import { causesOf } from '../chain/cause.ts';
import { chainsOf, type Link, nextOf, type State, stateOf } from '../chain/wait-chain.ts';
import { withoutAside } from '../facts/subject.ts';
import type { ProcessFact } from '../process-fact.ts';
import type { Snapshot } from '../snapshot.ts';
import { processText, waitText } from '../text/process-text.ts';

/** '' where nothing of go or gopls runs. */
export function chainsHtml(whole: Snapshot): string {
  const snapshot = withoutAside(whole);
  const roots = new Map(causesOf(snapshot).map(({ root, state }) => [root.process.pid, state]));
  const chains = chainsOf(snapshot).filter(
    ({ process, wait }) =>
      /^(go|gopls|git|dlv)$/.test(process.name) || wait.kind === 'lock' || held(process).length > 0,
  );
  if (chains.length === 0) return '';
  return `<ul class="chain">${chains.map((link) => linkHtml(link, snapshot, roots)).join('')}</ul>\n`;
}

const words: Readonly<Record<State, string>> = {
  stuck: 'will not go on by itself',
  slow: 'may go on by itself',
  moving: 'works, or waits for nothing that can be seen',
};

function linkHtml(link: Link, snapshot: Snapshot, roots: ReadonlyMap<number, State>): string {
  const { process, wait } = link;
  const next = nextOf(wait);
  const locks = held(process);
  const cause = roots.get(process.pid);
  const state = cause ?? stateOf(link, snapshot);
  const lines = [
    `<b>${escapeHtml(processText(process))}</b>`,
    ...(locks.length === 0 ? [] : [`holds the lock of ${escapeHtml(someOf(locks))}`]),
    // What has an end below it says there why.
    ...(next.length > 0 ? [] : waitLine(waitText(wait))),
    ...(next.length > 0 && cause === undefined ? [] : [`<span class="state ${state}">${words[state]}</span>`]),
  ];
  const box = `<div class="box ${state}${cause === undefined ? '' : ' cause'}">${lines.join('<br>')}</div>`;
  if (next.length === 0) return `<li>${box}</li>`;
  const what =
    wait.kind === 'lock'
      ? `waits for ${waitText(wait)}, held by`
      : wait.kind === 'daemon'
        ? 'is a client of'
        : 'waits for';
  return `<li>${box}<div class="arrow">↓ ${escapeHtml(what)}</div><ul>${next.map((other) => linkHtml(other, snapshot, roots)).join('')}</ul></li>`;
}

function waitLine(text: string | null): readonly string[] {
  return text === null ? [] : [`waits for ${escapeHtml(text)}`];
}

function held({ files }: ProcessFact): readonly string[] {
  return [...new Set(files.filter(({ lock }) => lock !== null).map(({ path }) => lockName(path)))];
}

function someOf(names: readonly string[]): string {
  const more = names.length - 3;
  return more > 0 ? `${names.slice(0, 3).join(', ')} and ${more} more` : names.join(', ');
}
