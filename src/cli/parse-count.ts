import { UserError } from '../errors.ts';

/** Reads a whole number from 1 to `most`. @throws UserError that names the option. */
export function parseCount(option: string, text: string, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 1 && value <= most) return value;
  throw new UserError(`${option} ${JSON.stringify(text)}: a whole number from 1 to ${most} is wanted`);
}
