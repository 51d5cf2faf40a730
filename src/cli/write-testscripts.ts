import { join } from 'node:path';
import { errnoOf, UserError } from '../errors.ts';
import type { CellReport } from '../lab/cell-report.ts';
import type { ArmName } from '../lab/history/history.ts';
import { fileNameOf } from '../lab/history/history-store.ts';
import { type NamedScenario, specFor } from '../lab/plan.ts';
import { expectedState } from '../lab/report/first-difference.ts';
import { claimOutcome, mitigationOutcome } from '../lab/report/outcome.ts';
import { testscriptCommand, testscriptOf } from '../lab/testscript/testscript.ts';
import { whyNot } from '../lab/testscript/why-not.ts';
import { armOf } from '../lab/trial/sandbox-files.ts';
import { writeResult } from './result-files.ts';

/**
 * Writes each verdict that differs as a testscript, SCENARIO[.ARM].goVERSION.txtar: it passes where all is as expected.
 * @param tell takes a line for each, and for each that cannot be one.
 * @throws UserError if a file cannot be written.
 */
export async function writeTestscripts(
  folder: string,
  cells: readonly CellReport[],
  scenarios: readonly NamedScenario[],
  tell: (line: string) => void,
): Promise<void> {
  for (const cell of cells) {
    const named = scenarios.find(({ id }) => id === cell.scenario);
    const spec = named === undefined ? null : specFor(named.scenario, cell.go, cell.gopls);
    // Of a scenario that is not here, only its report is.
    if (named === undefined || spec === null) continue;
    for (const name of differingArms(cell)) {
      const arm = armOf(named.scenario, name);
      const file = `${cell.scenario}${name === null ? '' : `.${fileNameOf(name)}`}.go${cell.go}.txtar`;
      const reason = whyNot(arm);
      if (reason !== null) {
        tell(`no testscript ${file}: ${reason}; \`unlatch run ${cell.scenario} --go ${cell.go}\` shows the difference`);
        continue;
      }
      const path = join(folder, file);
      try {
        await writeResult(
          path,
          testscriptOf({ id: named.id, arm, spec, expected: expectedState(cell, name), go: cell.go }),
        );
      } catch (error) {
        if (errnoOf(error) === undefined) throw error;
        throw new UserError(`--testscripts ${folder}: ${file} could not be written`, { cause: error });
      }
      tell(`a testscript that fails with go ${cell.go}: ${testscriptCommand} ${path}`);
    }
  }
}

/** The arms of which the verdict itself differs, and not only the doctor's finding. */
function differingArms(cell: CellReport): readonly ArmName[] {
  const claim = claimOutcome(cell) === 'differs' && cell.verdict !== cell.expect;
  const mitigations = cell.mitigations.filter(
    (one) => mitigationOutcome(cell, one) === 'differs' && one.verdict !== 'untested',
  );
  return [...(claim ? [null] : []), ...mitigations.map(({ name }) => name)];
}
