/** Histories in a folder: SCENARIO/GO[-gopls]-RUNTIME/ARM-TRIAL.json, one file a trial. */
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { errnoOf, UserError } from '../../errors.ts';
import type { ArmName, History } from './history.ts';

/** Two arms of a scenario must not share it: scenario-schema.ts sees to that. */
export function fileNameOf(arm: ArmName): string {
  return (arm ?? 'baseline').toLowerCase().replace(/[^a-z0-9.=]+/g, '-');
}

/** Writes a history whole or not at all. */
export async function storeHistory(folder: string, history: History): Promise<void> {
  const { cell } = history;
  const place = [cell.go, ...(cell.gopls === null ? [] : [`gopls${cell.gopls}`]), cell.runtime].join('-');
  const file = join(folder, history.scenario, place, `${fileNameOf(history.arm)}-${history.trial}.json`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.part`, `${JSON.stringify(history)}\n`);
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
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    if (errnoOf(error) === 'EACCES') throw new UserError(`${path}: cannot be read`, { cause: error });
    if (errnoOf(error) === 'ENOENT') throw new UserError(`${path}: no such file or folder`, { cause: error });
    throw error;
  }
}

async function readOne(file: string): Promise<History> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    throw new UserError(`${file}: cannot be read`, { cause: error });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UserError(`${file}: not JSON`, { cause: error });
  }
  const result = v.safeParse(historySchema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  throw new UserError(`${file}: no history of schema 1${path === null ? '' : ` (${path}: ${issue.message})`}`);
}

const nullable = { number: v.nullable(v.number()), string: v.nullable(v.string()) };

/** Strict in what it asks, deaf to what it does not know: a later version may add to schema 1. */
const historySchema = v.object({
  schema: v.literal(1),
  scenario: v.string(),
  arm: nullable.string,
  trial: v.number(),
  cell: v.object({ go: v.string(), gopls: nullable.string, runtime: v.picklist(['docker', 'host']), fs: v.string() }),
  versions: v.record(v.string(), v.string()),
  ended: v.picklist(['done', 'until', 'deadline']),
  rescue: v.nullable(v.object({ code: v.number(), atMs: v.number(), output: v.string() })),
  workers: v.array(
    v.object({
      name: v.string(),
      copy: v.number(),
      command: v.string(),
      background: v.boolean(),
      code: nullable.number,
      ended: v.picklist(['exited', 'killed', 'never-started']),
      stdout: v.string(),
      stderr: v.string(),
      startMs: nullable.number,
      endMs: nullable.number,
    }),
  ),
  faults: v.array(v.object({ name: v.string(), worker: nullable.string, armed: v.boolean(), hits: v.number() })),
  probes: v.array(v.object({ name: v.string(), code: v.number(), stdout: v.string() })),
  // Histories from before there were traces have none.
  locks: v.optional(
    v.nullable(
      v.object({
        uses: v.array(
          v.object({
            worker: v.string(),
            pid: v.number(),
            file: v.string(),
            mode: v.picklist(['exclusive', 'shared']),
            askedMs: v.number(),
            takenMs: nullable.number,
            releasedMs: nullable.number,
            end: v.picklist(['unlocked', 'process-ended', 'closed', 'kept', 'held', 'refused', 'failed', 'waiting']),
            errno: nullable.string,
            waited: v.boolean(),
            heldBy: v.array(v.object({ worker: v.string(), pid: v.number(), ms: v.number() })),
          }),
        ),
        endMs: v.number(),
        gaps: v.array(v.string()),
        heldTwice: v.array(v.string()),
      }),
    ),
    null,
  ),
  harness: nullable.string,
  doctor: v.nullable(
    v.array(v.object({ at: v.picklist(['symptom', 'end']), findings: v.array(v.string()), verdict: v.string() })),
  ),
  // Nor have those from before the doctor's remedies were carried out.
  remedy: v.optional(
    v.nullable(
      v.array(
        v.object({
          finding: v.string(),
          text: v.string(),
          outcome: v.picklist(['done', 'failed', 'told']),
          lines: v.array(v.string()),
        }),
      ),
    ),
    null,
  ),
  ms: v.number(),
});
