/** The scenarios named on a command line, by id, glob over ids or file; all of them if none is named. */
import { basename } from 'node:path';
import { scenarios } from '../../scenarios/index.ts';
import { UserError } from '../errors.ts';
import type { NamedScenario } from '../lab/plan.ts';
import { fittingIds, isScenarioFile } from './fitting-ids.ts';

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
  if (isScenarioFile(name)) {
    const { loadScenario } = await import('../lab/scenario/load-scenario.ts');
    return [{ id: basename(name).replace(/\.[cm]?[jt]s$/, ''), scenario: await loadScenario(name, tell) }];
  }
  const fitting = new Set(
    await fittingIds(
      name,
      catalogue.map(({ id }) => id),
    ),
  );
  return catalogue.filter(({ id }) => fitting.has(id));
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
