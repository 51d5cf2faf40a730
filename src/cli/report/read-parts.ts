/** What `unlatch report` is given: reports, and beside them the histories of their trials. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf, UserError } from '../../errors.ts';
import type { ReadReport } from '../../lab/report/join-reports.ts';
import { asReport } from '../../lab/report/report-schema.ts';

export interface Parts {
  /** In the order of the command line, and in a folder by path. */
  readonly reports: readonly ReadReport[];
  /** Files of histories, in either form. */
  readonly histories: readonly string[];
  /** Files of folders that are neither. */
  readonly others: readonly string[];
}

/**
 * @throws UserError if a path cannot be read, a file is no JSON, a named one is no report, or there is none at all.
 */
export async function readParts(paths: readonly string[]): Promise<Parts> {
  const reports: ReadReport[] = [];
  const histories: string[] = [];
  const others: string[] = [];
  const known = new Set<string>();
  for (const path of paths) {
    const { files, isFolder } = await filesOf(path);
    for (const file of files) {
      // A folder and a file in it may both be named.
      if (known.has(file)) continue;
      known.add(file);
      if (file.endsWith('.jsonl')) {
        histories.push(file);
        continue;
      }
      const value = await readJson(file);
      const read = asReport(value);
      if ('report' in read) reports.push({ from: file, report: read.report });
      else if (isFolder && isHistory(value)) histories.push(file);
      // One that lists cells is meant to be a report: left out, its cells would only be missing.
      else if (!isFolder || hasCells(value)) throw new UserError(`${file}: not a report of schema 1 (${read.wrong})`);
      else others.push(file);
    }
  }
  if (reports.length === 0) {
    throw new UserError(`${paths.join(', ')}: no reports here; \`unlatch run --json FILE\` writes them`);
  }
  return { reports, histories, others };
}

async function filesOf(path: string): Promise<{ readonly files: readonly string[]; readonly isFolder: boolean }> {
  try {
    if (!(await stat(path)).isDirectory()) return { files: [path], isFolder: false };
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && /\.jsonl?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    return { files, isFolder: true };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') throw new UserError(`${path}: no such file or folder`, { cause: error });
    if (errnoOf(error) === undefined) throw error;
    throw new UserError(`${path}: cannot be read (${errnoOf(error)})`, { cause: error });
  }
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UserError(`${file}: not JSON; was it cut short?`, { cause: error });
    if (errnoOf(error) === undefined) throw error;
    throw new UserError(`${file}: cannot be read (${errnoOf(error)})`, { cause: error });
  }
}

function isHistory(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'scenario' in value && 'trial' in value && 'workers' in value;
}

function hasCells(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'cells' in value;
}
