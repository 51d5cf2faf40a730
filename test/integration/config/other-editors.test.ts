/** gopls settings of editors and agents other than VS Code: what must be reported, and what must not. */
import { beforeAll, describe, expect, test } from 'vitest';
import { gatherFacts } from '../../../src/config/gather-facts.ts';
import { judgeConfig } from '../../../src/config/judge.ts';
import { type Files, inShort, judgedInShort } from './judged.ts';
import { aFolder, limits, realTools, type Tools } from './real-tools.ts';

const zed = '.zed/settings.json';
const helix = '.helix/languages.toml';
const nvim = '.nvim.lua';
const mcp = '.mcp.json';

const cases: readonly (readonly [string, Files, readonly string[]])[] = [
  [
    'Zed: a flag with which gopls listens, and a program that is not there',
    {
      [zed]: `{ // comments are allowed
  "lsp": { "gopls": {
    "binary": { "path": "/gone/gopls",
      "arguments": ["-listen=:1"],
      "env": { "GOPACKAGESDRIVER": "/gone/driver" } } } } }`,
    },
    [`missing-tool ${zed}:3`, `shared-socket ${zed}:4`, `missing-tool ${zed}:5`],
  ],
  [
    'Zed: flags of a wrapper are its own',
    { [zed]: '{"lsp":{"gopls":{"binary":{"path":"wrap","arguments":["-listen=:1"]}}}}' },
    [],
  ],
  ['Zed: settings of another server', { [zed]: '{"lsp":{"pyright":{"binary":{"arguments":["-listen=:1"]}}}}' }, []],
  [
    'Helix: a flag with which gopls listens, and a cache that no go takes',
    {
      [helix]: `# comment
[language-server.gopls]
command = "gopls"
args = ["-listen=:1"]
environment = { "GOCACHE" = "~/cache" }
`,
    },
    [`shared-socket ${helix}:4`, `cache-in-workspace ${helix}:5`],
  ],
  ['Helix: another server', { [helix]: '[language-server.taplo]\nargs = ["-listen=:1"]\n' }, []],
  ['Helix: no TOML', { [helix]: '[language-server.gopls\nargs = 1\n' }, [`malformed-file ${helix}:2`]],
  [
    'Neovim: vim.lsp.config',
    {
      [nvim]: `-- project
vim.lsp.config('gopls', {
  cmd = { 'gopls', '-listen=:1' },
  cmd_env = { GOPACKAGESDRIVER = "./gone" },
})
`,
    },
    [`shared-socket ${nvim}:3`, `missing-tool ${nvim}:4`],
  ],
  [
    'Neovim: nvim-lspconfig, with a callback before',
    {
      [nvim]: `require("lspconfig").gopls.setup {
  on_attach = function(client, buffer)
    if client.name == "gopls" then print({ 1, 2 }) end
  end,
  cmd = { "gopls", "-listen=:1" },
}
`,
    },
    [`shared-socket ${nvim}:5`],
  ],
  [
    'Neovim: servers in a table of tables',
    {
      [nvim]:
        'return {\n  { "neovim/nvim-lspconfig",\n    opts = { servers = { gopls = {\n      cmd = { "gopls", "-listen=:1" } } } } },\n}\n',
    },
    [`shared-socket ${nvim}:4`],
  ],
  [
    'Neovim: what is computed is left alone',
    { [nvim]: 'vim.lsp.config("gopls", { cmd = { "gopls", flag("-listen=:1") } })\n' },
    [],
  ],
  [
    'Neovim: what is commented out',
    { [nvim]: '-- vim.lsp.config("gopls", { cmd = { "gopls", "-listen=:1" } })\n' },
    [],
  ],
  ['Neovim: another server', { [nvim]: 'vim.lsp.config("clangd", { cmd = { "clangd", "-listen=:1" } })\n' }, []],
  [
    'an agent: gopls that is not there',
    { [mcp]: '{ "mcpServers": {\n "go": { "command": "/gone/gopls", "args": ["mcp"] } } }' },
    [`missing-tool ${mcp}:2`],
  ],
  [
    'an agent: gopls mcp may listen',
    { [mcp]: '{"mcpServers":{"gopls":{"command":"gopls","args":["mcp","-listen=:8092"]}}}' },
    [],
  ],
  [
    'an agent: gopls mcp has no remote mode, however it is written',
    {
      [mcp]: '{"mcpServers":{"gopls":{"command":"gopls","args":["-remote=auto","mcp"]}}}',
      '.gemini/settings.json':
        '{"mcpServers":{"go":{"command":"gopls",\n"args":["-remote", "auto", "mcp", "-listen=:1"]}}}',
    },
    ['mcp-remote .gemini/settings.json:2', `mcp-remote ${mcp}:1`],
  ],
  [
    'an agent: a server of its own for each of three, a note at each place',
    {
      [mcp]: '{"mcpServers":{"gopls":{"command":"gopls","args":["mcp"]}}}',
      '.gemini/settings.json': '{"theme":"x",\n"mcpServers":{"go":{"command":"gopls","args":["mcp"]}}}',
      '.codex/config.toml': '[mcp_servers.go]\ncommand = "gopls"\nargs = ["-rpc.trace", "mcp"]\n',
    },
    ['own-server .codex/config.toml:3', 'own-server .gemini/settings.json:2', `own-server ${mcp}:1`],
  ],
  [
    'an agent: one that shares a server, one that is disabled, and one alone start one gopls',
    {
      [mcp]: '{"mcpServers":{"gopls":{"command":"gopls","args":["mcp"]},"docs":{"url":"http://127.0.0.1:1"}}}',
      '.cursor/mcp.json': '{"mcpServers":{"gopls":{"command":"gopls","args":["mcp"],"disabled":true}}}',
      '.gemini/settings.json': '{"mcpServers":{"go":{"command":"gopls","args":["mcp","-listen=:8092"]}}}',
      '.codex/config.toml': '[mcp_servers.go]\nenabled = false\ncommand = "gopls"\nargs = ["mcp"]\n',
    },
    [],
  ],
  ['an agent: another server', { [mcp]: '{"mcpServers":{"x":{"command":"/gone/x","args":["-listen=:1"]}}}' }, []],
  [
    'an agent: GOFLAGS beside a go.work, in .vscode/mcp.json',
    {
      'go.work': 'go 1.22\n',
      '.vscode/mcp.json': '{"servers":{"gopls":{"command":"gopls","args":["mcp"],\n"env":{"GOFLAGS":"-mod=mod"}}}}',
    },
    ['mod-mode .vscode/mcp.json:2'],
  ],
  [
    'VS Code: a packages driver that is not there',
    { '.vscode/settings.json': '{\n"go.toolsEnvVars": { "GOPACKAGESDRIVER": "${workspaceFolder}/tools/driver.sh" } }' },
    ['missing-tool .vscode/settings.json:2'],
  ],
  [
    'VS Code: one that is there',
    {
      'tools/driver.sh': '',
      '.vscode/settings.json': '{"go.toolsEnvVars": { "GOPACKAGESDRIVER": "${workspaceFolder}/tools/driver.sh" } }',
    },
    [],
  ],
  [
    'VS Code: a driver that is switched off, or is found on PATH',
    {
      '.vscode/settings.json':
        '{"go.toolsEnvVars": { "GOPACKAGESDRIVER": "off" }, "gopls": {"build.env": {"GOPACKAGESDRIVER": "gopackagesdriver"}}}',
    },
    [],
  ],
  [
    'a driver in a container is not looked for here',
    { '.devcontainer.json': '{"containerEnv": { "GOPACKAGESDRIVER": "/opt/driver" } }' },
    [],
  ],
];

test.each(cases)('%s', async (_, files, expected) => {
  expect(await judgedInShort(files)).toEqual(expected);
});

describe('a real gopls is asked about the settings of', () => {
  let tools: Tools;
  beforeAll(async () => {
    tools = await realTools('0.24.0');
  }, 600_000);
  const bad = { gopls: async () => tools.gopls, go: async () => tools.go };
  const findings = async (files: Files) => {
    await using folder = await aFolder();
    for (const [name, text] of Object.entries(files)) await folder.write(name, text);
    return judgeConfig(await gatherFacts(folder.path, bad, {}, limits(60_000))).map(inShort);
  };

  test('Zed, Helix, Neovim and an agent, and refuses the same in each', async () => {
    expect(
      await findings({
        [zed]: '{"lsp":{"gopls":{"initialization_options":{\n"hoverkind":"x",\n"gofumpt":true}}}}',
        [helix]: '[language-server.gopls.config]\n"ui.semanticTokens" = true\nhoverkind = "x"\n',
        [nvim]:
          'vim.lsp.config("gopls", { settings = { gopls = {\n  hoverkind = "x",\n  analyses = { unusedparams = true },\n} } })\n',
        [mcp]: '{"mcpServers":{"gopls":{"command":"gopls","args":["mcp",\n"-listn=:1"]}}}',
      }),
    ).toEqual([`gopls-setting ${helix}:3`, `gopls-flag ${mcp}:2`, `gopls-setting ${nvim}:2`, `gopls-setting ${zed}:2`]);
  });

  test('Neovim, and takes what it can read whole: an empty table, and a list that is half computed, are not handed over', async () => {
    const table = 'settings = { gopls = { analyses = {}, buildFlags = { "-tags=a", tags() }, staticcheck = flag } }';
    expect(await findings({ [nvim]: `vim.lsp.config('gopls', { ${table} })\n` })).toEqual([]);
  });
});
