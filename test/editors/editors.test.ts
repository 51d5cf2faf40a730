/** Law: the doctor's finding for a real editor is true, and the editor works again after the printed remedy. */
import { vi } from 'vitest';
import { emacs, neovim } from './an-editor.ts';
import { situationsOf } from './situations.ts';

// Each mostly waits, so half of them run at once.
vi.setConfig({ maxConcurrency: 9 });

situationsOf(neovim);
situationsOf(emacs);
