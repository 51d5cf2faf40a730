import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as core from '@actions/core';
import { EnvironmentError, errnoOf, exitStatus } from '../errors.ts';
import type { Env } from '../go/context.ts';
import type { Inputs } from './inputs.ts';
import { setOutput } from './outputs.ts';
import { runCli } from './run-cli.ts';

/**
 * mode: reproduce. Runs scenarios of the lab, and puts their table into the job summary.
 *
 * @throws EnvironmentError when a verdict is missing, or differs from what its scenario expects.
 */
export async function reproduce(inputs: Inputs, workspace: string, env: Env): Promise<void> {
  const folder = join(env['RUNNER_TEMP'] || workspace, 'unlatch-lab');
  await mkdir(folder, { recursive: true });
  const histories = join(folder, 'histories');
  const report = join(folder, 'report.json');
  const table = join(folder, 'table.md');
  setOutput('histories', histories);
  setOutput('report', report);
  const status = await runCli(
    [
      'run',
      ...inputs.scenarios,
      ...['--runtime', inputs.runtime, '--out', histories, '--json', report, '--markdown', table],
      ...(inputs.full ? ['--full'] : []),
      ...(inputs['go-version'] === null ? [] : ['--go', inputs['go-version']]),
      ...(inputs['gopls-version'] === null ? [] : ['--gopls', inputs['gopls-version']]),
    ],
    workspace,
    env,
  );
  const markdown = await textOf(table);
  if (markdown !== '' && (env['GITHUB_STEP_SUMMARY'] ?? '') !== '') await core.summary.addRaw(markdown, true).write();
  if (status === exitStatus.expected) return;
  throw new EnvironmentError(failures[status] ?? `the lab exited with status ${status}; see the reason above`);
}

const failures: Readonly<Record<number, string>> = {
  [exitStatus.differs]: 'a verdict differs from what its scenario expects; see the table in the job summary',
  [exitStatus.inconclusive]: 'a verdict is inconclusive; see the reason above',
};

/** '' if the run ended before it wrote the file. */
async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return '';
    throw error;
  }
}
