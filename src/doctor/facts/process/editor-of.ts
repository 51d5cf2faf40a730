/** The editor or agent that started a gopls, by the names of its ancestors. */
import { readText } from '../../../process/proc/read-proc.ts';
import type { Stat } from '../../../process/proc/stat.ts';
import type { EditorFact } from '../../process-fact.ts';

/** By process name, which the kernel cuts to 15 characters. */
const byName: readonly (readonly [RegExp, string])[] = [
  [/^n?vim?$|^nvim-|^vim\./, ''],
  [/^emacs/, 'Emacs'],
  [/^(code|code-oss|code-insiders|code-server)$/, 'VS Code'],
  [/^(codium|vscodium)$/, 'VSCodium'],
  [/^[Cc]ursor/, 'Cursor'],
  [/^[Ww]indsurf/, 'Windsurf'],
  [/^zed(-editor|-remote.*)?$/, 'Zed'],
  [/^(hx|helix)$/, 'Helix'],
  [/^(kak|kak-lsp|kakoune-lsp)$/, 'Kakoune'],
  [/^(sublime_text|plugin_host.*)$/, 'Sublime Text'],
  [/^(goland|idea)/, 'GoLand'],
  [/^micro$/, 'micro'],
  [/^kate$/, 'Kate'],
  [/^(acme|acme-lsp|L)$/, 'acme'],
  [/^claude$/, 'Claude Code'],
  [/^codex/, 'Codex'],
  [/^gemini$/, 'Gemini CLI'],
  [/^opencode/, 'opencode'],
  [/^crush$/, 'Crush'],
  [/^aider$/, 'Aider'],
];

/** A script's process has its interpreter's name; the command line identifies it. */
const interpreters = /^(node|java|python[\d.]*|electron|MainThread|bun|deno)$/;
const byCommand: readonly (readonly [RegExp, string])[] = [
  [/cursor-server|\/\.?cursor\//i, 'Cursor'],
  [/windsurf/i, 'Windsurf'],
  [/codium/i, 'VSCodium'],
  [/vscode-server|code-server|extensionHost|\/code\b/i, 'VS Code'],
  [/goland|com\.intellij/i, 'GoLand'],
  [/claude/i, 'Claude Code'],
  [/codex/i, 'Codex'],
  [/gemini/i, 'Gemini CLI'],
  [/opencode/i, 'opencode'],
  [/aider/i, 'Aider'],
  [/coc\.nvim|coc-go/i, 'coc.nvim'],
];

const most = 12;

/** null: none of its ancestors is known. */
export function editorOf(pid: number, stats: ReadonlyMap<number, Stat>): EditorFact | null {
  let at = stats.get(stats.get(pid)?.ppid ?? 0);
  for (let up = 0; at !== undefined && up < most; up += 1, at = stats.get(at.ppid)) {
    const name = nameOf(at);
    if (name !== null) return { name, pid: at.pid };
  }
  return null;
}

function nameOf({ name, pid }: Stat): string | null {
  const [, known] = byName.find(([pattern]) => pattern.test(name)) ?? [];
  if (known === '') return name.startsWith('nv') ? 'Neovim' : 'Vim';
  if (known !== undefined) return known;
  if (!interpreters.test(name)) return null;
  const command = (readText(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ');
  return byCommand.find(([pattern]) => pattern.test(command))?.[1] ?? null;
}
