import { UserError } from '../errors.ts';

/**
 * The ids that a word of the command line names: one id, or those that a glob matches.
 * @throws UserError if none matches; it suggests the nearest.
 */
export async function fittingIds(name: string, ids: readonly string[]): Promise<readonly string[]> {
  const pattern = globPattern(name);
  const fitting = ids.filter((id) => pattern.test(id));
  if (fitting.length > 0) return fitting;
  if (/[*?]/.test(name)) throw new UserError(`no scenario matches ${name}; \`unlatch list\` shows them all`);
  const near = await nearest(name, ids);
  const hint = near === null ? '' : ` did you mean ${near}?`;
  throw new UserError(`no scenario ${name};${hint} \`unlatch list\` shows them all`);
}

/** Whether the word names a scenario file rather than an id. */
export function isScenarioFile(name: string): boolean {
  return /\.[cm]?[jt]s$/.test(name);
}

/** The id that the user may have meant; null if none is near. */
async function nearest(name: string, ids: readonly string[]): Promise<string | null> {
  const { default: leven } = await import('leven');
  // A typo or two, or a part that only one id contains.
  const [closest] = ids.map((id) => ({ id, slips: leven(id, name) })).sort((a, b) => a.slips - b.slips);
  if (closest !== undefined && closest.slips <= Math.max(1, Math.floor(name.length / 4))) return closest.id;
  const parts = name.length < 4 ? [] : ids.filter((id) => id.includes(name));
  return parts.length === 1 ? (parts[0] ?? null) : null;
}

/** `*` and `?` as in a shell; ids contain no other special characters. */
function globPattern(glob: string): RegExp {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`);
}
