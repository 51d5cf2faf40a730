/** Scenario files of users, good and changed, and what the loader says of them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../../../src/errors.ts';
import { loadScenario } from '../../../../src/lab/scenario/load-scenario.ts';

/** A scenario without a flaw. */
export const good = `import { callFails, defineScenario, failsWith } from 'unlatch';

const message: RegExp = /busy/;

export default defineScenario({
  claim: 'It jams.',
  source: 'a forum',
  cells: [{ go: '>=1.14', expect: 'reproduced' }],
  files: \`
-- go.mod --
module example.com/m
\`,
  workers: [{ name: 'tidy', run: 'go mod tidy', count: 2 }],
  fault: callFails({ call: 'rename' }, 'EBUSY'),
  mitigations: { 'turn it off': { env: { GOSUMDB: 'off' }, run: { tidy: 'true' } } },
  check: failsWith(message),
});
`;

/** What the loader has said, over all tests. */
export const told: string[] = [];

export async function load(source: string, name = 'mine.ts') {
  await using folder = await scratch();
  const file = join(folder.path, name);
  await writeFile(file, source);
  return await loadScenario(file, (line) => told.push(line.replace(`${folder.path}/`, '')));
}

/** The message of the one UserError, with the folder left out. */
export async function refusal(source: string, name = 'mine.ts'): Promise<string> {
  await using folder = await scratch();
  const file = join(folder.path, name);
  await writeFile(file, source);
  return await refusalOf(file, folder.path);
}

export async function refusalOf(file: string, folder: string): Promise<string> {
  const error: unknown = await loadScenario(file, (line) => told.push(line)).catch((reason: unknown) => reason);
  if (!(error instanceof UserError)) throw new Error('it was not refused with a UserError', { cause: error });
  return error.message.replaceAll(`${folder}/`, '');
}

export async function scratch() {
  const path = await mkdtemp(join(tmpdir(), 'load-scenario-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

/** The good scenario with one thing changed. */
export function changed(from: string | RegExp, to: string): string {
  const source = good.replace(from, to);
  if (source === good) throw new Error(`nothing to change: ${from}`);
  return source;
}
