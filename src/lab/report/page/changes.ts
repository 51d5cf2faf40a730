/** What two reports say differently, cell by cell. Pure. */
import type { CellReport, Report } from '../../cell-report.ts';
import { byScenario } from '../by-scenario.ts';
import { placeText } from '../wording.ts';
import { cellVerdict } from './squares.ts';

export interface VerdictChange {
  readonly scenario: string;
  /** "go 1.26.11, gopls 0.21.1, docker" */
  readonly place: string;
  /** "the claim", or a mitigation's name. */
  readonly what: string;
  /** null: only the other report has it. */
  readonly before: string | null;
  readonly after: string | null;
}

/** By scenario and version. Trial counts, hits and times are no change. */
export function changesOf(before: Report, after: Report): readonly VerdictChange[] {
  const older = new Map(before.cells.map((cell) => [keyOf(cell), cell]));
  const newer = new Map(after.cells.map((cell) => [keyOf(cell), cell]));
  const gone = before.cells.filter((cell) => !newer.has(keyOf(cell)));
  const all = [...byScenario([...after.cells, ...gone]).values()].flat();
  return all.flatMap((cell) => {
    const [was, is] = [older.get(keyOf(cell)), newer.get(keyOf(cell))];
    const place = { scenario: cell.scenario, place: placeText(cell) };
    return differing(was, is).map((difference) => ({ ...place, ...difference }));
  });
}

function keyOf({ scenario, go, gopls, runtime }: CellReport): string {
  return JSON.stringify([scenario, go, gopls, runtime]);
}

function differing(
  was: CellReport | undefined,
  is: CellReport | undefined,
): readonly Pick<VerdictChange, 'what' | 'before' | 'after'>[] {
  const claim = {
    what: 'the claim',
    before: was === undefined ? null : cellVerdict(was),
    after: is === undefined ? null : cellVerdict(is),
  };
  if (was === undefined || is === undefined) return [claim];
  const verdicts = (cell: CellReport) => new Map(cell.mitigations.map(({ name, verdict }) => [name, wordOf(verdict)]));
  const [older, newer] = [verdicts(was), verdicts(is)];
  const names = [...new Set([...older.keys(), ...newer.keys()])];
  // A claim that is no longer shown leaves all its mitigations untested, which says nothing more.
  const arms =
    claim.before === claim.after
      ? names.map((what) => ({ what, before: older.get(what) ?? null, after: newer.get(what) ?? null }))
      : [];
  return [claim, ...arms].filter((change) => change.before !== change.after);
}

function wordOf(verdict: string): string {
  return verdict === 'fails' ? 'does not help' : verdict;
}
