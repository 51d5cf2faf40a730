/** Law: sandbox/judge.sh judges a trial as the checkers do. It is asked about stored histories of every arm that can be a testscript. */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue } from '../../../src/cli/catalogue.ts';
import { matrixVersions } from '../../../src/cli/matrix-versions.ts';
import type { History } from '../../../src/lab/history/history.ts';
import { readHistories } from '../../../src/lab/history/history-store.ts';
import { whyNot } from '../../../src/lab/testscript/why-not.ts';
import { type Arm, armOf } from '../../../src/lab/trial/sandbox-files.ts';
import { packageRoot } from '../../../src/package-root.ts';
import { quoteWord } from '../../../src/quote-word.ts';

const histories = await readHistories(join(import.meta.dirname, '../../histories'));
const newest = matrixVersions().go.at(-1);
const askable = histories.flatMap((history) => {
  const scenario = catalogue.find(({ id }) => id === history.scenario)?.scenario;
  if (scenario === undefined || history.cell.runtime !== 'host' || history.cell.go !== newest) return [];
  const arm = armOf(scenario, history.arm);
  return whyNot(arm) === null ? [{ history, arm }] : [];
});
const checkOf = ({ mitigation, scenario }: Arm) => mitigation?.check ?? scenario.check;

test('sandbox/judge.sh says of stored trials what their checkers say', async () => {
  const root = await mkdtemp(join(tmpdir(), 'judge-script-'));
  try {
    await Promise.all(askable.map(({ history, arm }, index) => writeTrial(join(root, `${index}`), history, arm)));
    const script = `for ((n = 0; n < $2; n++)); do (LAB=$1/$n out=$1/$n/out; . "$3/sandbox/judge.sh"; any_of $(. "$LAB/trial/symptoms")); done`;
    const words = ['-c', script, '-', root, `${askable.length}`, packageRoot()];
    const { stdout, stderr } = spawnSync('bash', words, { encoding: 'utf8' });
    const said = stdout.trim().split('\n');
    expect(stderr).toBe('');
    const about = ({ history: { scenario, arm, cell } }: (typeof askable)[number]) => `${scenario}, ${arm}, ${cell.go}`;
    expect(askable.map((one, index) => `${about(one)}: ${said[index]}`)).toEqual(
      askable.map((one) => `${about(one)}: ${checkOf(one.arm)(one.history).state}`),
    );
    // Neither state alone would show anything.
    expect([...new Set(said)].sort()).toEqual(expect.arrayContaining(['absent', 'present']));
  } finally {
    await rm(root, { recursive: true });
  }
});

/** The files of a finished trial, as the driver leaves them. */
async function writeTrial(lab: string, { workers, probes, rescue }: History, arm: Arm): Promise<void> {
  const { commands = [] } = checkOf(arm);
  const files = new Map([
    ['trial/symptoms', commands.map((words) => `${words.map(quoteWord).join(' ')}\n`).join('')],
    ['trial/workers', workers.map(({ name, copy, background }) => `${name}.${copy} ${background ? 1 : 0}\n`).join('')],
  ]);
  for (const { name, copy, code, startMs, stdout, stderr } of workers) {
    const place = `out/worker/${name}.${copy}`;
    files.set(`${place}/exit`, code === null ? '' : `${code} 1.0\n`);
    files.set(`${place}/stdout`, stdout).set(`${place}/stderr`, stderr);
    if (startMs !== null) files.set(`${place}/start`, '1.0');
  }
  for (const { name, code, stdout } of probes) {
    files.set(`out/probe/${name}`, stdout).set(`out/probe/${name}.code`, `${code}`);
  }
  if (rescue !== null) files.set('out/rescue.code', `${rescue.code}`);
  for (const [name, text] of files) {
    const file = join(lab, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
