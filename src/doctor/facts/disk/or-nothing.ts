import { errnoOf } from '../../../errors.ts';

/** null if what it reads is gone or unreadable: go cannot read it either. */
export async function orNothing<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
}
