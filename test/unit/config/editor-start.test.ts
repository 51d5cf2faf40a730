import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { editorStart } from '../../../src/config/editor-start.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'start-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(file: string, value: unknown): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), typeof value === 'string' ? value : JSON.stringify(value));
}

test('VS Code adds its variables, its flags and its settings of gopls', async () => {
  await write('.vscode/settings.json', {
    'go.toolsEnvVars': { GOFLAGS: '-mod=mod', GOMODCACHE: '${workspaceFolder}/mod' },
    'go.buildFlags': ['-race'],
    'go.buildTags': 'integration',
    'go.languageServerFlags': ['-remote=auto'],
    gopls: { 'build.env': { GOPROXY: 'off' } },
    'gopls.ui.semanticTokens': true,
  });
  expect(await editorStart(folder, {}, null)).toMatchObject({
    file: '.vscode/settings.json',
    env: { GOFLAGS: '-mod=mod', GOMODCACHE: join(folder, 'mod') },
    args: ['-remote=auto'],
    settings: {
      'build.env': { GOPROXY: 'off' },
      ui: { semanticTokens: true },
      'build.buildFlags': ['-race', '-tags=integration'],
    },
    gopls: null,
    refused: [],
  });
});

test('go.alternateTools name the gopls, and the folder of the go comes first on PATH', async () => {
  const tools = await mkdtemp(join(tmpdir(), 'tools-'));
  for (const name of ['gopls', 'go']) {
    await writeFile(join(tools, name), '#!/bin/sh\n');
    await chmod(join(tools, name), 0o755);
  }
  await write('.vscode/settings.json', {
    'go.alternateTools': { gopls: join(tools, 'gopls'), go: join(tools, 'go') },
  });
  const start = await editorStart(folder, { PATH: '/usr/bin' }, 'Cursor');
  await rm(tools, { recursive: true });
  expect(start).toMatchObject({ gopls: join(tools, 'gopls'), env: { PATH: `${tools}:/usr/bin` } });
});

test('Zed has the binary, its arguments and its environment, and the options of gopls', async () => {
  await write('.zed/settings.json', {
    lsp: {
      gopls: {
        binary: { arguments: ['-remote=auto'], env: { GOFLAGS: '-tags=x' } },
        initialization_options: { staticcheck: true },
      },
    },
  });
  expect(await editorStart(folder, {}, null)).toMatchObject({
    editor: 'Zed',
    env: { GOFLAGS: '-tags=x' },
    args: ['-remote=auto'],
    settings: { staticcheck: true },
  });
});

test('Helix and Neovim are read too', async () => {
  await write(
    '.helix/languages.toml',
    '[language-server.gopls]\nargs = ["-remote=auto"]\nenvironment = { GOFLAGS = "-tags=x" }\n[language-server.gopls.config]\nstaticcheck = true\n',
  );
  await write('.nvim.lua', "vim.lsp.config('gopls', { cmd_env = { GOFLAGS = '-tags=y' } })\n");
  expect(await editorStart(folder, {}, 'Helix')).toMatchObject({
    env: { GOFLAGS: '-tags=x' },
    args: ['-remote=auto'],
    settings: { staticcheck: true },
  });
  expect(await editorStart(folder, {}, 'Neovim')).toMatchObject({ env: { GOFLAGS: '-tags=y' } });
});

test("another editor's file is not taken, nor one that says nothing of Go", async () => {
  await write('.vscode/settings.json', { 'go.toolsEnvVars': { GOFLAGS: '-mod=mod' } });
  expect(await editorStart(folder, {}, 'Neovim')).toBeNull();
  expect(await editorStart(folder, {}, 'VSCodium')).not.toBeNull();
  await write('.vscode/settings.json', '{"editor.tabSize": 4} // no more');
  expect(await editorStart(folder, {}, null)).toBeNull();
});
