import { UserError } from '../errors.ts';

/** Reads a whole number from 1 up. @throws UserError that names the option. */
export function parseCount(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new UserError(`${option} ${text}: a whole number from 1 up is wanted`);
  return value;
}
