/**
 * What differs between editors. Observed with Neovim 0.7 and Emacs 28 (eglot); for VS Code from
 * golang/vscode-go, docs/settings.md.
 */
import type { Snapshot } from '../snapshot.ts';

/** Where to set a variable for gopls. */
export function whereToSet({ processes }: Snapshot): string {
  const names = new Set(processes.flatMap(({ editor }) => editor?.name ?? []));
  const places = [
    ...(names.size === 0 || names.has('VS Code') ? ['go.toolsEnvVars in VS Code'] : []),
    ...(names.size === 0 || [...names].some((name) => name !== 'VS Code') ? ["build.env of gopls's settings"] : []),
  ];
  // A client that answers no workspace/configuration gives gopls no settings at all.
  return [...places, 'or the environment that starts the editor'].join(', ');
}

/** What editors do when their gopls ends. */
export const whenGoplsEnds =
  'VS Code restarts gopls up to four times; Emacs reconnects; Neovim says "Client 1 quit with exit code …" and needs :LspRestart or :edit';
