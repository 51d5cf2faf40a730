import type { WorkspaceSocket } from './workspace-socket.ts';

/** The socket and, for each editor, the settings that use it. */
export function socketText({ folder, flag, path, bytes, flaw }: WorkspaceSocket): string {
  return `${path}

The gopls daemon for ${folder} alone listens there (${bytes} bytes${flaw === null ? '' : `; ${flaw}`}).
gopls starts it if it is not running, and it exits a minute after its last editor has left.

VS Code, .vscode/settings.json:
  "go.languageServerFlags": ["${flag}"]

Neovim:
  vim.lsp.config('gopls', { cmd = { 'gopls', '${flag}' } })

Helix, .helix/languages.toml:
  [language-server.gopls]
  command = "gopls"
  args = ["${flag}"]

In a shell, quote the ";":
  gopls '${flag}' remote sessions

The name depends on the path of the workspace: use it in settings of this checkout, not in shared settings.
With one daemon for several workspaces, one that waits for the network does not block the others (scenario gopls-workspace-socket).
With one daemon for each, a crash affects only one workspace.
`;
}
