/**
 * Histories in a folder, in one of two forms. Loose, written as trials end:
 * SCENARIO/GO[-gopls]-RUNTIME[-local]/ARM-TRIAL.json. Packed: SCENARIO.jsonl, one history per line, sorted, so that a
 * diff shows the changed trials.
 */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { errnoOf, UserError } from '../../errors.ts';
import { groupBy } from '../../group-by.ts';
import type { ArmName, History } from './history.ts';
import { historySchema } from './history-schema.ts';

/** scenario-schema.ts ensures that no two arms of a scenario share it. */
export function fileNameOf(arm: ArmName): string {
  return (arm ?? 'baseline').toLowerCase().replace(/[^a-z0-9.=]+/g, '-');
}

/** Writes a loose history atomically, so that an interrupted run keeps its finished trials. */
export async function storeHistory(folder: string, history: History): Promise<void> {
  const { cell } = history;
  const place = [
    cell.go,
    ...(cell.gopls === null ? [] : [`gopls${cell.gopls}`]),
    cell.runtime,
    ...(cell.local === undefined ? [] : ['local']),
  ].join('-');
  const file = join(folder, history.scenario, place, `${fileNameOf(history.arm)}-${history.trial}.json`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.part`, `${JSON.stringify(history)}\n`);
  await rename(`${file}.part`, file);
}

/** Replaces a folder's contents by packed histories. The folder changes only after all are written. */
export async function packHistories(folder: string, histories: readonly History[]): Promise<void> {
  const part = `${folder}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true });
  for (const [scenario, own] of groupBy(histories.toSorted(inOrder), (history) => history.scenario)) {
    // The schema fixes the keys and their order.
    const lines = own.map((history) => `${JSON.stringify(v.parse(historySchema, history))}\n`);
    await writeFile(join(part, `${scenario}.jsonl`), lines.join(''));
  }
  await rm(folder, { recursive: true, force: true });
  await rename(part, folder);
}

/**
 * Reads the histories of a folder, recursively, or of one file, in either form, sorted by scenario, Go, gopls,
 * runtime, arm and trial.
 * @throws UserError if there are none, a file or line is no history, or a packed trial occurs twice.
 */
export async function readHistories(path: string): Promise<readonly History[]> {
  const files = await historyFiles(path);
  if (files.length === 0) throw new UserError(`${path}: no histories here; \`unlatch run --out DIR\` writes them`);
  const stored = (await Promise.all(files.map(readStored))).flat();
  refuseTwice(stored);
  return stored.map(({ history }) => history).sort(inOrder);
}

async function historyFiles(path: string): Promise<readonly string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && /\.jsonl?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    if (errnoOf(error) === 'EACCES') throw new UserError(`${path}: cannot be read`, { cause: error });
    if (errnoOf(error) === 'ENOENT') throw new UserError(`${path}: no such file or folder`, { cause: error });
    throw error;
  }
}

interface Stored {
  readonly history: History;
  /** The file, with the line if packed: "vcs-stamping.jsonl:3". */
  readonly at: string;
  readonly packed: boolean;
  /** The folder in which `run --out` stores its scenario loose. */
  readonly folder: string;
}

async function readStored(file: string): Promise<readonly Stored[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    throw new UserError(`${file}: cannot be read`, { cause: error });
  }
  if (!file.endsWith('.jsonl')) {
    return [{ history: parseHistory(text, file), at: file, packed: false, folder: dirname(dirname(file)) }];
  }
  const folder = file.slice(0, -'.jsonl'.length);
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line, index) => {
      const at = `${file}:${index + 1}`;
      return { history: parseHistory(line, at), at, packed: true, folder };
    });
}

/** @param at the prefix of messages. */
function parseHistory(text: string, at: string): History {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UserError(`${at}: not JSON`, { cause: error });
  }
  const result = v.safeParse(historySchema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  throw new UserError(`${at}: not a history of schema 1${path === null ? '' : ` (${path}: ${issue.message})`}`);
}

/** After a merge that kept both sides, or `run --out` into a packed folder, a trial would count twice. */
function refuseTwice(stored: readonly Stored[]): void {
  const known = new Map<string, string>();
  const packedFirst = stored.toSorted((a, b) => Number(b.packed) - Number(a.packed));
  for (const { history, at, packed, folder } of packedFirst) {
    const { scenario, arm, trial, cell } = history;
    const key = JSON.stringify([folder, scenario, cell.go, cell.gopls, cell.runtime, cell.local, arm, trial]);
    const other = known.get(key);
    if (other !== undefined) throw new UserError(`${at}: the same trial as ${other}; delete one of them`);
    if (packed) known.set(key, at);
  }
}

/** Compares numbers by value: 1.9 before 1.22. */
const versions = new Intl.Collator('en', { numeric: true });

/** The baseline before other arms, and no gopls before gopls. */
function inOrder(a: History, b: History): number {
  return (
    byCode(a.scenario, b.scenario) ||
    versions.compare(a.cell.go, b.cell.go) ||
    versions.compare(a.cell.gopls ?? '', b.cell.gopls ?? '') ||
    byCode(a.cell.runtime, b.cell.runtime) ||
    byCode(a.arm ?? '', b.arm ?? '') ||
    a.trial - b.trial
  );
}

/** Independent of the locale. */
function byCode(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
