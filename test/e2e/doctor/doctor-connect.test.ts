/** `unlatch doctor --connect`: a session like the editor's, with a real gopls that an editor keeps open, and gopls's messages to its user. */

import { chmod, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/doctor/finding.ts';
import { packageRoot } from '../../../src/package-root.ts';
import { cliForAll, placeForAll } from '../cli/cli-of-file.ts';
import { aGoHome, newestTools } from './a-go-home.ts';
import { aMachine, type Machine, missingMachine } from './a-machine.ts';
import { aSilentProxy, type SilentProxy } from './a-silent-proxy.ts';

const cli = cliForAll();

interface Document {
  readonly verdict: string;
  readonly findings: readonly Finding[];
  readonly session: {
    readonly as: string;
    readonly from: readonly string[];
    readonly stuck: string | null;
    readonly shown: readonly string[];
  };
}

describe.skipIf(missingMachine !== null)(`on a machine (needs: ${missingMachine ?? 'nothing more'})`, () => {
  const place = placeForAll(cli);
  let machine: Machine;
  let proxy: SilentProxy;
  let port: number;
  beforeAll(async () => {
    proxy = await aSilentProxy();
    ({ port } = proxy);
    const { go, gopls } = await newestTools();
    const editor = `${process.execPath} ${join(packageRoot(), 'dist/editor.cjs')} --phase-ms 50000`;
    machine = aMachine(place.path, await aGoHome(cli, place, [go, gopls], { editor }));
  });
  afterAll(async () => {
    await machine?.[Symbol.asyncDispose]();
    proxy?.[Symbol.dispose]();
  });

  async function module(name: string, files: Readonly<Record<string, string>> = {}): Promise<void> {
    const all = { 'go.mod': `module example.com/${name}\n\ngo 1.21\n`, 'm.go': 'package m\n\nfunc M() {}\n', ...files };
    for (const [file, text] of Object.entries(all)) await place.write(`${name}/${file}`, text);
  }

  async function connected(line: string): Promise<Document & { readonly code: number }> {
    const { code, stdout } = await machine.sh(`${line} --json`);
    return { ...(JSON.parse(stdout) as Document), code };
  }

  const idsOf = ({ findings }: Document) => findings.filter(({ severity }) => severity !== 'note').map(({ id }) => id);
  const limit = 120_000;

  test(
    'without a running gopls and without settings it starts plain gopls, and finds nothing',
    async () => {
      await module('well');
      const found = await connected('$doctor well --connect --timeout 50');
      expect(found).toMatchObject({ code: 0, findings: [], session: { stuck: null, shown: [] } });
      expect(found.session.as).toBe('with plain gopls, in the environment of this shell');
    },
    limit,
  );

  const inconsistent = '# example.com/x v1.0.0\n## explicit\nexample.com/x\n';
  test.each([
    [
      'GOFLAGS that go refuses',
      {},
      "GOFLAGS='-mod vendor' ",
      /gopls could not load the workspace: go: parsing \$GOFLAGS/,
    ],
    ['GOCACHE=off', {}, 'GOCACHE=off ', /build cache is disabled by GOCACHE=off/],
    ['GOCACHE that is a link to nowhere', {}, 'GOCACHE=$HOME/dangling ', /failed to initialize build cache at /],
    ['a go.work without a go line', { 'go.mod': 'module m\n\ngo 1.24\n', 'go.work': 'use .\n' }, '', /go work use/],
    ['a go.work older than a module', { 'go.work': 'go 1.20\n\nuse .\n' }, '', /go\.work lists go 1\.20/],
    ['-mod=mod with a go.work', { 'go.work': 'go 1.21\n\nuse .\n' }, 'GOFLAGS=-mod=mod ', /in workspace mode/],
    ['inconsistent vendoring', { 'vendor/modules.txt': inconsistent }, '', /inconsistent vendoring/],
    ['conflict markers', { 'go.mod': 'module m\n<<<<<<< HEAD\ngo 1.21\n' }, '', /go\.mod: unknown directive: <<<<<<</],
    ['a go line of the future', { 'go.mod': 'module m\n\ngo 1.99\n' }, '', /requires go >= 1\.99/],
  ])(
    'finds what gopls shows: %s',
    async (name, files, env, says) => {
      const folder = `b-${name.replace(/\W+/g, '-')}`;
      await module(folder, files);
      await symlink('/nowhere/at/all', join(place.path, 'dangling')).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
      const found = await connected(`${env}$doctor ${folder} --connect --timeout 50`);
      expect(found.code).toBe(1);
      // If go prints the same to the doctor, that finding has gopls's message as evidence.
      const shown = found.findings.find(({ summary, evidence }) => says.test([summary, ...evidence].join('\n')));
      expect(shown).toMatchObject({ severity: 'error' });
      expect(shown?.evidence.length).toBeGreaterThan(0);
      expect(shown?.remedy.length).toBeGreaterThan(0);
    },
    limit,
  );

  test(
    'an error in the code of a module is no finding',
    async () => {
      await module('typo', { 'm.go': 'package m\n\nfunc M() { x }\n' });
      expect(await connected('$doctor typo --connect --timeout 50')).toMatchObject({ code: 0, findings: [] });
    },
    limit,
  );

  test(
    'uses the settings of VS Code: finds a silent proxy that only they name',
    async () => {
      await module('vscode', {
        'go.mod': 'module m\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n',
        'm.go': 'package m\n\nimport _ "example.com/dep"\n',
        '.vscode/settings.json': `{"go.toolsEnvVars": {"GOPROXY": "http://127.0.0.1:${port}"}, "go.buildFlags": ["-mod=mod"]}`,
      });
      const found = await connected('$doctor vscode --connect --timeout 15');
      expect(found.session).toMatchObject({
        as: 'as VS Code would, by .vscode/settings.json',
        stuck: 'go list',
        from: ['environment: GOPROXY (.vscode/settings.json)', 'settings: build.buildFlags (.vscode/settings.json)'],
      });
      expect(idsOf(found)).toEqual(['stalled-proxy']);
      expect(found.verdict).toMatch(
        new RegExp(
          `^the session that unlatch opened waits for \`go list\` .*, which waits for the module proxy 127\\.0\\.0\\.1:${port}`,
        ),
      );
      // The session's processes have ended with it.
      expect(JSON.stringify(found.findings[0]?.remedy)).not.toContain('"signal"');
      expect((await machine.sh('pgrep -x gopls; pgrep -x go')).stdout.trim()).toBe('');
    },
    limit,
  );

  test(
    "Zed's settings decide: a setting that gopls does not know",
    async () => {
      await module('zed', { '.zed/settings.json': '{"lsp": {"gopls": {"initialization_options": {"nosuch": true}}}}' });
      const found = await connected('$doctor zed --connect --timeout 50');
      expect(found.session.as).toBe('as Zed would, by .zed/settings.json');
      expect(found.session.shown.join()).toContain('setting option "nosuch"');
      expect(idsOf(found)).toEqual(['gopls-says']);
    },
    limit,
  );

  test(
    'a program of the checkout that its settings name is not run',
    async () => {
      await module('own', { '.vscode/settings.json': '{"go.alternateTools": {"gopls": "${workspaceFolder}/gopls"}}' });
      await chmod(await place.write('own/gopls', '#!/bin/sh\ntouch $HOME/was-run\n'), 0o755);
      const found = await connected('$doctor own --connect --timeout 50');
      expect(found.session.from.join()).toContain('comes with the workspace, so it is not run');
      expect(found).toMatchObject({ code: 0, session: { stuck: null } });
      expect((await machine.sh('ls was-run')).code).not.toBe(0);
    },
    limit,
  );

  test(
    'uses the environment of the running gopls: finds GOFLAGS that only the editor has',
    async () => {
      await module('running');
      await module('well');
      await machine.sh(
        `(cd running && GOFLAGS='-mod vendor' exec $editor --loaded 'touch $HOME/open; sleep 600' gopls -logfile=$HOME/own.log) >/dev/null 2>&1 & editing=$!
       until [ -e open ]; do :; done; gopls=$(pgrep -P $editing -x gopls)`,
      );
      const pid = Number((await machine.sh('echo $gopls')).stdout);
      const found = await connected('$doctor running --connect --timeout 50');
      const named = await connected('$doctor well --connect --as $gopls --timeout 50');
      const other = await connected('$doctor well --connect --timeout 50');
      await machine.sh('kill $editing; wait $editing; rm open');
      expect(idsOf(found)).toEqual(['goflags-refused']);
      expect(found.session.as).toContain(`with what gopls (pid ${pid}) was started with`);
      expect(found.session.from.join('\n')).not.toContain('own.log');
      expect(idsOf(named)).toEqual(['gopls-says']);
      expect(other).toMatchObject({ code: 0, session: { as: 'with plain gopls, in the environment of this shell' } });
    },
    limit,
  );

  test(
    'asks the daemon of the running gopls: it is stopped, and the session is no second error',
    async () => {
      await module('remote');
      await machine.sh(
        `(cd remote && exec gopls serve "-listen=unix;$HOME/d.sock") >/dev/null 2>&1 & daemon=$!
       until [ -S d.sock ]; do :; done
       (cd remote && exec $editor --loaded 'touch $HOME/open; sleep 600' gopls "-remote=unix;$HOME/d.sock") >/dev/null 2>&1 & editing=$!
       until [ -e open ]; do :; done`,
      );
      const well = await connected('$doctor remote --connect --timeout 50');
      await machine.sh('kill -STOP $daemon');
      const stopped = await connected('$doctor remote --connect --timeout 5');
      await machine.sh('kill -CONT $daemon; kill $editing; wait $editing; kill $daemon; wait $daemon; rm open');
      expect(well).toMatchObject({ code: 0, session: { stuck: null } });
      expect(well.session.from.join()).toContain('-remote=unix;');
      expect(stopped.session.stuck).toBe('initialize');
      expect(idsOf(stopped)).toEqual(['daemon-stopped']);
      expect(stopped.verdict).not.toContain('unlatch');
    },
    limit,
  );
});

test('--as without --connect, or of a process that is no gopls, is a mistake', async () => {
  await using place = await cli.place();
  const alone = await place.run(['doctor', '--as', `${process.pid}`]);
  expect(alone).toMatchObject({ code: 2, stderr: expect.stringContaining('--as goes with --connect') });
  const other = await place.run(['doctor', '--connect', '--as', `${process.pid}`]);
  expect(other).toMatchObject({ code: 2, stderr: expect.stringContaining('not gopls') });
});
