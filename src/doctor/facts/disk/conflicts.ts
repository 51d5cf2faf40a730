/** Files of the workspace with conflict markers. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errnoOf } from '../../../errors.ts';
import type { Environment } from '../../snapshot.ts';

/** @param go the answer of `go env`: it names the go.mod and go.work. */
export async function conflicts(folder: string, go: Environment | null): Promise<readonly string[]> {
  const goMod = isPath(go?.['GOMOD']) ? go['GOMOD'] : join(folder, 'go.mod');
  const goWork = isPath(go?.['GOWORK']) ? go['GOWORK'] : join(folder, 'go.work');
  const files = [goMod, join(dirname(goMod), 'go.sum'), goWork, join(dirname(goWork), 'go.work.sum')];
  const marked = await Promise.all(
    [...new Set(files)].map(async (file) => ({ file, has: hasMarks(await text(file)) })),
  );
  return marked.flatMap(({ file, has }) => (has ? [file] : []));
}

function isPath(value: string | undefined): value is string {
  return value?.startsWith('/') === true && value !== '/dev/null';
}

/** Source: git-merge(1), "How conflicts are presented". */
function hasMarks(content: string): boolean {
  return /^<{7} /m.test(content) && /^>{7} /m.test(content);
}

async function text(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return '';
  }
}
