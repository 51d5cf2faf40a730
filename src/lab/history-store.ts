/** Histories in a folder: SCENARIO/GO[-gopls]-RUNTIME/ARM-TRIAL.json, one file a trial. */
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errnoOf, UserError } from '../errors.ts';
import type { History } from './history.ts';

/** Writes a history whole or not at all. */
export async function storeHistory(folder: string, history: History): Promise<void> {
  const { cell } = history;
  const place = [cell.go, ...(cell.gopls === null ? [] : [`gopls${cell.gopls}`]), cell.runtime].join('-');
  const arm = (history.arm ?? 'baseline').toLowerCase().replace(/[^a-z0-9.=]+/g, '-');
  const file = join(folder, history.scenario, place, `${arm}-${history.trial}.json`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.part`, `${JSON.stringify(history, null, 1)}\n`);
  await rename(`${file}.part`, file);
}

/**
 * Reads the histories of a folder and all below it, or of one file, in a steady order.
 * @throws UserError when there are none, or a file is no history.
 */
export async function readHistories(path: string): Promise<readonly History[]> {
  const files = await jsonFiles(path);
  if (files.length === 0) throw new UserError(`${path}: no histories here; \`unlatch run --out DIR\` writes them`);
  return await Promise.all(files.map(readOne));
}

async function jsonFiles(path: string): Promise<readonly string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = await readdir(path, { recursive: true });
    return names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => join(path, name));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') throw new UserError(`${path}: no such file or folder`, { cause: error });
    throw error;
  }
}

async function readOne(file: string): Promise<History> {
  const text = await readFile(file, 'utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UserError(`${file}: not JSON`, { cause: error });
  }
  if (!isHistory(value)) throw new UserError(`${file}: no history of schema 1`);
  return value;
}

function isHistory(value: unknown): value is History {
  if (typeof value !== 'object' || value === null) return false;
  const keys: readonly (keyof History)[] = [
    'schema',
    'scenario',
    'arm',
    'trial',
    'cell',
    'workers',
    'faults',
    'probes',
    'harness',
  ];
  return keys.every((key) => key in value) && 'schema' in value && value.schema === 1;
}
