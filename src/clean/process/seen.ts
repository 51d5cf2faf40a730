import { errnoOf } from '../../errors.ts';

/** Runs `read`; null when what it looks at has gone meanwhile, or is not ours to look at. */
export function seen<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
}
