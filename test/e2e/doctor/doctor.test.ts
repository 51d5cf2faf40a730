/** `unlatch doctor` as users run it, on separate machines with real go and gopls processes, a real lock and a real proxy. */

import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../../src/package-root.ts';
import type { Place } from '../cli/a-cli.ts';
import { cliForAll, placeForAll } from '../cli/cli-of-file.ts';
import { aDelve, broughtOrNull } from '../tools/a-go-tool.ts';
import { aGoHome, newestTools } from './a-go-home.ts';
import { aMachine, type Machine, missingMachine } from './a-machine.ts';
import { aSilentProxy, type SilentProxy } from './a-silent-proxy.ts';

const cli = cliForAll();

const token = 'ghp_0123456789secret';

/** A home, a workspace with one requirement, and the Go and the gopls of the matrix on PATH. */
async function aHome(place: Place, goproxy: string): Promise<Readonly<Record<string, string>>> {
  const { go, gopls } = await newestTools();
  await place.write('work/go.mod', 'module example.com/m\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n');
  await place.write('work/m.go', 'package m\n\nimport _ "example.com/dep"\n');
  await place.write('well/go.mod', 'module example.com/well\n\ngo 1.21\n');
  await place.write('well/m.go', 'package well\n');
  return await aGoHome(cli, place, [go, gopls], { GOPROXY: goproxy, GOFLAGS: '-mod=mod', GITHUB_TOKEN: token });
}

describe.skipIf(missingMachine !== null)(`on a machine (needs: ${missingMachine ?? 'nothing more'})`, () => {
  const place = placeForAll(cli);
  let machine: Machine;
  let proxy: SilentProxy;
  let port: number;
  beforeAll(async () => {
    proxy = await aSilentProxy();
    ({ port } = proxy);
    machine = aMachine(place.path, await aHome(place, `http://127.0.0.1:${port},https://user:${token}@proxy.invalid`));
  });
  afterAll(async () => {
    await machine?.[Symbol.asyncDispose]();
    proxy?.[Symbol.dispose]();
  });

  describe('that is healthy', () => {
    test('nothing is reported, and the exit status is 0', async () => {
      const { code, stdout } = await machine.sh('$doctor well');
      expect({ code, stdout: stdout.trim() }).toEqual({
        code: 0,
        stdout: 'No problem found; neither go nor gopls is running.',
      });
    });

    test('--connect gets through all phases', async () => {
      const { code, stdout } = await machine.sh('$doctor well --connect --timeout 50 --json');
      const { session, findings } = JSON.parse(stdout);
      expect({ code, findings }).toEqual({ code: 0, findings: [] });
      expect(session).toMatchObject({ stuck: null, why: null });
      expect(Object.keys(session.phases)).toEqual(['start', 'initialize', 'go env', 'go list', 'answer', 'exit']);
    });
  });

  test('--pid says that a gopls waits for go env', async () => {
    await chmod(await place.write('silent/go', '#!/bin/sh\nexec sleep 600\n'), 0o755);
    const editor = `${process.execPath} ${join(packageRoot(), 'dist/editor.cjs')} --phase-ms 50000`;
    await machine.sh(
      `(cd well && PATH=$HOME/silent:$PATH exec ${editor} gopls -debug=127.0.0.1:0) >/dev/null 2>&1 & editor=$!`,
    );
    await machine.sh('until gopls=$(pgrep -P $editor -x gopls) && pgrep -P $gopls -x sleep >/dev/null; do :; done');
    const { stdout } = await machine.sh('$doctor well --pid $gopls --json');
    await machine.sh('kill $editor; wait $editor');
    expect(JSON.parse(stdout).gopls).toMatchObject({
      debug: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
      goroutines: [{ does: 'waits for go env', count: 1, minutes: 0 }],
    });
  });

  describe('on which one go list waits for the lock that another go holds, which waits for its proxy', () => {
    /** The pid inside the machine. */
    let holder: number;
    let waiter: number;
    beforeAll(async () => {
      const asked = new Promise((come) =>
        proxy.server.on('request', ({ url = '' }) => (url.endsWith('.zip') ? come(null) : undefined)),
      );
      const started = (line: string) => machine.sh(`(cd work && exec ${line}) >/dev/null 2>&1 & echo $!`);
      holder = Number((await started('go mod download')).stdout);
      await asked;
      waiter = Number((await started('go list -deps ./...')).stdout);
      await machine.sh(`until grep -qs locks_lock /proc/${waiter}/task/*/wchan; do :; done`);
      // The kernel's own clock of the connection.
      await machine.sh(`until ss -tniO dport = :${port} | grep -q 'lastsnd:[0-9]\\{5\\}'; do sleep 0.1; done`);
    });

    test('the first line names waiter, lock, holder and what that one waits for; the exit status is 1', async () => {
      const { code, stdout } = await machine.sh('$doctor work');
      expect(stdout.split('\n')[0]).toMatch(
        new RegExp(
          `^\`go list\` \\(pid ${waiter}, \\d+ s\\) waits for the lock of example\\.com/dep@v1\\.0\\.0, held by \`go mod download\` ` +
            `\\(pid ${holder}, \\d+ s\\), which waits for the module proxy 127\\.0\\.0\\.1:${port}, which has been silent for \\d+ s\\.$`,
        ),
      );
      expect(stdout).toContain(`└─ \`go mod download\` (pid ${holder}`);
      expect(code).toBe(1);
    });

    test('--json prints one document, with its schema and the same findings', async () => {
      const { code, stdout } = await machine.sh('$doctor work --json');
      const document = JSON.parse(stdout);
      expect(Object.keys(document)).toEqual(['schema', 'verdict', 'findings', 'tree', 'session', 'gopls', 'unseen']);
      expect(document).toMatchObject({ schema: 2, session: null, gopls: null, unseen: [] });
      // One cause is one error; the lock's waiters are its consequences.
      expect(idsOf(document)).toEqual(['stalled-proxy']);
      for (const finding of document.findings) {
        expect(finding).toEqual({
          id: expect.any(String),
          severity: expect.stringMatching(/^(error|warning)$/),
          summary: expect.any(String),
          evidence: expect.any(Array),
          pids: [holder, waiter],
          consequences: [expect.stringContaining(`\`go list\` (pid ${waiter}`)],
          remedy: expect.any(Array),
          source: expect.any(String),
          docs: expect.stringMatching(/docs\/findings\/stalled-proxy\.md$/),
        });
      }
      expect(code).toBe(1);
    });

    test('a snapshot gives the same diagnosis elsewhere, and holds no secret', async () => {
      const here = await machine.sh('$doctor work --json --snapshot facts/it.json');
      const elsewhere = await place.run(['doctor', '--from', 'facts/it.json', '--json']);
      expect(JSON.parse(elsewhere.stdout)).toEqual(JSON.parse(here.stdout));
      expect(elsewhere.code).toBe(1);
      const stored = await readFile(join(place.path, 'facts/it.json'), 'utf8');
      expect(stored).toContain(`http://127.0.0.1:${port},https://***@proxy.invalid`);
      expect(stored).not.toContain(token);
      await machine.sh('$doctor work --html facts/it.html');
      const page = await readFile(join(place.path, 'facts/it.html'), 'utf8');
      expect(page).toContain('<div class="box stuck cause">');
      expect(page).not.toContain(token);
    });

    test('--connect names the phase in which gopls is stuck, and follows it to the proxy', async () => {
      const { code, stdout } = await machine.sh('$doctor work --connect --timeout 5');
      const [verdict = ''] = stdout.split('\n');
      expect(verdict).toMatch(
        /^`go list` \(pid \d+, \d+ s\) waits for the lock of example\.com\/dep@v1\.0\.0, held by `go mod download`/,
      );
      expect(stdout).toMatch(/; stuck in "go list": no answer within 5000 ms/);
      expect(code).toBe(1);
    });

    test.each([
      [
        'its goroutines, where it has debug pages',
        'gopls -debug=127.0.0.1:0',
        /^gopls \(pid \d+\), goroutines from 127\.0\.0\.1:\d+: 1 × waits for go list, \d+ × waits for the first load$/,
      ],
      [
        'its threads, where it has none',
        'gopls',
        /^gopls \(pid \d+\) has no debug pages; its threads: .*\d+ in \w*(futex|epoll)/,
      ],
    ])('--pid tells of a gopls %s', async (_, server, line) => {
      const editor = `${process.execPath} ${join(packageRoot(), 'dist/editor.cjs')} --phase-ms 50000`;
      await machine.sh(`(cd work && exec ${editor} ${server}) >/dev/null 2>&1 & editor=$!`);
      await machine.sh('until gopls=$(pgrep -P $editor -x gopls); do :; done');
      // Its own go list has reached the lock.
      await machine.sh('until p=$(pgrep -P $gopls -x go) && grep -qs locks_lock /proc/$p/task/*/wchan; do :; done');
      const { code, stdout } = await machine.sh('$doctor work --pid $gopls');
      await machine.sh('kill $editor; wait $editor');
      expect(stdout.split('\n')[1]).toMatch(line);
      expect(code).toBe(1);
    });

    test('--dlv lists the goroutines of a gopls without debug pages, and that gopls continues', async ({ skip }) => {
      const dlv = await broughtOrNull(aDelve);
      skip(dlv === null, 'needs delve, which takes a module proxy the first time');
      const editor = `${process.execPath} ${join(packageRoot(), 'dist/editor.cjs')} --phase-ms 100000`;
      await machine.sh(`(cd work && exec ${editor} gopls) >/dev/null 2>&1 & editor=$!`);
      await machine.sh('until gopls=$(pgrep -P $editor -x gopls); do :; done');
      await machine.sh('until p=$(pgrep -P $gopls -x go) && grep -qs locks_lock /proc/$p/task/*/wchan; do :; done');
      const without = await machine.sh('$doctor work --pid $gopls --dlv --timeout 60');
      const { code, stdout } = await machine.sh(
        `PATH=${join(dlv ?? '', '..')}:$PATH $doctor work --pid $gopls --dlv --timeout 60`,
      );
      const after = await machine.sh('grep -E "State|TracerPid" /proc/$gopls/status');
      const files = await machine.sh('find . -path "*dlv*"');
      await machine.sh('kill $editor; wait $editor');
      expect(without.stdout).toMatch(/ has no debug pages; its threads: .*\ndlv is not on PATH; go install /);
      expect(stdout.split('\n')[1]).toMatch(
        /^gopls \(pid \d+\), goroutines from delve: 1 × waits for go list, \d+ × waits for the first load$/,
      );
      expect(code).toBe(1);
      expect(after.stdout).toMatch(/State:\s+[SR] .*\nTracerPid:\s+0$/m);
      expect(files.stdout.trim()).toBe('');
    }, 600_000);

    test('--log says how far gopls came, and what it never answered', async () => {
      const editor = (ms: number) => `${process.execPath} ${join(packageRoot(), 'dist/editor.cjs')} --phase-ms ${ms}`;
      await machine.sh(`(cd well && ${editor(50_000)} gopls -rpc.trace -logfile=$HOME/well.log) >/dev/null 2>&1`);
      const well = await machine.sh('$doctor --log well.log');
      expect(well.stdout).toMatch(
        /^gopls loaded the workspace\.\n\n {2}\S+ [AP]M initialize\n.* initialize answered\n.* view created\n.* packages loaded$/m,
      );
      expect(well.code).toBe(0);
      await machine.sh(`(cd work && ${editor(4000)} gopls -rpc.trace -logfile=$HOME/stuck.log) >/dev/null 2>&1`);
      const both = await machine.sh('cat well.log stuck.log >both.log; $doctor --log both.log --json');
      expect(JSON.parse(both.stdout)).toMatchObject({
        verdict: 'gopls is stuck in "go list". It started 2 times; this is about the last start.',
        docs: 'docs/doctor.md#logs-of-editors',
        log: { starts: 2, stuck: 'go list', unanswered: [] },
      });
      expect(both.code).toBe(1);
      // The answer is taken out.
      await machine.sh(`sed "s/'workspace\\/symbol - (1)' in .*/'x - (1)'/" well.log >asked.log`);
      const asked = await machine.sh('$doctor --log asked.log');
      expect(asked.stdout).toMatch(/^gopls loaded the workspace\. Never answered: workspace\/symbol \(1\), /);
      expect(asked.stdout).toMatch(/\n\ndocs\/doctor\.md#logs-of-editors$/m);
      expect(asked.code).toBe(1);
    });

    test.skipIf(process.geteuid?.() !== 0)('another user is told what cannot be seen', async () => {
      const asAnother = 'setpriv --reuid 1000 --regid 1000 --clear-groups $doctor';
      const { stdout } = await machine.sh(`${asAnother} work --json`);
      expect(JSON.parse(stdout).unseen).toEqual([
        `the files and locks of go (pid ${holder}), go (pid ${waiter}): another user owns them; run as root to see them`,
      ]);
    });
  });
});

function idsOf({ findings }: { readonly findings: readonly { readonly id: string }[] }): readonly string[] {
  return findings.map(({ id }) => id).sort();
}
