/** The action under act, as root and as another user: its caches, its modes and its inputs. */
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { broughtOrNull } from '../tools/a-go-tool.ts';
import { aRunner, type Runner, runnerTools } from './a-runner.ts';
import { accountsOf, action, build, moduleAt, workflow } from './a-workflow.ts';
import { isRoot, runnerUsers } from './runner-users.ts';

const slowMs = 600_000;
const tools = await broughtOrNull(runnerTools);

const hits =
  '      - run: echo "build ${{ steps.go.outputs.build-hit }}, modules ${{ steps.go.outputs.modules-hit }}, cache-hit ${{ steps.go.outputs.cache-hit }}"\n';

for (const [who, user] of runnerUsers) {
  // Tests that need only one user run as the current one.
  describe.skipIf(tools === null || (user !== null && !isRoot))(
    `the action under act, as ${isRoot ? who : 'this user'} (needs: act, go, gopls, or a network)`,
    () => {
      let runner: Runner;
      beforeAll(async () => {
        if (tools === null) return;
        runner = await aRunner(tools, user);
        await runner.commit({ ...moduleAt('v1.0.0'), '.github/workflows/w.yml': workflow(action() + build + hits) });
      }, slowMs);
      afterAll(() => runner?.[Symbol.asyncDispose](), slowMs);

      test(
        'restores nothing, then the exact archive, then by prefix after a bump, then the exact archive',
        async () => {
          const cold = await runner.push();
          expect(cold.code, cold.log).toBe(0);
          expect(cold.log).toContain('build miss, modules miss, cache-hit false');
          expect(cold.log).toContain('packages compiled: 4');
          expect(accountsOf(cold)).toMatchObject({
            goVersion: runner.goVersion,
            saved: { modules: { saved: true, madeAnew: { entries: 4 } }, build: { saved: true } },
          });
          expect(cold.log).toContain(`### Caches of Go ${runner.goVersion}`);

          const warm = await runner.push();
          expect(warm.code, warm.log).toBe(0);
          expect(warm.log).toContain('build exact, modules exact, cache-hit true');
          expect(warm.log).toContain('packages compiled: 0');
          expect(accountsOf(warm)).toMatchObject({
            saved: { modules: { saved: false, madeAnew: { entries: 0 } }, build: { saved: false } },
          });

          await runner.commit(moduleAt('v1.1.0'));
          const bumped = await runner.push();
          expect(bumped.code, bumped.log).toBe(0);
          expect(bumped.log).toContain('build prefix, modules prefix, cache-hit false');
          expect(bumped.log).toContain('packages compiled: 4');
          const { saved } = accountsOf(bumped);
          expect(saved).toMatchObject({ modules: { saved: true }, build: { saved: true } });
          // No job needs the old version any more, so the archive omits it.
          expect(saved.modules.swept.entries).toBeGreaterThan(0);
          expect(saved.modules.packed.entries).toBe(accountsOf(cold).saved.modules.packed.entries);
          expect(saved.build.packed.bytes).toBeLessThan(1.1 * accountsOf(cold).saved.build.packed.bytes);

          const again = await runner.push();
          expect(again.code, again.log).toBe(0);
          expect(again.log).toContain('build exact, modules exact, cache-hit true');
          expect(again.log).toContain('packages compiled: 0');
          expect(accountsOf(again)).toMatchObject({ saved: { modules: { saved: false }, build: { saved: false } } });
        },
        slowMs,
      );

      test(
        'a second setup in the same job works over filled caches, and on a machine that keeps them',
        async () => {
          await runner.commit({ '.github/workflows/w.yml': workflow(action() + build + action('', 'again') + build) });
          for (const keepHome of [undefined, true] as const) {
            const job = await runner.push(keepHome === undefined ? {} : { keepHome });
            expect(job.code, job.log).toBe(0);
            expect(job.log).not.toMatch(/File exists|Cannot open|::warning::|::error::|Permission denied/);
            expect(job.accounts).toHaveLength(2);
            for (const { restored, saved } of job.accounts) {
              expect(['exact', 'prefix'], job.log).toContain(restored.build.hit);
              expect(restored.modules.hit, job.log).toBe('exact');
              expect(saved.build.used.entries, job.log).toBeGreaterThan(0);
            }
            expect([...job.log.matchAll(/packages compiled: (\d+)/g)].map(([, count]) => count)).toEqual(['0', '0']);
            // Post steps run in the reverse order of their steps.
            const [second, first] = job.accounts.map(({ restored }) => restored.build.alreadyThere);
            expect(second, job.log).toBeGreaterThan(0);
            if (keepHome === undefined) expect(first, job.log).toBe(0);
            else expect(first, job.log).toBeGreaterThan(0);
          }
        },
        slowMs,
      );

      test(
        'mount: auto mounts both caches where this user may, and otherwise uses archives',
        async () => {
          const inputs = '          mount: auto\n          cache-key-suffix: mounted\n';
          await runner.commit({ '.github/workflows/w.yml': workflow(action(inputs) + build + hits) });
          const cold = await runner.push();
          expect(cold.code, cold.log).toBe(0);
          expect(cold.log).toContain('build miss, modules miss, cache-hit false');
          const warm = await runner.push();
          expect(warm.code, warm.log).toBe(0);
          expect(warm.log).toContain('build exact, modules exact, cache-hit true');
          expect(warm.log).toContain('packages compiled: 0');
          expect(warm.log).not.toMatch(/::warning::|::error::/);
          const way = user === null ? /mounted where there is a layer|not mounted: / : /not mounted: this user/;
          expect(warm.log).toMatch(way);
          expect(await readFile('/proc/self/mountinfo', 'utf8')).not.toContain(dirname(runner.home));
        },
        slowMs,
      );

      test(
        'mode: clean removes residue from the given caches, and fails if one is busy',
        async () => {
          const step = `      - uses: ./action
        with:
          mode: clean
          wait: 0
          gocache: caches/build
          gomodcache: caches/mod
`;
          const fill = `      - uses: ./action
        with:
          cache: false
      - run: |
          mkdir -p caches/build caches/mod/cache/download/example.com/a/@v
          cd caches/mod/cache/download/example.com/a/@v
          touch v1.0.0.lock
          touch -d 2020-01-01 v1.0.0.zip123.tmp v1.0.0.partial
`;
          await runner.commit({
            '.github/workflows/w.yml': workflow(
              `${fill}${step}      - run: echo "left $(ls caches/mod/cache/download/example.com/a/@v | tr '\\n' ' ')"\n`,
            ),
          });
          const clean = await runner.push();
          expect(clean.code, clean.log).toBe(0);
          expect(clean.log).toMatch(/left v1\.0\.0\.lock $/m);
          expect(clean.accounts).toEqual([]);

          await runner.commit({
            '.github/workflows/w.yml': workflow(
              `${fill}          mkfifo fifo
          { setsid bash -c '(flock 9; touch held; exec 3<>fifo; read -t 300 line <&3) 9>>v1.0.0.lock' >holder.log 2>&1 & }
          until [ -e held ]; do :; done
${step}`,
            ),
          });
          const busy = await runner.push();
          expect(busy.code, busy.log).toBe(1);
          expect(busy.log).toMatch(/v1\.0\.0\.zip123\.tmp: an unfinished download; held by pid \d+ /);
          const [, pid] = /held by pid (\d+) /.exec(busy.log) ?? [];
          process.kill(Number(pid), 'SIGKILL');
        },
        slowMs,
      );

      test(
        'an invalid value of an input fails the step and is named; an unknown input is a warning',
        async () => {
          for (const [inputs, message, code] of [
            ['          go-versoin: 1.26\n', 'ignored unknown input go-versoin', 0],
            ['          modules: some\n', 'input modules: "some": must be zips, trees, extracted, or false', 1],
          ] as const) {
            await runner.commit({ '.github/workflows/w.yml': workflow(action(inputs)) });
            const job = await runner.push();
            expect(job.code, job.log).toBe(code);
            expect(job.log).toContain(message);
          }
        },
        slowMs,
      );
    },
  );
}
