/** What the page's script shows of each cell. */
import { groupBy } from '../../../group-by.ts';
import type { PageArm, PageCell, PageData, PageTrial } from '../../../page/page-data.ts';
import { plainLine } from '../../../terminal/plain-text.ts';
import type { JudgedTrial } from '../../assemble-cell.ts';
import type { CellReport, Tally } from '../../cell-report.ts';
import { byScenario } from '../by-scenario.ts';
import { type CellOutcome, cellOutcome, claimOutcome, mitigationOutcome } from '../outcome.ts';
import {
  claimExpected,
  claimText,
  mitigationExpected,
  mitigationSign,
  mitigationText,
  outcomeSign,
  placeText,
} from '../wording.ts';
import { cellVerdict, squareOf } from './squares.ts';
import { timelineOf } from './timeline-of.ts';

/** @param trials of any of these cells; none: the page shows the tallies alone. */
export function pageData(cells: readonly CellReport[], trials: readonly JudgedTrial[]): PageData {
  const byCell = groupBy(trials, ({ history }) => keyOf({ scenario: history.scenario, ...history.cell }));
  const sorted = [...byScenario(cells).values()].flat();
  return { cells: sorted.map((cell) => pageCell(cell, byCell.get(keyOf(cell)) ?? [])) };
}

function keyOf({ scenario, go, gopls, runtime }: Pick<CellReport, 'scenario' | 'go' | 'gopls' | 'runtime'>): string {
  return JSON.stringify([scenario, go, gopls, runtime]);
}

function pageCell(cell: CellReport, trials: readonly JudgedTrial[]): PageCell {
  const fs = cell.fs === null ? '' : `, ${cell.fs}`;
  const claim = claimOutcome(cell);
  const baseline = armOf(
    { name: 'baseline', sign: outcomeSign[claim], outcome: claim, text: claimText(cell) + claimExpected(cell) },
    cell.baseline,
    trials.filter(({ history }) => history.arm === null),
  );
  const mitigations = cell.mitigations.map((mitigation) =>
    armOf(
      {
        name: plainLine(mitigation.name),
        sign: mitigationSign(cell, mitigation),
        outcome: mitigationOutcome(cell, mitigation),
        text: mitigationText(cell, mitigation) + mitigationExpected(cell, mitigation),
      },
      mitigation,
      trials.filter(({ history }) => history.arm === mitigation.name),
    ),
  );
  return {
    scenario: cell.scenario,
    square: squareOf(cell),
    go: cell.go,
    gopls: cell.gopls,
    runtime: cell.runtime,
    place: plainLine(placeText(cell) + fs),
    verdict: cellVerdict(cell),
    outcome: cellOutcome(cell),
    arms: [baseline, ...mitigations],
  };
}

function armOf(
  head: { readonly name: string; readonly sign: string; readonly outcome: CellOutcome; readonly text: string },
  tally: Tally | null,
  trials: readonly JudgedTrial[],
): PageArm {
  const counts = tally === null ? '' : `${tally.present} present, ${tally.absent} absent, ${tally.unknown} unknown`;
  return {
    ...head,
    text: plainLine(head.text),
    counts: tally?.hits == null ? counts : `${counts}, hits: ${tally.hits}`,
    why: plainLine(tally?.why ?? ''),
    trials: trials.map(trialOf).sort((a, b) => a.trial - b.trial),
  };
}

function trialOf({ history, finding }: JudgedTrial): PageTrial {
  return {
    trial: history.trial,
    state: finding.state,
    why: plainLine(finding.why),
    ms: Math.round(history.ms),
    said: (history.doctor ?? []).map(({ at, verdict }) =>
      plainLine(`${at === 'end' ? 'at the end' : 'while the symptom showed'}: ${verdict}`),
    ),
    timeline: timelineOf(history),
  };
}
