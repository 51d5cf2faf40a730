/** docs/scenarios/: a page for each claim of the catalogue, from its file and from the stored run. */
import { join, relative } from 'node:path';
import { catalogue } from '../src/cli/catalogue.ts';
import { scenarioFile } from '../src/cli/scenario-file.ts';
import { escapeMarkdown } from '../src/lab/report/markdown.ts';
import { remediesText, verdictsMarkdown } from '../src/lab/report/verdict-table.ts';
import { packageRoot } from '../src/package-root.ts';
import { storedRun } from './stored-run.ts';

/** By its path in docs/. */
export async function scenarioPages(): Promise<readonly (readonly [string, string])[]> {
  const report = await storedRun();
  const pages = catalogue.map(async ({ id, scenario }) => {
    const file = relative(packageRoot(), (await scenarioFile(id, join(packageRoot(), 'scenarios'))) ?? id);
    const cells = report.cells.filter((cell) => cell.scenario === id);
    const remedies = remediesText(cells, report);
    const finding = scenario.doctorFinding;
    const parts = [
      `# ${id}`,
      escapeMarkdown(scenario.claim),
      `Source: ${escapeMarkdown(scenario.source)}`,
      '## What was seen',
      listed(verdictsMarkdown(cells, report)),
      '## What helps',
      remedies === '' ? 'No remedy is tried here.' : listed(remedies),
      ...(finding === undefined
        ? []
        : ['## What the doctor says', `The finding [${finding}](../findings/${finding}.md).`]),
      '## Run it',
      `    node dist/cli.cjs run ${id}`,
      `The scenario is [${file}](../../${file}). [All verdicts](../verdicts.md)`,
    ];
    return [`scenarios/${id}.md`, `${parts.join('\n\n')}\n`] as const;
  });
  return await Promise.all(pages);
}

/** A list of what a cell of a table holds in lines. */
function listed(lines: string): string {
  return lines
    .split('<br>')
    .map((line) => `- ${line}`)
    .join('\n');
}
