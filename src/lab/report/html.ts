import { plainLine } from '../../terminal/plain-text.ts';
import type { CellReport, Report, Tally } from '../cell-report.ts';
import { byScenario } from './by-scenario.ts';
import { type CellOutcome, claimOutcome, mitigationOutcome, summaryLine } from './outcome.ts';
import {
  claimExpected,
  claimText,
  mitigationExpected,
  mitigationSign,
  mitigationText,
  outcomeSign,
  trialsText,
  versionsText,
} from './wording.ts';

const style = `
:root { color-scheme: light dark; --rule: light-dark(#d0d7de, #3d444d); --soft: light-dark(#57606a, #9198a1);
  --as-expected: light-dark(#116329, #57d977); --differs: light-dark(#b3141f, #ff8079); --inconclusive: light-dark(#7d4e00, #e3b341); }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
h2 { margin: 2.5rem 0 0; font-size: 1.2rem; } p { margin: .3rem 0 .8rem; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--rule); padding: .35rem .7rem; text-align: left; vertical-align: top; }
.number { text-align: right; font-variant-numeric: tabular-nums; } .mitigation td:first-child { padding-left: 2rem; }
.soft, .skipped { color: var(--soft); } .as-expected { color: var(--as-expected); }
.differs { color: var(--differs); font-weight: 600; } .inconclusive { color: var(--inconclusive); }
details { color: CanvasText; font-weight: 400; } details p { font: .85rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
`;

/** The report as one self-contained page. */
export function htmlPage(report: Report): string {
  const host = `unlatch ${report.unlatch}, kernel ${report.host.kernel}, docker ${report.host.docker ?? 'none'}`;
  const scenarios = [...byScenario(report.cells)].map(([scenario, cells]) => sectionHtml(scenario, cells));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>unlatch: verdicts</title>
<style>${style}</style>
</head>
<body>
<h1>unlatch: verdicts</h1>
<p><strong>${escapeHtml(summaryLine(report.cells))}</strong></p>
${scenarios.join('')}<p class="soft">${escapeHtml(host)}</p>
</body>
</html>
`;
}

function sectionHtml(scenario: string, cells: readonly CellReport[]): string {
  const heads = ['go (gopls)', 'runtime', 'filesystem', 'verdict', 'present/absent/unknown', 'hits'];
  return `<h2 id="${escapeHtml(scenario)}">${escapeHtml(scenario)}</h2>
<p>${escapeHtml(cells[0]?.claim ?? '')}<br><span class="soft">Source: ${escapeHtml(cells[0]?.source ?? '')}</span></p>
<div class="scroll"><table>
<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>
${cells.map(cellHtml).join('')}</tbody>
</table></div>
`;
}

function cellHtml(cell: CellReport): string {
  const claim = claimOutcome(cell);
  const rows = cell.mitigations.map((mitigation) => {
    const text = mitigationText(cell, mitigation) + mitigationExpected(cell, mitigation);
    const sign = mitigationSign(cell, mitigation);
    const outcome = sign === outcomeSign.skipped ? 'skipped' : mitigationOutcome(cell, mitigation);
    return `<tr class="mitigation"><td colspan="3">↳ ${escapeHtml(mitigation.name)}</td>${verdictHtml(outcome, text, mitigation)}</tr>\n`;
  });
  const place = [versionsText(cell), cell.runtime, cell.fs ?? '']
    .map((text) => `<td>${escapeHtml(text)}</td>`)
    .join('');
  return `<tr>${place}${verdictHtml(claim, claimText(cell) + claimExpected(cell), cell.baseline)}</tr>\n${rows.join('')}`;
}

function verdictHtml(outcome: CellOutcome, text: string, tally: Tally | null): string {
  const details = tally === null ? '' : `<details><summary>why</summary><p>${escapeHtml(tally.why)}</p></details>`;
  return (
    `<td class="${outcome}">${outcomeSign[outcome]} ${escapeHtml(text)}${details}</td>` +
    `<td>${tally === null ? '' : trialsText(tally)}</td><td class="number">${tally?.hits ?? ''}</td>`
  );
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return plainLine(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
