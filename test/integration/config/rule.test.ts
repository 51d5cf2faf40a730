/** The facts behind the rules, with real go and gopls; broken-rules.test.ts has files that break each rule. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { gatherFacts } from '../../../src/config/gather-facts.ts';
import { judgeConfig } from '../../../src/config/judge.ts';
import { openSession } from '../../../src/lsp/session.ts';
import { inShort } from './judged.ts';
import { aFolder, goplsVersions, limits, ownEnv, realGo, realTools } from './real-tools.ts';

const ci = '.github/workflows/ci.yml';
const settings = '.vscode/settings.json';
const goMod = (version: string) => `module example.com/m\n\ngo ${version}\n`;

describe('with real go', () => {
  const versions = ['1.22.12', '1.27.4'];

  test.each(versions)(
    'go %s takes a module cache in the workspace for packages of ./..., unless it is hidden',
    async (version) => {
      await using folder = await aFolder();
      const go = await realGo(version);
      await folder.write('w/go.mod', goMod('1.21'));
      await folder.write('w/m.go', 'package m\n');
      const list = () => {
        const env = ownEnv(folder.path, go);
        return spawnSync(go, ['list', './...'], { cwd: join(folder.path, 'w'), env, encoding: 'utf8' });
      };
      await folder.write('w/.gopath/pkg/mod/example.com/dep@v1.0.0/dep.go', 'package dep\n');
      expect(list()).toMatchObject({ status: 0, stdout: 'example.com/m\n' });
      await folder.write('w/gopath/pkg/mod/example.com/dep@v1.0.0/dep.go', 'package dep\n');
      const { stdout, stderr } = list();
      expect(stdout + stderr).toContain('dep');
    },
  );

  test.each(versions)('go %s takes no cache whose path is not absolute', async (version) => {
    await using folder = await aFolder();
    const go = await realGo(version);
    await folder.write('go.mod', goMod('1.21'));
    await folder.write('m.go', 'package m\n');
    for (const [name, value] of [
      ['GOCACHE', '~/.cache/go'],
      ['GOPATH', 'go'],
    ] as const) {
      const env = { ...ownEnv(folder.path, go), [name]: value };
      const { status, stderr } = spawnSync(go, ['build', '.'], { cwd: folder.path, env, encoding: 'utf8' });
      expect(status).not.toBe(0);
      expect(stderr).toContain('absolute path');
    }
  });

  test('a GOFLAGS that go refuses is told, and one that it takes is not', async () => {
    await using folder = await aFolder();
    await folder.write(
      ci,
      'env:\n  GOFLAGS: -mod=mod -tags a\njobs:\n  a:\n    env:\n      GOFLAGS: -mod=mod -tags=a\n',
    );
    const go = await realGo('1.27.4');
    const facts = await gatherFacts(folder.path, { gopls: async () => null, go: async () => go }, {}, limits(30_000));
    expect(judgeConfig(facts).map(inShort)).toEqual([`go-flag ${ci}:2`]);
  });
});

describe('with real gopls', () => {
  // The first run builds it.
  beforeAll(async () => {
    for (const version of goplsVersions) await realTools(version);
  }, 600_000);

  test.each(goplsVersions)(
    'gopls %s with -listen never answers its editor, and with -remote of nobody it ends',
    async (version) => {
      await using folder = await aFolder();
      const { gopls, go } = await realTools(version);
      await folder.write('w/go.mod', goMod('1.21'));
      const session = (flag: string) =>
        openSession({
          folder: join(folder.path, 'w'),
          server: { command: gopls, args: [flag] },
          env: ownEnv(folder.path, go),
          phaseMs: 10_000,
        });
      expect(await session(`-listen=unix;${folder.path}/l`)).toMatchObject({ stuck: 'initialize', exit: null });
      const alone = await session(`-remote=unix;${folder.path}/nobody`);
      expect(alone.exit?.code).not.toBe(0);
      expect(alone.why).toContain('dialing remote');
    },
  );

  const pairs = [
    ['0.15.2', '1.16.15', /Found Go version 1\.16/],
    ['0.24.0', '1.16.15', /Found Go version 1\.16/],
    ['0.24.0', '1.26.11', null],
  ] as const;
  test.each(pairs)('gopls %s says itself whether it supports Go %s', async (goplsVersion, version, said) => {
    await using folder = await aFolder();
    const { gopls } = await realTools(goplsVersion);
    const go = await realGo(version);
    await folder.write('go.mod', goMod(version.replace(/\.\d+$/, '')));
    await folder.write(settings, '{ "gopls": { "ui.semanticTokens": true } }');
    const facts = await gatherFacts(folder.path, { gopls: async () => gopls, go: async () => go }, {}, limits(60_000));
    const findings = judgeConfig(facts);
    expect(findings.map(inShort)).toEqual(said === null ? [] : ['gopls-go go.mod:3']);
    if (said !== null) expect(findings[0]?.evidence[0]).toMatch(said);
  });

  test('a gopls that was built with an older Go than its module is written in shows none of the errors in it', async () => {
    await using folder = await aFolder();
    const { gopls } = await realTools('0.15.2');
    const go = await realGo('1.27.4');
    await folder.write('m.go', 'package m\n\nvar x int = "no"\n');
    const errorsOf = async (line: string) => {
      await folder.write('go.mod', goMod(line));
      const env = ownEnv(folder.path, go);
      return spawnSync(gopls, ['check', 'm.go'], { cwd: folder.path, env, encoding: 'utf8' }).stdout;
    };
    expect(await errorsOf('1.22')).toContain('m.go:3:');
    expect(await errorsOf('1.27')).not.toContain('m.go:3:');
    await folder.write(settings, '{ "gopls": {"gofumpt": true} }');
    const facts = await gatherFacts(folder.path, { gopls: async () => gopls, go: async () => go }, {}, limits(60_000));
    expect(judgeConfig(facts).map(inShort)).toEqual(['gopls-go go.mod:3']);
  });
});
