/** What differs from editor to editor. Seen with Neovim 0.7 and Emacs 28 (eglot); VS Code's from golang/vscode-go, docs/settings.md. */
import type { Snapshot } from '../snapshot.ts';

/** Where a variable for gopls is set. */
export function whereToSet({ processes }: Snapshot): string {
  const names = new Set(processes.flatMap(({ editor }) => editor?.name ?? []));
  const places = [
    ...(names.size === 0 || names.has('VS Code') ? ['go.toolsEnvVars in VS Code'] : []),
    ...(names.size === 0 || [...names].some((name) => name !== 'VS Code') ? ["build.env of gopls's settings"] : []),
  ];
  // A client that answers no workspace/configuration gives gopls no settings at all.
  return [...places, 'or in the environment that the editor is started from'].join(', ');
}

/** What becomes of an editor whose gopls ends. */
export const whenGoplsEnds =
  'VS Code starts gopls again up to four times; Emacs connects again; Neovim says "Client 1 quit with exit code …" and needs :LspRestart or :edit';
