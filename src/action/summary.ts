import type { Amount, Generation } from '../cache/accounting.ts';
import { cacheKinds } from '../cache/kind.ts';
import type { RestoredCache, RestoredCaches } from '../cache/restored-caches.ts';
import type { SavedCache, SavedCaches } from '../cache/saved-caches.ts';

/** The content of the job summary and of the JSON line in the log. */
export interface Accounts {
  readonly goVersion: string;
  readonly restored: RestoredCaches;
  readonly saved: SavedCaches;
}

/** What the build archive saved and cost, in seconds. */
export interface Balance {
  /** What compiling the reused entries took when they were made: a lower bound. */
  readonly worthS: number;
  readonly restoreS: number;
  readonly saveS: number;
  readonly netS: number;
}

/** null: nothing to estimate from, since nothing was restored or nothing of it was used. */
export function balanceOf({ restored, saved }: Accounts): Balance | null {
  const worthMs = saved.build.reusedWorthMs;
  const hit = restored.build.hit === 'exact' || restored.build.hit === 'prefix';
  if (worthMs === null || !hit) return null;
  const [worthS, restoreS, saveS] = [worthMs / 1000, restored.build.ms / 1000, saved.build.ms / 1000];
  return { worthS, restoreS, saveS, netS: worthS - restoreS - saveS };
}

/** A smaller loss is noise: two runs of one job differ by more. */
const reportableLossS = 5;

/** One sentence when the build archive costs clearly more than it saves, else null. */
export function lossOf(accounts: Accounts): string | null {
  const balance = balanceOf(accounts);
  if (balance === null || balance.netS > -reportableLossS) return null;
  return `The build cache archive cost this job ${seconds(balance.restoreS + balance.saveS)} and saved ${seconds(balance.worthS)} of compiling. To make the job faster, set build-cache: false.`;
}

/** The section of the job summary, as Markdown. */
export function summaryOf(accounts: Accounts): string {
  const kinds = cacheKinds
    .map((name) => ({ name, restored: accounts.restored[name], saved: accounts.saved[name] }))
    .filter(({ restored }) => restored.hit !== 'off');
  const loss = lossOf(accounts);
  return [
    `### Caches of Go ${accounts.goVersion}`,
    '',
    '| | hit | restored | used | new | left out | saved | restore time | save time |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...kinds.map(({ name, restored, saved }) => row(name, restored, saved)),
    '',
    ...kinds.flatMap(({ name, restored, saved }) => [
      `- **${name}**: ${sentence(restored.why)} ${sentence(saved.why)}${idleOf(name, saved.idle)}${growthOf(saved.generations)}`,
    ]),
    ...netLine(accounts),
    '',
    ...(loss === null ? [] : [`> [!WARNING]`, `> ${loss}`, '']),
    '<details><summary>Keys</summary>',
    '',
    '| archive | part | value | made of |',
    '| --- | --- | --- | --- |',
    ...kinds.flatMap(({ name, restored }) =>
      restored.key.parts.map((part) => `| ${[name, part.name, code(part.value), part.from].map(cell).join(' | ')} |`),
    ),
    '',
    ...kinds.flatMap(({ name, restored }) => [
      `- ${name}: wanted ${code(restored.key.key)}, ${restored.matchedKey === null ? 'found nothing' : `found ${code(restored.matchedKey)}`}`,
    ]),
    '',
    '</details>',
    '',
  ].join('\n');
}

/** The same, for machines: one line. */
export function accountsLine(accounts: Accounts): string {
  return JSON.stringify({ schema: 1, ...accounts, balance: balanceOf(accounts) });
}

function row(name: string, restored: RestoredCache, saved: SavedCache): string {
  const cells = [
    name,
    `**${restored.hit}**`,
    amount(restored.restored, restored.archiveBytes),
    amount(saved.used),
    amount(saved.madeAnew),
    amount(saved.swept),
    saved.saved ? amount(saved.packed, saved.archiveBytes) : '–',
    seconds(restored.ms / 1000),
    seconds(saved.ms / 1000),
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

function netLine(accounts: Accounts): readonly string[] {
  const balance = balanceOf(accounts);
  if (balance === null) return [];
  const { worthS, restoreS, saveS, netS } = balance;
  const net = `${netS < 0 ? '−' : '+'}${seconds(Math.abs(netS))}`;
  return [
    `- **net gain of the build archive: ${net}** or more: compiling the reused entries took ${seconds(worthS)}, restoring ${seconds(restoreS)}, choosing and saving ${seconds(saveS)}.`,
  ];
}

function idleOf(name: string, { entries, bytes }: Amount): string {
  if (entries === 0) return '';
  const amount = ` ${entries} entries (${megabytes(bytes)})`;
  return name === 'modules' ? `${amount} are for other jobs.` : `${amount} that this job did not use are kept for now.`;
}

/** How the archive grew over the generations in its manifest. */
function growthOf(generations: readonly Generation[]): string {
  const [first, last] = [generations[0], generations.at(-1)];
  if (first === undefined || last === undefined || generations.length < 2) return '';
  const sizes = generations.slice(-6).map(({ bytes }) => megabytes(bytes));
  return ` Over ${generations.length} generations: ${sizes.join(' → ')}.`;
}

function amount({ entries, bytes }: Amount, packedBytes: number | null = null): string {
  if (entries === 0) return '–';
  const packed = packedBytes === null ? '' : ` (${megabytes(packedBytes)} packed)`;
  return `${entries}, ${megabytes(bytes)}${packed}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0)} MB`;
}

function seconds(s: number): string {
  return `${s.toFixed(s < 10 ? 1 : 0)} s`;
}

function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(capital) || capital === '' ? capital : `${capital}.`;
}

function code(text: string): string {
  return text === '' ? '' : `\`${text.replaceAll('`', "'")}\``;
}

/** Escapes what would end the cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
