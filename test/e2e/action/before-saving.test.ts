/**
 * What the action does under act before it saves the caches of a job that has ended, failed, left
 * files and processes, or still uses them.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { broughtOrNull } from '../tools/a-go-tool.ts';
import { aRunner, type Runner, runnerTools } from './a-runner.ts';
import { accountsOf, action, build, moduleAt, workflow } from './a-workflow.ts';
import { isRoot, runnerUsers } from './runner-users.ts';

const slowMs = 600_000;
const tools = await broughtOrNull(runnerTools);

for (const [who, user] of runnerUsers) {
  // Tests that need only one user run as the current one.
  describe.skipIf(tools === null || (user !== null && !isRoot))(
    `the action under act, as ${isRoot ? who : 'this user'} (needs: act, go, gopls, or a network)`,
    () => {
      let runner: Runner;
      beforeAll(async () => {
        if (tools === null) return;
        runner = await aRunner(tools, user);
      }, slowMs);
      afterAll(() => runner?.[Symbol.asyncDispose](), slowMs);

      test(
        'a job that fails saves nothing and sweeps nothing',
        async () => {
          await runner.commit({
            ...moduleAt('v1.0.0'),
            '.github/workflows/w.yml': workflow(
              `${action('          cache-key-suffix: other\n')}${build}      - run: exit 1\n`,
            ),
          });
          const job = await runner.push();
          expect(job.code).toBe(1);
          expect(accountsOf(job)).toMatchObject({
            saved: {
              modules: { saved: false, why: 'the job ended with failure' },
              build: { saved: false, why: 'the job ended with failure' },
            },
          });
        },
        slowMs,
      );

      test(
        'before packing it removes what dead processes left, and leaves out a cache with a live holder, which it names',
        async () => {
          const versions = '$(go env GOMODCACHE)/cache/download/example.com/dep/@v';
          // It ends by itself later, even if this test fails.
          const hold = `(flock 9; touch held; exec 3<>fifo; read -t 300 line <&3) 9>>"${versions}/v1.0.0.lock"`;
          const steps = (holder: string) =>
            workflow(
              `${action('          cache-key-suffix: busy\n          wait: 1\n')}${build}      - run: |
          touch -d 2020-01-01 "${versions}/v1.0.0.zip123.tmp"
          ${holder}
`,
            );
          await runner.commit({
            ...moduleAt('v1.0.0'),
            '.github/workflows/w.yml': steps(
              `mkfifo fifo && { setsid bash -c '${hold}' >holder.log 2>&1 & } && until [ -e held ]; do :; done`,
            ),
          });
          const busy = await runner.push();
          expect(busy.code, busy.log).toBe(0);
          expect(accountsOf(busy)).toMatchObject({
            saved: {
              modules: {
                saved: false,
                why: expect.stringMatching(/ is busy: pid \d+ \(bash -c .*\), .* holds a lock/),
              },
              build: { saved: true },
            },
          });
          const [, pid] = / is busy: pid (\d+) /.exec(accountsOf(busy).saved.modules.why) ?? [];
          process.kill(Number(pid), 'SIGKILL');

          await runner.commit({ '.github/workflows/w.yml': steps(':') });
          const idle = await runner.push();
          expect(idle.code, idle.log).toBe(0);
          expect(idle.log).toMatch(/v1\.0\.0\.zip123\.tmp: an unfinished download: removed/);
          expect(accountsOf(idle)).toMatchObject({ saved: { modules: { saved: true } } });
        },
        slowMs,
      );

      test(
        'a gopls daemon that the job has started is ended before its caches are packed',
        async () => {
          await runner.commit({
            ...moduleAt('v1.0.0'),
            '.github/workflows/w.yml': workflow(
              `${action('          cache-key-suffix: daemon\n')}${build}      - run: PATH=/usr/bin:/bin "$(command -v gopls)" -remote=auto </dev/null || true\n`,
            ),
          });
          const job = await runner.push();
          expect(job.code, job.log).toBe(0);
          expect(job.log).toMatch(
            /ended pid \d+ \(\S*gopls serve -listen unix;\S+-daemon\..*\): gopls daemon that this job/,
          );
          expect(accountsOf(job)).toMatchObject({ saved: { modules: { saved: true }, build: { saved: true } } });
        },
        slowMs,
      );
    },
  );
}
