import { eglotLog } from './eglot.ts';
import { golandLog } from './goland.ts';
import { goplsLog } from './gopls.ts';
import { helixLog } from './helix.ts';
import type { LogFormat } from './log-format.ts';
import { lspModeLog } from './lsp-mode.ts';
import { neovimLog } from './neovim.ts';
import { vscodeLog } from './vscode.ts';

/** Narrow formats first: gopls and lsp-mode write lines that VS Code's client could have written. */
export const logFormats: readonly LogFormat[] = [
  neovimLog,
  helixLog,
  golandLog,
  eglotLog,
  goplsLog,
  lspModeLog,
  vscodeLog,
];
