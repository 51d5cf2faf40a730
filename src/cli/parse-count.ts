import { UserError } from '../errors.ts';

/** Reads a whole number from `least` to `most`. @throws UserError that names the option. */
export function parseCount(option: string, text: string, most: number, least = 1): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UserError(`${option} ${JSON.stringify(text)}: expected a whole number from ${least} to ${most}`);
}
