/** dist/main.cjs as the runner starts it: inputs and files in the environment, and nothing else from this machine. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../../src/package-root.ts';

export interface StepResult {
  readonly code: number;
  /** Standard output, which has the workflow commands, and standard error. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** What it added to PATH, the last first. */
  readonly paths: readonly string[];
  /** What it added to the environment of later steps. */
  readonly exported: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface StepPlace extends AsyncDisposable {
  readonly path: string;
  readonly workspace: string;
  readonly run: (
    inputs: Readonly<Record<string, string>>,
    env?: Readonly<Record<string, string>>,
  ) => Promise<StepResult>;
}

/** A machine that has run nothing yet. Its HOME, store and tool cache stay from step to step. */
export async function aStepPlace(): Promise<StepPlace> {
  const path = await mkdtemp(join(tmpdir(), 'e2e-step-'));
  const at = (name: string) => join(path, name);
  const workspace = at('workspace');
  for (const name of ['home', 'workspace', 'temp', 'tools']) await mkdir(at(name));
  const files = ['output', 'path', 'env', 'state', 'step_summary'];
  return {
    path,
    workspace,
    run: async (inputs, env = {}) => {
      for (const name of files) await writeFile(at(name), '');
      const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
      const ended = await new Promise<{ code: number; log: string }>((resolve) => {
        execFile(
          process.execPath,
          [join(packageRoot(), 'dist', 'main.cjs')],
          {
            cwd: workspace,
            env: {
              PATH: '/usr/bin:/bin',
              HOME: at('home'),
              GITHUB_ACTIONS: 'true',
              GITHUB_WORKSPACE: workspace,
              RUNNER_TEMP: at('temp'),
              RUNNER_TOOL_CACHE: at('tools'),
              ...Object.fromEntries(files.map((name) => [`GITHUB_${name.toUpperCase()}`, at(name)])),
              ...Object.fromEntries(given),
              ...env,
            },
          },
          (error, stdout, stderr) =>
            resolve({ code: error === null ? 0 : Number(error.code ?? -1), log: `${stdout}${stderr}` }),
        );
      });
      const [output = '', paths = '', exported = '', summary = ''] = await Promise.all(
        ['output', 'path', 'env', 'step_summary'].map((name) => readFile(at(name), 'utf8')),
      );
      return {
        ...ended,
        outputs: valuesIn(output),
        paths: paths.split('\n').filter((line) => line !== ''),
        exported: valuesIn(exported),
        summary,
      };
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}

/** Parses NAME<<DELIMITER, the value, the delimiter, as @actions/core writes them. */
function valuesIn(text: string): Record<string, string> {
  const found = text.matchAll(/^(.+?)<<(\S+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...found].map(([, name, , value]) => [name, value]));
}
