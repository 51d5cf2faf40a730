/**
 * Generates the findings in docs/doctor.md. The meaning is the comment of the finder, the evidence comes from a
 * stored snapshot, and the remedy, as printed, from a stored run that carried it out. A remedy that no run has
 * confirmed is left out.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { catalogue } from '../src/cli/catalogue.ts';
import type { Finding } from '../src/doctor/finding.ts';
import { diagnose } from '../src/doctor/judge/diagnose.ts';
import { parseSnapshot } from '../src/doctor/parse-snapshot.ts';
import { UserError } from '../src/errors.ts';
import type { CellReport } from '../src/lab/cell-report.ts';
import type { History } from '../src/lab/history/history.ts';
import { readHistories } from '../src/lab/history/history-store.ts';
import { remedyArm } from '../src/lab/remedy-arm.ts';
import { replaceGenerated } from '../src/lab/report/markdown.ts';
import { plainLine } from '../src/terminal/plain-text.ts';
import { findingFiles } from './finding-files.ts';
import { historiesFolder, storedRun } from './stored-run.ts';

const root = join(import.meta.dirname, '..');
export const doctorFile = join(root, 'docs/doctor.md');
const snapshotsFolder = join(root, 'test/unit/doctor/snapshots');

/** @param folder with the histories. */
export async function withFindings(document: string, folder = historiesFolder): Promise<string> {
  const parts = [...(await findingSections(folder))].map(([id, text]) => `### \`${id}\`\n\n${text}`);
  return replaceGenerated(document, 'findings', parts.join('\n\n'));
}

/** By id: what it means, an example, and its remedy as a run carried it out. */
export async function findingSections(folder = historiesFolder): Promise<ReadonlyMap<string, string>> {
  const [{ cells }, histories, examples] = await Promise.all([
    storedRun(folder),
    readHistories(folder),
    storedExamples(),
  ]);
  const parts = await Promise.all(
    [...findingFiles].map(
      async ([id, file]) => [id, section(id, await meaningOf(file), examples.get(id), cells, histories)] as const,
    ),
  );
  return new Map(parts);
}

/** The comment above the finder. */
async function meaningOf(file: string): Promise<string> {
  const text = await readFile(file, 'utf8');
  const [, comment] = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport const \w+: Finder\b/.exec(text) ?? [];
  if (comment === undefined)
    throw new UserError(`${relative(root, file)}: add a comment above the finder that says what it means`);
  return comment
    .replace(/\n \* ?/g, ' ')
    .replace(/ Source: .*$/s, '')
    .trim();
}

/** The first example of each finding in the stored snapshots. */
async function storedExamples(): Promise<ReadonlyMap<string, Finding>> {
  const examples = new Map<string, Finding>();
  for (const name of (await readdir(snapshotsFolder)).sort()) {
    const text = await readFile(join(snapshotsFolder, name), 'utf8');
    for (const finding of diagnose(parseSnapshot(name, text)).findings)
      if (!examples.has(finding.id)) examples.set(finding.id, finding);
  }
  return examples;
}

function section(
  id: string,
  meaning: string,
  example: Finding | undefined,
  cells: readonly CellReport[],
  histories: readonly History[],
): string {
  const own = catalogue.filter(({ scenario }) => scenario.doctorFinding === id);
  const confirmed = own.flatMap(({ id: scenario }) => {
    const held = cells.filter((cell) => cell.scenario === scenario && holds(cell));
    // If the symptom is intermittent, some trials have nothing to remedy.
    const history = histories.findLast(
      (one) =>
        one.scenario === scenario &&
        one.arm === remedyArm &&
        stepsOf(one, id).length > 0 &&
        held.some((cell) => isOf(one, cell)),
    );
    return history === undefined ? [] : [{ scenario, history, held }];
  });
  // Without an expected symptom there is nothing to remedy.
  const shown = own.filter(({ scenario }) => scenario.cells.some(({ expect }) => expect === 'reproduced'));
  const none = shown.filter(({ scenario }) => scenario.remedy?.none !== undefined);
  const open = shown.filter((one) => !none.includes(one) && !confirmed.some(({ scenario }) => scenario === one.id));
  return [
    meaning,
    ...(example === undefined
      ? []
      : [`Example: ${code(steady(example.summary))}. Evidence:\n${list(example.evidence.slice(0, 4).map(steady))}`]),
    ...confirmed.map(
      ({ scenario, history, held }) =>
        `Remedy as printed and carried out in the scenario \`${scenario}\` (${places(held)}), after which the symptom ended:\n${list(stepsOf(history, id))}`,
    ),
    ...none.map(({ id: scenario, scenario: { remedy } }) => `\`${scenario}\` carries out no remedy: ${remedy?.none}.`),
    ...(open.length === 0
      ? []
      : [`No stored run of ${open.map(({ id: scenario }) => `\`${scenario}\``).join(', ')} has confirmed a remedy.`]),
    ...(own.length > 0 && shown.length === 0 ? ['The lab found it harmless: it needs no remedy.'] : []),
  ].join('\n\n');
}

function holds({ mitigations }: CellReport): boolean {
  return mitigations.some(({ name, verdict }) => name === remedyArm && verdict === 'holds');
}

function isOf({ cell }: History, { go, gopls, runtime }: CellReport): boolean {
  return cell.go === go && cell.gopls === gopls && cell.runtime === runtime;
}

/** Includes the steps that the scenario does in place of a person. */
function stepsOf({ remedy }: History, id: string): readonly string[] {
  const own = (remedy ?? []).filter(({ finding }) => finding === id);
  return [...new Set(own.map(({ text, outcome }) => steady(outcome === 'failed' ? `${text} (failed there)` : text)))];
}

function places(cells: readonly CellReport[]): string {
  const runtimes = [...new Set(cells.map(({ runtime }) => runtime))].sort().join(' and ');
  const versions = [...new Set(cells.map(({ go, gopls }) => (gopls === null ? `Go ${go}` : `gopls ${gopls}`)))];
  return `${versions.sort().join(', ')}; ${runtimes}`;
}

/** Without details that vary between runs. */
function steady(text: string): string {
  return text
    .replace(/\/(?:lab|root\/lab|tmp\/unlatch-\d+-\w{6})\b/g, '$LAB')
    .replace(/^kill -(\w+)(?: \d+)+/, 'kill -$1 PID …')
    .replace(/\bpid \d+/g, 'pid PID')
    .replace(/(\.zip|tmp-?)\d+/g, '$1N');
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${code(line)}`).join('\n');
}

/** Uses two backticks if the text contains one. */
function code(text: string): string {
  const line = plainLine(text);
  return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``;
}
