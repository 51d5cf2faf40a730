/** The caches of the real golangci-lint and gopls: an archive is useful only if the tools use it. */
import { execFile, execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CacheRequest } from '../../../src/cache/request.ts';
import { restoreCaches } from '../../../src/cache/restore.ts';
import { saveCaches } from '../../../src/cache/save.ts';
import { type AModule, always, aModule } from '../../integration/cache/a-module.ts';
import { aRunner, type Runner, runnerTools } from '../action/a-runner.ts';
import { broughtOrNull } from '../tools/a-go-tool.ts';

const slowMs = 600_000;
const tools = await broughtOrNull(runnerTools);
const linter = onPath('golangci-lint');

function onPath(name: string): string | null {
  try {
    return execFileSync('which', [name], { encoding: 'utf8' }).trim();
  } catch (error) {
    if (!(error instanceof Error && 'status' in error)) throw error;
    return null;
  }
}

/** A module with a job that runs one tool. Go's caches stay; the tools' caches are those of a fresh runner. */
async function aJob(kind: 'lint' | 'gopls', path: string) {
  const module = await aModule({
    'go.mod': 'module example.com/m\n\ngo 1.24\n',
    'm.go': 'package m\n\nimport "example.com/m/a"\n\nvar V = a.A()\n',
    'a/a.go': 'package a\n\nimport "errors"\n\n// A is one.\nfunc A() error { return errors.New("a") }\n',
    'b/b.go': 'package b\n\nimport "errors"\n\n// ErrB is one.\nvar ErrB = errors.New("b")\n',
  });
  const caches = join(dirname(module.gocache), 'tools');
  const env = {
    ...module.env,
    PATH: `${dirname(path)}:${module.env['PATH']}`,
    GOLANGCI_LINT_CACHE: join(caches, 'lint'),
    GOPLSCACHE: caches,
  };
  const request: CacheRequest = { ...module.request, env, modules: 'off', build: 'off', [kind]: 'on' };
  const job = async (command: string) => {
    await rm(caches, { recursive: true, force: true });
    const restored = await restoreCaches(request);
    const output = await new Promise<string>((resolve, reject) => {
      execFile('bash', ['-c', command], { cwd: module.workspace, env }, (error, stdout, stderr) => {
        if (error === null) resolve(stdout + stderr);
        else reject(new Error(`${command}: ${stdout}${stderr}`, { cause: error }));
      });
    });
    const saved = await saveCaches(request, JSON.parse(JSON.stringify(restored)), always);
    return { output, restored: restored[kind], saved: saved[kind] };
  };
  return { module, caches, job };
}

describe.skipIf(linter === null)('the cache of golangci-lint (needs: golangci-lint on PATH)', () => {
  let module: AModule;
  let job: Awaited<ReturnType<typeof aJob>>['job'];
  beforeAll(async () => {
    ({ module, job } = await aJob('lint', linter ?? ''));
  }, slowMs);
  afterAll(() => module?.[Symbol.asyncDispose]());

  test(
    'is taken by the next run, stays whole though that one looks little of it up, and goes when go.mod has changed',
    async () => {
      const run = 'golangci-lint run ./...';
      const cold = await job(run);
      expect(cold.restored.hit).toBe('miss');
      expect(cold.restored.key.parts.find(({ name }) => name === 'linter')?.value).toMatch(/^\d+\.\d+\.\d+$/);
      expect(cold.saved).toMatchObject({ saved: true, used: { entries: 0 } });

      const warm = await job(run);
      expect(warm.restored).toMatchObject({ hit: 'exact', restored: { entries: cold.saved.packed.entries } });
      expect(warm.saved).toMatchObject({ saved: false, madeAnew: { entries: 0 }, swept: { entries: 0 } });
      expect(warm.saved.used.entries).toBeGreaterThan(0);
      // The facts of the standard library, without which linting the next change would be as slow as the first run.
      expect(warm.saved.idle.entries).toBeGreaterThan(warm.saved.used.entries);

      await module.write({
        'b/b.go': 'package b\n\nimport "errors"\n\n// ErrB is two.\nvar ErrB = errors.New("b2")\n',
      });
      await module.commit();
      const changed = await job(run);
      expect(changed.restored.hit).toBe('prefix');
      expect(changed.saved.used.entries).toBeGreaterThan(changed.saved.madeAnew.entries);

      await module.write({ 'go.mod': 'module example.com/m\n\ngo 1.24.0\n' });
      await module.commit();
      const salted = await job(run);
      expect(salted.restored.hit).toBe('prefix');
      expect(salted.saved).toMatchObject({ saved: true, used: { entries: 0 }, idle: { entries: 0 } });
    },
    slowMs,
  );
});

describe.skipIf(tools === null)('the cache of gopls (needs: gopls, or a network)', () => {
  let module: AModule;
  let caches: string;
  let job: Awaited<ReturnType<typeof aJob>>['job'];
  beforeAll(async () => {
    if (tools === null) return;
    ({ module, caches, job } = await aJob('gopls', tools.gopls));
  }, slowMs);
  afterAll(() => module?.[Symbol.asyncDispose]());

  test(
    'is taken by the next run, stays whole though that one looks little of it up, and is bounded to the gopls that ran',
    async () => {
      const check = 'gopls check m.go a/a.go b/b.go';
      const cold = await job(check);
      expect(cold.restored.hit).toBe('miss');
      expect(cold.saved).toMatchObject({ saved: true, used: { entries: 0 } });
      const [executable = '', ...others] = readdirSync(join(caches, 'gopls'));
      expect([executable, others]).toEqual([expect.stringMatching(/^[0-9a-f]{8}$/), []]);

      const warm = await job(`find ${caches} -type f | wc -l; ${check}`);
      expect(warm.restored).toMatchObject({ hit: 'exact', restored: { entries: cold.saved.packed.entries } });
      expect(Number(warm.output.split('\n')[0])).toBe(cold.saved.packed.entries);
      expect(warm.saved.saved).toBe(false);
      expect(warm.saved.used.entries).toBeGreaterThan(10 * warm.saved.madeAnew.entries);
      expect(warm.saved.idle.entries).toBeGreaterThan(0);

      // The same program byte for byte, but another executable for gopls.
      const other = join(module.folder, 'other');
      await writeFile(other, Buffer.concat([readGopls(), Buffer.from('\n')]), { mode: 0o755 });
      const bumped = await job(check.replace('gopls', other));
      expect(bumped.restored.hit).toBe('exact');
      expect(bumped.saved).toMatchObject({ saved: true, used: { entries: 0 }, idle: { entries: 0 } });
      await job('true');
      expect(readdirSync(join(caches, 'gopls'))).not.toContain(executable);
    },
    slowMs,
  );
});

function readGopls(): Buffer {
  if (tools === null) throw new Error('there is no gopls');
  return execFileSync('cat', [tools.gopls], { maxBuffer: 1 << 30 });
}

describe.skipIf(tools === null)('the action under act, with gopls-cache (needs: act, go, gopls, or a network)', () => {
  let runner: Runner;
  beforeAll(async () => {
    if (tools !== null) runner = await aRunner(tools, null);
  }, slowMs);
  afterAll(() => runner?.[Symbol.asyncDispose](), slowMs);

  test(
    'restores what gopls check left in the job before, and tells so',
    async () => {
      await runner.commit({
        'go.mod': 'module example.com/m\n\ngo 1.26\n',
        'm.go': 'package m\n\nimport "errors"\n\nvar V = errors.New("m")\n',
        '.github/workflows/w.yml': `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: ./action
        id: go
        with:
          gopls-cache: true
      - run: gopls check m.go
      - run: echo "gopls \${{ steps.go.outputs.gopls-hit }}, lint \${{ steps.go.outputs.lint-hit }}, cache-hit \${{ steps.go.outputs.cache-hit }}"
`,
      });
      const cold = await runner.push();
      expect(cold.code, cold.log).toBe(0);
      expect(cold.log).toContain('gopls miss, lint , cache-hit false');
      expect(cold.accounts, cold.log).toMatchObject([{ saved: { gopls: { saved: true }, lint: { saved: false } } }]);

      const warm = await runner.push();
      expect(warm.code, warm.log).toBe(0);
      expect(warm.log).toContain('gopls exact, lint , cache-hit ');
      expect(warm.log).toContain('| gopls | **exact** |');
      const { restored, saved } = warm.accounts[0] ?? {};
      expect(restored?.lint.hit).toBe('off');
      expect(restored?.gopls.restored.entries).toBe(cold.accounts[0]?.saved.gopls.packed.entries);
      expect(saved?.gopls.used.entries, warm.log).toBeGreaterThan(0);
      // act checks out into another folder each time, so the module's own package is new; the package errors is not.
      expect(saved?.gopls.madeAnew.entries).toBeLessThan(cold.accounts[0]?.saved.gopls.madeAnew.entries ?? 0);
    },
    slowMs,
  );
});
