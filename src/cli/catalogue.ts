/** The scenarios named on a command line, by id, glob over ids or file; all of them if none is named. */
import { basename } from 'node:path';
import { scenarios } from '../../scenarios/index.ts';
import { UserError } from '../errors.ts';
import type { NamedScenario } from '../lab/plan.ts';

export const catalogue: readonly NamedScenario[] = Object.entries(scenarios).map(([id, scenario]) => ({
  id,
  scenario,
}));

/** @throws UserError if a name matches nothing, with the nearest id as a suggestion. */
export async function namedScenarios(names: readonly string[]): Promise<readonly NamedScenario[]> {
  if (names.length === 0) return catalogue;
  const found = new Map<string, NamedScenario>();
  for (const name of new Set(names)) {
    for (const named of await resolve(name)) {
      const other = found.get(named.id);
      // A glob and an id may name the same scenario.
      if (other !== undefined && other.scenario !== named.scenario) {
        throw new UserError(`${name}: two scenarios would have the id ${named.id}; rename one of the files`);
      }
      found.set(named.id, named);
    }
  }
  return [...found.values()];
}

async function resolve(name: string): Promise<readonly NamedScenario[]> {
  if (/\.[cm]?[jt]s$/.test(name)) {
    const { loadScenario } = await import('../lab/scenario/load-scenario.ts');
    return [{ id: basename(name).replace(/\.[cm]?[jt]s$/, ''), scenario: await loadScenario(name, tell) }];
  }
  const pattern = globPattern(name);
  const fitting = catalogue.filter(({ id }) => pattern.test(id));
  if (fitting.length > 0) return fitting;
  if (/[*?]/.test(name)) throw new UserError(`no scenario matches ${name}; \`unlatch list\` shows them all`);
  const near = await nearest(name);
  const hint = near === null ? '' : ` did you mean ${near}?`;
  throw new UserError(`no scenario ${name};${hint} \`unlatch list\` shows them all`);
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The id that the user may have meant; null if none is near. */
async function nearest(name: string): Promise<string | null> {
  const { default: leven } = await import('leven');
  const ids = catalogue.map(({ id }) => id);
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
