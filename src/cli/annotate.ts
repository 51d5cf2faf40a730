/** Where the marks of `--annotate` go: the file of the scenario, and the line that declares the verdict. */
import { readFile } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { errnoOf } from '../errors.ts';
import type { CellReport } from '../lab/cell-report.ts';
import { annotations, type FilePlace } from '../lab/report/annotations.ts';
import { filesById } from './files-by-id.ts';
import { isScenarioFile } from './fitting-ids.ts';

/** Writes a line for each verdict that is not as expected. @param names of the command line; files give marks a place. */
export async function annotate(
  stream: NodeJS.WritableStream,
  cells: readonly CellReport[],
  names: readonly string[],
): Promise<void> {
  const scenarios = [...new Set(cells.map(({ scenario }) => scenario))];
  const kept = await filesById('scenarios');
  const files = new Map(
    await Promise.all(scenarios.map(async (id) => [id, await fileOf(id, names, kept.get(id))] as const)),
  );
  const placeOf = (scenario: string, mitigation: string | null): FilePlace | null => {
    const found = files.get(scenario) ?? null;
    return found === null ? null : { file: found.file, line: lineOf(found.text, mitigation) };
  };
  for (const line of annotations(cells, placeOf)) stream.write(`${line}\n`);
}

/** The file that was named, or the one in which this repository keeps the scenario; null: none of them is here. */
async function fileOf(
  id: string,
  names: readonly string[],
  kept: string | undefined,
): Promise<{ file: string; text: string } | null> {
  const own = names.filter(isScenarioFile).find((name) => basename(name).replace(/\.[cm]?[jt]s$/, '') === id);
  const path = own ?? kept;
  if (path === undefined) return null;
  try {
    return { file: relative('', path), text: await readFile(path, 'utf8') };
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
}

/** The line of the mitigation's name, or else of the claim. */
function lineOf(text: string, mitigation: string | null): number {
  const lines = text.split('\n');
  const isKey = (line: string, key: string) => {
    const trimmed = line.trimStart();
    return [`${key}:`, `'${key}':`, `"${key}":`, `\`${key}\``].some((start) => trimmed.startsWith(start));
  };
  const at = mitigation === null ? -1 : lines.findIndex((line) => isKey(line, mitigation));
  return (
    (at >= 0
      ? at
      : Math.max(
          0,
          lines.findIndex((line) => isKey(line, 'claim')),
        )) + 1
  );
}
