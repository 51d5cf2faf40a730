/** Law: the doctor says of a real editor what is true, and the editor comes back when what helps is done as printed. */
import { vi } from 'vitest';
import { emacs, neovim } from './an-editor.ts';
import { situationsOf } from './situations.ts';

// Most of each is waiting: half of them stand at once.
vi.setConfig({ maxConcurrency: 9 });

situationsOf(neovim);
situationsOf(emacs);
