/**
 * Logs of real editors with a real gopls: Debian's Neovim 0.7.2, eglot 1.9 and lsp-mode 8.0.0 in Emacs 28.2, and gopls 0.24's own. Paths were
 * changed, lists of capabilities left out. For Helix, GoLand and VS Code the same messages stand in the lines that their sources write.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type EditorLogFact, readEditorLog } from '../../../../src/doctor/log/editor-log.ts';
import { goplsLog } from '../../../../src/doctor/log/gopls.ts';
import type { RpcMessage } from '../../../../src/doctor/log/log-format.ts';

const stored = (name: string) => readFile(join(import.meta.dirname, 'logs', `${name}.txt`), 'utf8');

function read(text: string): EditorLogFact {
  const found = readEditorLog(text);
  if (found === null) throw new Error('no format took it');
  return found.log;
}

const formats = [
  { editor: 'neovim', name: "Neovim's lsp.log" },
  { editor: 'eglot', name: "eglot's events buffer in Emacs" },
  { editor: 'lsp-mode-io', name: 'the log of lsp-mode in Emacs' },
  { editor: 'gopls', name: "gopls's own log" },
];

describe.each(formats)('in $name', ({ editor, name }) => {
  test('a gopls that loaded its workspace is healthy', async () => {
    expect(read(await stored(`${editor}-loaded`))).toMatchObject({
      format: name,
      starts: 1,
      stuck: null,
      loaded: true,
      failed: null,
      said: [],
      unanswered: [],
      editorOwes: [],
      ended: null,
    });
  });

  test('a silent proxy leaves gopls stuck in go list', async () => {
    const log = read(await stored(`${editor}-silent-proxy`));
    expect(log).toMatchObject({ starts: 1, stuck: 'go list', loaded: false, failed: null, said: [] });
    expect(log.timeline.at(-1)).toMatch(/ view created$/);
  });

  test('GOFLAGS that go refuses are reported in the words of go', async () => {
    expect(read(await stored(`${editor}-goflags`))).toMatchObject({
      stuck: 'go env',
      loaded: false,
      failed: 'go: parsing $GOFLAGS: non-flag "vendor"',
      said: [expect.stringContaining('error: Error loading workspace folders')],
    });
  });

  test('a trace that begins after the start still shows what gopls did since', async () => {
    const whole = await stored(`${editor}-silent-proxy`);
    const late = whole.slice(whole.indexOf('\n', whole.search(/'?\$\/progress|Loading packages/)) + 1);
    expect(read(late)).toMatchObject({ format: name, starts: 0, stuck: 'go list', loaded: false });
    const loaded = await stored(`${editor}-loaded`);
    const after = loaded.slice(loaded.indexOf('\n', loaded.search(/"?initialized/)) + 1);
    expect(read(after)).toMatchObject({ starts: 0, stuck: null, loaded: true });
  });
});

test("Neovim's log at the level INFO has no messages but shows the phases", async () => {
  expect(read(await stored('neovim-info'))).toMatchObject({ starts: 1, stuck: null, loaded: true });
});

test("Neovim's log at its default level says nothing of a healthy gopls", async () => {
  expect(readEditorLog(await stored('neovim-warn'))).toMatchObject({ heard: false });
});

test('in a Neovim log of two servers only the lines of gopls count', async () => {
  expect(read(await stored('neovim-two-servers'))).toMatchObject({ starts: 1, stuck: 'go list', said: [] });
});

test("the header of Neovim 0.5 is read, and gopls's stderr", () => {
  const text =
    '[ ERROR ] 2021-02-04T22:13:07+0530 ] ...share/nvim/runtime/lua/vim/lsp/rpc.lua:455 ]\t"rpc"\t"gopls"\t"stderr"\t"gopls: unknown flag: -x\\n"\n';
  expect(read(text)).toMatchObject({ format: "Neovim's lsp.log", stderr: 'gopls: unknown flag: -x', loaded: null });
});

test('a gopls that ended by itself is reported with its exit and its stderr', async () => {
  expect(read(await stored('eglot-ended'))).toMatchObject({
    stuck: 'initialize',
    ended: 'exited abnormally with code 2',
    stderr: expect.stringContaining('gopls: unknown flag: -nosuch'),
  });
  expect(read(await stored('neovim-ended')).stderr).toContain('gopls: unknown flag: -nosuch');
  expect(read(await stored('lsp-mode-stderr')).stderr).toContain('gopls: unknown flag: -nosuch');
});

test('*lsp-log* of lsp-mode shows the phases without messages', async () => {
  expect(read(await stored('lsp-mode-loaded'))).toMatchObject({ starts: 0, stuck: null, loaded: true });
  expect(read(await stored('lsp-mode-silent-proxy'))).toMatchObject({ starts: 0, stuck: 'go list', loaded: false });
});

/** The real messages of a session, as the lines of an editor that is not at hand. */
async function rendered(
  name: string,
  line: (from: 'editor' | 'gopls', message: RpcMessage) => string,
): Promise<string> {
  const events = goplsLog.read(await stored(name));
  return events
    .flatMap((event) => {
      if (event.kind !== 'message') return [];
      const { result, error, method, ...rest } = event.message;
      const answers = result !== undefined || error !== undefined;
      const body = answers ? { ...rest, result } : { ...rest, ...(method === undefined ? {} : { method }) };
      return [line(event.from, Object.assign({ jsonrpc: '2.0' }, body))];
    })
    .join('\n');
}

const arrow = (from: 'editor' | 'gopls', to: string, back: string) => (from === 'editor' ? to : back);

const elsewhere = [
  {
    name: "Helix's helix.log",
    line: (from: 'editor' | 'gopls', message: RpcMessage) =>
      `2026-11-28T19:28:19.076 helix_lsp::transport [INFO] gopls ${arrow(from, '->', '<-')} ${JSON.stringify(message)}`,
  },
  {
    name: "Helix's helix.log",
    line: (from: 'editor' | 'gopls', message: RpcMessage) =>
      `2023-04-01T23:23:46.013 helix_lsp::transport [INFO] ${arrow(from, '->', '<-')} ${JSON.stringify(message)}`,
  },
  {
    name: "GoLand's idea.log",
    line: (from: 'editor' | 'gopls', message: RpcMessage) =>
      `2026-02-20 06:58:58,673 [  29415]   FINE - #c.i.p.l.i.c.Lsp4jServerConnector - ${arrow(from, '-->', '<--')} GoplsLspServerDescriptor@well: ${JSON.stringify(message)}`,
  },
  {
    name: "eglot's events buffer in Emacs",
    line: (from: 'editor' | 'gopls', message: RpcMessage) =>
      `[jsonrpc] e[17:53:19.203]   ${arrow(from, '-->', '<--')} ${message.method ?? ''}${message.id === undefined ? '' : `[${message.id}]`} ${JSON.stringify(message)}`,
  },
];

test.each(elsewhere)('the same messages are judged alike in $name', async ({ name, line }) => {
  const loaded = read(await rendered('gopls-loaded', line));
  expect(loaded).toMatchObject({ format: name, starts: 1, loaded: true, said: [], unanswered: [], ended: null });
  expect(read(await rendered('gopls-silent-proxy', line))).toMatchObject({ starts: 1, stuck: 'go list', failed: null });
  expect(read(await rendered('gopls-goflags', line))).toMatchObject({
    stuck: 'go env',
    failed: 'go: parsing $GOFLAGS: non-flag "vendor"',
  });
});

test.each([
  [
    'up to vscode-languageclient 9',
    (text: string) => text.replace(/^\[Trace - (\d\d:\d\d:\d\d)\.\d{3} ([AP]M)\]/gm, '[Trace - $1 $2]'),
  ],
  ['LSP4IJ', (text: string) => text.replace(/^\[Trace - (\d\d:\d\d:\d\d)\.\d{3} [AP]M\]/gm, '[Trace - $1]')],
  [
    'since vscode-languageclient 10',
    (text: string) => text.replace(/^\[Trace - (\S+) [AP]M\]/gm, '2026-11-28 $1 [trace]'),
  ],
])("VS Code's output is read with the heads of %s", async (_, changed) => {
  const name = "VS Code's output of gopls";
  expect(read(changed(await stored('gopls-loaded')))).toMatchObject({
    format: name,
    starts: 1,
    loaded: true,
    said: [],
  });
  expect(read(changed(await stored('gopls-silent-proxy')))).toMatchObject({ starts: 1, stuck: 'go list' });
  expect(read(changed(await stored('gopls-goflags')))).toMatchObject({
    failed: 'go: parsing $GOFLAGS: non-flag "vendor"',
  });
});

test("VS Code's output without a trace shows what gopls logged, and its end", () => {
  const view = '[Info  - 7:28:10 PM] 2026/11/28 19:28:10 Created View (#1)\n\tdirectory=/home/ada/work\n';
  const load = '[Info  - 7:28:11 PM] 2026/11/28 19:28:11 go/packages.Load #1\n\tview_id="1"\n\tpackages=2\n';
  const end =
    'panic: runtime error\n[Error - 7:29:00 PM] Server process exited with code 2.\n[Info  - 7:29:00 PM] Connection to server got closed. Server will restart.\n';
  expect(read(view)).toMatchObject({ starts: 0, stuck: 'go list' });
  expect(read(view + load)).toMatchObject({ stuck: null, loaded: true, ended: null });
  expect(read(view + load + end)).toMatchObject({ loaded: true, ended: 'code 2' });
  expect(read(view + load + end + view)).toMatchObject({ starts: 1, stuck: 'go list', ended: null });
});

test('a failed load is reported although gopls says "finished", until a later load succeeds', () => {
  const failed =
    '[Info  - 7:28:10 PM] 2026/11/28 19:28:10 Created View (#1)\n' +
    '[Error - 7:28:11 PM] 2026/11/28 19:28:11 initial workspace load failed: packages.Load error: err: exit status 1: stderr: build cache is disabled by GOCACHE=off, but required as of Go 1.12\n' +
    '[Trace - 7:28:11 PM] Received notification \'window/showMessage\'.\nParams: {"type":3,"message":"Finished loading packages."}\n';
  expect(read(failed)).toMatchObject({
    stuck: 'go list',
    loaded: false,
    failed: 'build cache is disabled by GOCACHE=off, but required as of Go 1.12',
  });
  const mended = `${failed}[Info  - 7:29:11 PM] 2026/11/28 19:29:11 go/packages.Load #2\n\tpackages=2\n`;
  expect(read(mended)).toMatchObject({ stuck: null, loaded: true, failed: null });
});

test('the default log levels of Helix and GoLand show an error, and no other server is blamed', () => {
  const helix =
    '2024-07-18T14:57:57.424 helix_term::application [WARN] unhandled window/showMessage: ShowMessageParams { typ: Error, message: "Error loading workspace folders (expected 1, got 0)\\nfailed to load view for file:///home/ada/go: err: exit status 1: stderr: go: download go1.23.0 for darwin/arm64: toolchain not available\\n\\n" }\n';
  expect(read(helix)).toMatchObject({ failed: 'go: download go1.23.0 for darwin/arm64: toolchain not available' });
  const routine =
    "2024-04-03T20:33:31.363 helix_lsp::transport [ERROR] gopls <- ServerError(0): 28:24: missing ',' before newline\n2024-04-03T20:40:00.000 helix_lsp::transport [ERROR] texlab err: <- StreamClosed\n";
  expect(readEditorLog(routine)).toMatchObject({ heard: false });
  const started = (descriptor: string, command: string) =>
    `2023-11-13 21:52:21,811 [   2679]   INFO - #c.i.p.l.a.LspServerDescriptor - ${descriptor}@shop: starting LSP server: ${command}\n` +
    `2023-11-13 21:52:21,925 [   2793]   INFO - #c.i.p.l.i.c.LspServerProcessListener - LSP server process terminated, exit code = 1, command line: ${command}\n`;
  expect(read(started('GoLspServerDescriptor', '/home/ada/go/bin/gopls'))).toMatchObject({
    starts: 1,
    stuck: 'initialize',
    ended: 'exit code 1',
  });
  expect(readEditorLog(started('TemplLspServerDescriptor', '/home/ada/go/bin/templ lsp'))).toMatchObject({
    heard: false,
  });
});

test("a gopls that waits for its editor's settings is reported as such", async () => {
  const whole = await stored('gopls-loaded');
  const unanswered = whole.replace(/^\[Trace[^\n]*Sending response 'workspace\/configuration[\s\S]*$/m, '');
  expect(read(unanswered)).toMatchObject({
    stuck: 'go env',
    editorOwes: [expect.stringMatching(/^workspace\/configuration, /)],
  });
});

test('a file that is not an editor log is not read as one', () => {
  expect(readEditorLog('')).toBeNull();
  expect(readEditorLog('go: downloading example.com/m v1.0.0\n')).toBeNull();
  expect(readEditorLog('{"schema":1}')).toBeNull();
});

test('an error that gopls shows as a progress item counts until gopls ends the item', () => {
  const begin =
    '[Trace - 7:28:10 PM] Received notification \'$/progress\'.\nParams: {"token":"7","value":{"kind":"begin","title":"Error loading workspace","message":"inconsistent vendoring"}}\n';
  const over =
    '[Trace - 7:29:10 PM] Received notification \'$/progress\'.\nParams: {"token":"7","value":{"kind":"end","message":"Done."}}\n';
  expect(read(begin).said).toEqual(['error: Error loading workspace: inconsistent vendoring']);
  expect(read(begin + over).said).toEqual([]);
});
