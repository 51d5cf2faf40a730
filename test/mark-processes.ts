/** Whatever a test file starts has the file's name in its environment: none-left.ts looks for it. */
import { expect } from 'vitest';
import { mark } from './none-left.ts';

process.env[mark] = expect.getState().testPath ?? '';
