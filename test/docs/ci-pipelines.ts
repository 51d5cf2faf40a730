/** The pipelines of docs/ci/, and what their CIs would run of them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { packageRoot } from '../../src/package-root.ts';

export interface CiPipeline {
  /** In docs/ci/. */
  readonly name: string;
  /** The shell lines of its only job, in their order. */
  readonly linesOf: (text: string) => readonly string[];
  /** Replaced once, this is no pipeline any more, and its CI says so. */
  readonly broken: readonly [string, string];
}

// biome-ignore lint/suspicious/noExplicitAny: each CI has a form of its own.
type Yaml = any;
const inYaml =
  (find: (pipeline: Yaml) => readonly string[]): CiPipeline['linesOf'] =>
  (text) =>
    find(parse(text));
const runs = inYaml(({ jobs }) => jobs.test.steps.flatMap(({ run }: Yaml) => run ?? []));

export const ciPipelines: readonly CiPipeline[] = [
  { name: 'gitlab.yml', linesOf: inYaml(({ test }) => test.script), broken: ['script:', 'scripts:'] },
  {
    name: 'Jenkinsfile',
    linesOf: (text) => Array.from(text.matchAll(/^ *sh '([^']*)'$/gm), ([, line = '']) => line),
    broken: ['steps {', 'steps ['],
  },
  { name: 'buildkite.yml', linesOf: inYaml(({ steps }) => steps[0].command), broken: ['command:', 'comand:'] },
  { name: 'circleci.yml', linesOf: runs, broken: ['- run:', '- runn:'] },
  {
    name: 'azure.yml',
    linesOf: inYaml(({ jobs }) => jobs[0].steps.map(({ script }: Yaml) => script)),
    broken: ['- script:', 'script:'],
  },
  { name: 'drone.yml', linesOf: inYaml(({ steps }) => steps[0].commands), broken: ['image:', 'imag:'] },
  { name: 'woodpecker.yml', linesOf: inYaml(({ steps }) => steps.test.commands), broken: ['commands:', 'comands:'] },
  { name: 'gitea.yml', linesOf: runs, broken: ['runs-on:', 'run-on:'] },
  { name: 'github.yml', linesOf: runs, broken: ['runs-on:', 'run-on:'] },
];

export const ciFolder = join(packageRoot(), 'docs/ci');

export async function textOf({ name }: CiPipeline): Promise<string> {
  return await readFile(join(ciFolder, name), 'utf8');
}
