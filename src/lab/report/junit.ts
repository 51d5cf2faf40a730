import { plainLine, plainText } from '../../terminal/plain-text.ts';
import type { CellReport, MitigationReport, Report } from '../cell-report.ts';
import { byScenario } from './by-scenario.ts';
import { type CellOutcome, cellOutcome, claimOutcome, mitigationOutcome } from './outcome.ts';
import { claimExpected, claimText, mitigationExpected, mitigationText, placeText } from './wording.ts';

/** A verdict as a JUnit testcase. */
interface Case {
  readonly name: string;
  readonly outcome: CellOutcome;
  /** "not reproduced, expected: reproduced" */
  readonly message: string;
  readonly why: string;
  /** The time of the whole cell, on its claim only. */
  readonly seconds: number;
}

/**
 * The report as JUnit XML: a testsuite per scenario, a testcase per claim and per mitigation of each cell. A
 * verdict that differs is a failure, an inconclusive one an error. A skipped cell is skipped with the missing
 * capability. An untested mitigation is skipped too: as a passed test it would look like one that holds.
 */
export function junitXml(report: Report): string {
  const suites = [...byScenario(report.cells)].map(([scenario, cells]) => suiteXml(scenario, cells.flatMap(casesOf)));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="unlatch">\n${suites.join('')}</testsuites>\n`;
}

function casesOf(cell: CellReport): Case[] {
  const place = placeText(cell);
  const claim = claimOutcome(cell);
  const mitigations = cell.mitigations.map((mitigation) => mitigationCase(cell, mitigation, place));
  const parts: readonly CellOutcome[] = [claim, ...mitigations.map(({ outcome }) => outcome)];
  // A cell that is not as expected must fail, even if none of its verdicts shows why.
  const hidden = cellOutcome(cell) === 'differs' && !parts.includes('differs');
  return [
    {
      name: `${place}: ${plainLine(cell.claim)}`,
      outcome: hidden ? 'differs' : claim,
      message: cell.skipped !== null ? `missing: ${plainLine(cell.skipped)}` : claimText(cell) + claimExpected(cell),
      why: cell.baseline?.why ?? '',
      seconds: cell.ms / 1000,
    },
    ...mitigations,
  ];
}

function mitigationCase(cell: CellReport, mitigation: MitigationReport, place: string): Case {
  const outcome = mitigationOutcome(cell, mitigation);
  return {
    name: `${place}: mitigation: ${plainLine(mitigation.name)}`,
    outcome: mitigation.verdict === 'untested' && outcome === 'as-expected' ? 'skipped' : outcome,
    message:
      cell.skipped !== null
        ? `missing: ${plainLine(cell.skipped)}`
        : mitigationText(cell, mitigation) + mitigationExpected(cell, mitigation),
    why: mitigation.why,
    seconds: 0,
  };
}

function suiteXml(scenario: string, cases: readonly Case[]): string {
  const count = (outcome: CellOutcome) => String(cases.filter((each) => each.outcome === outcome).length);
  const open = tag('testsuite', {
    name: scenario,
    tests: String(cases.length),
    failures: count('differs'),
    errors: count('inconclusive'),
    skipped: count('skipped'),
    time: cases.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(3),
  });
  const lines = cases.map((each) => {
    const attributes = { classname: scenario, name: each.name, time: each.seconds.toFixed(3) };
    return `    <${tag('testcase', attributes)}>${resultXml(each)}</testcase>\n`;
  });
  return `  <${open}>\n${lines.join('')}  </testsuite>\n`;
}

function resultXml({ outcome, message, why }: Case): string {
  const text = escapeXml(plainText(why));
  if (outcome === 'skipped') return `<${tag('skipped', { message })}/>`;
  if (outcome === 'differs') return `<${tag('failure', { message })}>${text}</failure>`;
  if (outcome === 'inconclusive') return `<${tag('error', { message })}>${text}</error>`;
  return `<system-out>${escapeXml(message)}: ${text}</system-out>`;
}

function tag(name: string, attributes: Readonly<Record<string, string>>): string {
  return [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeXml(value)}"`)].join(' ');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return plainText(text).replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
