import type { WorkspaceSocket } from './workspace-socket.ts';

/** The socket and, for each editor, the settings that use it. */
export function socketText({ folder, flag, path, bytes, flaw }: WorkspaceSocket): string {
  return `${path}

The gopls daemon of ${folder} alone listens there (${bytes} bytes${flaw === null ? '' : `; ${flaw}`}).
gopls starts it by itself where it does not run, and it ends a minute after its last editor has left.

VS Code, .vscode/settings.json:
  "go.languageServerFlags": ["${flag}"]

Neovim:
  vim.lsp.config('gopls', { cmd = { 'gopls', '${flag}' } })

Helix, .helix/languages.toml:
  [language-server.gopls]
  command = "gopls"
  args = ["${flag}"]

In a shell, with the ";" in quotes:
  gopls '${flag}' remote sessions

The name is made from the path of the workspace: it is for the settings of this checkout, not for those that others share.
One daemon for several workspaces does not block the one while another waits for the network (scenario gopls-workspace-socket):
one for each keeps them from ending together.
`;
}
