import { UserError } from '../../errors.ts';

const sizes: Readonly<Record<string, number>> = {
  '': 1,
  K: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  KI: 2 ** 10,
  MI: 2 ** 20,
  GI: 2 ** 30,
  TI: 2 ** 40,
};
const ages: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** "20G", "500MB", "20Gi": bytes; G is 10^9 and Gi 2^30, as in the report. @throws UserError that names the option. */
export function parseSize(option: string, text: string): number {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*([kmgt]i?)?b?$/i.exec(text.trim()) ?? [];
  const bytes = number === '' ? Number.NaN : Number(number) * (sizes[unit.toUpperCase()] ?? Number.NaN);
  if (Number.isSafeInteger(Math.round(bytes))) return Math.round(bytes);
  throw new UserError(`${option} ${JSON.stringify(text)}: expected a size such as 20G, 500M or 20Gi`);
}

/** "10d", "12h", "30m", "2w": ms. @throws UserError that names the option. */
export function parseAge(option: string, text: string): number {
  const [, number = '', unit = ''] = /^(\d{1,6})([mhdw])$/.exec(text.trim()) ?? [];
  const ms = Number(number) * (ages[unit] ?? Number.NaN);
  if (ms >= 0) return ms;
  throw new UserError(`${option} ${JSON.stringify(text)}: expected a time such as 10d, 12h, 30m or 2w`);
}
