/**
 * The pipelines of docs/ci/: each is what its CI reads, by the CI's own parser, linter or schema where it can be had,
 * and calls the command as the command is. Of Jenkins and of Azure none can be had: their text alone is read.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { cacheCommand } from '../../src/cli/cache/command.ts';
import { anActionlint, broughtOrNull } from '../e2e/tools/a-go-tool.ts';
import { type CiPipeline, ciFolder, ciPipelines, textOf } from './ci-pipelines.ts';
import { aPipelineReader } from './pipelines/a-pipeline-reader.ts';

interface Read {
  /** null: it was refused. */
  readonly lines: readonly string[] | null;
  readonly why: string;
}
type Reader = (text: string, linesOf: CiPipeline['linesOf']) => Promise<Read>;

const require = createRequire(import.meta.url);
// Its ES module has no names.
const circleci: typeof import('@circleci/circleci-config-parser') = require('@circleci/circleci-config-parser');
let temporary: string;
const actionlint = await broughtOrNull(anActionlint);
const pipelineReader = await broughtOrNull(aPipelineReader);
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'pipelines-'));
});
afterAll(async () => {
  await pipelineReader?.[Symbol.asyncDispose]();
  await rm(temporary, { recursive: true, force: true });
});

const readersOf: Readonly<Record<string, Reader | null>> = {
  // It has GitLab's own schema.
  'gitlab.yml': async (text, linesOf) => {
    const folder = await mkdtemp(join(temporary, 'gitlab-'));
    await writeFile(join(folder, '.gitlab-ci.yml'), text);
    const run = (program: string, ...args: readonly string[]) =>
      spawnSync(program, args, { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: folder } });
    run('git', 'init', '-q', '-b', 'main', '.');
    run('git', 'remote', 'add', 'origin', 'git@gitlab.com:o/r.git');
    const script = require.resolve('gitlab-ci-local/dist/index.js');
    const { status, stderr } = run(process.execPath, script, '--list');
    return { lines: status === 0 && stderr.includes('json schema validated') ? linesOf(text) : null, why: stderr };
  },
  'circleci.yml': async (text) => {
    try {
      const { jobs } = parse(circleci.parseConfig(parse(text)).stringify());
      const lines = jobs.test.steps.flatMap((step: { readonly run?: { readonly command: string } }) =>
        step.run === undefined ? [] : [step.run.command],
      );
      return { lines, why: '' };
    } catch (error) {
      return { lines: null, why: String(error) };
    }
  },
  ...(pipelineReader === null
    ? { 'buildkite.yml': null, 'drone.yml': null, 'woodpecker.yml': null }
    : {
        'buildkite.yml': async (text) => pipelineReader.read('buildkite', text),
        'drone.yml': async (text) => pipelineReader.read('drone', text),
        'woodpecker.yml': async (text) => pipelineReader.read('woodpecker', text),
      }),
  ...(actionlint === null ? { 'gitea.yml': null, 'github.yml': null } : { 'gitea.yml': lint, 'github.yml': lint }),
};

/** Gitea and Forgejo read what GitHub reads, but have labels of their own. */
async function lint(text: string, linesOf: CiPipeline['linesOf']): Promise<Read> {
  const config = join(temporary, 'actionlint.yaml');
  await writeFile(config, 'self-hosted-runner:\n  labels: [docker]\n');
  const { status, stdout } = spawnSync(actionlint ?? '', ['-no-color', '-config-file', config, '-'], {
    input: text,
    encoding: 'utf8',
  });
  return { lines: status === 0 ? linesOf(text) : null, why: stdout };
}

it('all of them are in the table, and on the page', async () => {
  const there = (await readdir(ciFolder)).filter((name) => !/\.(md|json)$/.test(name));
  // The Dockerfile is no pipeline: test/docker/build-caches.test.ts builds it.
  expect([...ciPipelines.map(({ name }) => name), 'Dockerfile'].sort()).toEqual(there.sort());
  const page = await readFile(join(ciFolder, 'README.md'), 'utf8');
  for (const name of there) expect(page).toContain(`](${name})`);
});

it.each(ciPipelines)(
  '$name restores before the build and saves after it, with options that exist',
  async (pipeline) => {
    const lines = pipeline.linesOf(await textOf(pipeline));
    expect(lines.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'unlatch cache restore',
      'go test ./...',
      'unlatch cache save',
    ]);
    for (const line of lines) await take(line);
  },
);

it('an option that does not exist is seen', async () => {
  await expect(take('unlatch cache restore --default-brunch main')).rejects.toThrow(/unknown option/);
});

/** @throws what the command line parser says of the line. */
async function take(line: string): Promise<void> {
  const [program, ...words] = line.split(' ');
  if (program !== 'unlatch') return;
  const cache = cacheCommand();
  for (const command of cache.commands) {
    command
      .exitOverride()
      .configureOutput({ writeErr: () => {} })
      .action(() => {});
  }
  await new Command().exitOverride().addCommand(cache).parseAsync(words, { from: 'user' });
}

it.each(ciPipelines.filter(({ name }) => name in readersOf))(
  'the CI reads $name, and refuses it broken (needs: a network the first time)',
  async (pipeline) => {
    const { name, linesOf, broken } = pipeline;
    const read = readersOf[name];
    if (read === null || read === undefined) return;
    const text = await textOf(pipeline);
    expect(await read(text, linesOf)).toMatchObject({ lines: linesOf(text) });
    const refused = await read(text.replace(...broken), linesOf);
    expect(refused).toEqual({ lines: null, why: expect.stringMatching(/\w/) });
  },
);
