/** unlatch judges settings files, good and bad, like the real gopls and go that start with them. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'jsonc-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/config/facts.ts';
import { gatherFacts } from '../../../src/config/gather-facts.ts';
import { judgeConfig } from '../../../src/config/judge.ts';
import { asVscodeGo, shownByGopls } from './an-editor.ts';
import { aFolder, type Folder, goplsVersions, limits, ownEnv, realTools, type Tools } from './real-tools.ts';

const settingsFolder = join(import.meta.dirname, 'settings');
const files = readdirSync(settingsFolder);
const textOf = (file: string) => readFileSync(join(settingsFolder, file), 'utf8');

test('there are good and bad settings files enough', () => {
  expect(files.length).toBeGreaterThanOrEqual(20);
});

describe.each(goplsVersions)('gopls %s', (version) => {
  let tools: Tools;
  let workspace: Folder;
  beforeAll(async () => {
    tools = await realTools(version);
    workspace = await aFolder();
  }, 600_000);
  afterAll(() => workspace?.[Symbol.asyncDispose]());

  const known = new Map<string, Facts>();
  async function factsOf(file: string): Promise<Facts> {
    const before = known.get(file);
    if (before !== undefined) return before;
    await workspace.write('.vscode/settings.json', textOf(file));
    const binaries = { gopls: async () => tools.gopls, go: async () => tools.go };
    const facts = await gatherFacts(workspace.path, binaries, {}, limits(30_000));
    known.set(file, facts);
    return facts;
  }

  test.each(files)(
    '%s: each setting is refused, in the same words, that gopls refuses to an editor, and no other',
    async (file) => {
      await using own = await aFolder();
      const { gopls } = await factsOf(file);
      const ours = (gopls?.refusedSettings ?? []).map(({ message }) => message);
      const folder = join(own.path, 'w');
      await own.write('w/go.mod', 'module example.com/m\n\ngo 1.21\n');
      const shown = await shownByGopls(tools.gopls, asVscodeGo(textOf(file)), folder, ownEnv(own.path, tools.go));
      const theirs = shown.map((text) => text.replace(/^Invalid settings: /, '')).join('; ');
      for (const message of ours) expect(theirs).toContain(message);
      // gopls showed nothing else.
      const rest = [...ours]
        .sort((a, b) => b.length - a.length)
        .reduce((text, message) => text.replace(message, ''), theirs);
      expect(rest.replaceAll('; ', '')).toBe('');
    },
  );

  const withFlags = files.filter((file) => textOf(file).includes('go.languageServerFlags'));
  test.each(withFlags)(
    '%s: its flags are refused exactly when gopls, started with them, does not start',
    async (file) => {
      await using own = await aFolder();
      const { gopls } = await factsOf(file);
      const ours = (gopls?.refusedFlags ?? []).map(({ message }) => message);
      const flags = (parse(textOf(file)) as { 'go.languageServerFlags': string[] })['go.languageServerFlags'];
      const child = spawn(tools.gopls, flags, {
        cwd: own.path,
        env: ownEnv(own.path, tools.go),
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
      });
      const [code] = await once(child, 'close');
      expect({ starts: code === 0 }).toEqual({ starts: ours.length === 0 });
      if (code !== 0) expect(ours.some((message) => stderr.split('\n')[0]?.endsWith(message))).toBe(true);
    },
  );

  test.each(['a-small-project.jsonc', 'short-names.jsonc', 'flags-that-hold.jsonc', 'nothing-of-go.jsonc'])(
    '%s: nothing is found',
    async (file) => {
      expect(judgeConfig(await factsOf(file))).toEqual([]);
    },
  );

  test('of the names in mappings, which gopls takes without a word, those are told that api-json does not have', async () => {
    const findings = judgeConfig(await factsOf('names-nobody-knows.jsonc'));
    expect(findings.map(({ id, severity, summary }) => [id, severity, /has no "(\w+)"/.exec(summary)?.[1]])).toEqual([
      ['gopls-name', 'warning', 'nilnes'],
      ...(version === '0.15.2' ? [] : [['gopls-name', 'note', 'undeclaredname']]),
      ['gopls-name', 'warning', 'generates'],
      ['gopls-name', 'warning', 'parameterName'],
    ]);
  });
});

test('of the settings that vscode-go documents, the newest gopls refuses four, and nothing else is said of them', async () => {
  const { gopls, go } = await realTools('0.24.0');
  await using workspace = await aFolder();
  await workspace.write('.vscode/settings.json', textOf('every-documented-setting.jsonc'));
  const facts = await gatherFacts(workspace.path, { gopls: async () => gopls, go: async () => go }, {}, limits(30_000));
  expect(judgeConfig(facts).map(({ id, summary }) => [id, /rejects this "([\w.]+)"/.exec(summary)?.[1]])).toEqual([
    ['gopls-setting', 'build.memoryMode'],
    ['gopls-setting', 'ui.diagnostic.staticcheckProvided'],
    ['gopls-setting', 'ui.noSemanticNumber'],
    ['gopls-setting', 'ui.noSemanticString'],
  ]);
});

test('a short gopls command that leaves an empty exe.sha256 spoils none of the others', async () => {
  const { gopls, go } = await realTools('0.24.0');
  await using workspace = await aFolder();
  await workspace.write('.vscode/settings.json', textOf('every-documented-setting.jsonc'));
  const version = createHash('sha256').update(readFileSync(gopls)).digest('hex').slice(0, 8);
  // Like a process that ends while it creates the folder of its version.
  const wrapper = await workspace.write(
    'gopls',
    `#!/bin/bash
"${gopls}" "$@"
status=$?
folder="\${GOPLSCACHE:-$XDG_CACHE_HOME}/gopls/${version}"
/bin/mkdir -p "$folder" && : >"$folder/exe.sha256"
exit $status
`,
  );
  await chmod(wrapper, 0o755);
  const facts = await gatherFacts(
    workspace.path,
    { gopls: async () => wrapper, go: async () => go },
    {},
    limits(30_000),
  );
  expect(judgeConfig(facts)).toHaveLength(4);
});
