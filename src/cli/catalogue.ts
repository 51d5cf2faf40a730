/** The scenarios that a command line names: ids, globs over ids, files of the user's own; all of them when it names none. */
import { basename } from 'node:path';
import { scenarios } from '../../scenarios/index.ts';
import { UserError } from '../errors.ts';
import type { NamedScenario } from '../lab/plan.ts';

export const catalogue: readonly NamedScenario[] = Object.entries(scenarios).map(([id, scenario]) => ({
  id,
  scenario,
}));

/** @throws UserError when a name fits nothing; it suggests the nearest. */
export async function namedScenarios(names: readonly string[]): Promise<readonly NamedScenario[]> {
  if (names.length === 0) return catalogue;
  const found = new Map<string, NamedScenario>();
  for (const name of new Set(names)) {
    for (const named of await resolve(name)) {
      const other = found.get(named.id);
      // A glob and an id may well name the same one.
      if (other !== undefined && other.scenario !== named.scenario) {
        throw new UserError(`${name}: two scenarios would be called ${named.id}; rename one of the files`);
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
  if (/[*?]/.test(name)) throw new UserError(`no scenario fits ${name}; \`unlatch list\` shows them all`);
  const near = await nearest(name);
  const hint = near === null ? '' : ` did you mean ${near}?`;
  throw new UserError(`no scenario ${name};${hint} \`unlatch list\` shows them all`);
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The id that somebody may have meant; null where none is near: a guess at random helps nobody. */
async function nearest(name: string): Promise<string | null> {
  const { default: leven } = await import('leven');
  const ids = catalogue.map(({ id }) => id);
  // A slip or two of the keys, or a beginning or a part that fits one alone.
  const [closest] = ids.map((id) => ({ id, slips: leven(id, name) })).sort((a, b) => a.slips - b.slips);
  if (closest !== undefined && closest.slips <= Math.max(1, Math.floor(name.length / 4))) return closest.id;
  const parts = name.length < 4 ? [] : ids.filter((id) => id.includes(name));
  return parts.length === 1 ? (parts[0] ?? null) : null;
}

/** `*` and `?` as a shell has them; an id holds nothing else that is special. */
function globPattern(glob: string): RegExp {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`);
}
