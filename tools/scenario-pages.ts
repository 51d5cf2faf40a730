/** docs/scenarios/: a page for each claim of the catalogue, from its file and from the stored run. */
import { join, relative } from 'node:path';
import { catalogue } from '../src/cli/catalogue.ts';
import { filesById } from '../src/cli/files-by-id.ts';
import { escapeMarkdown } from '../src/lab/report/markdown.ts';
import { remediesText, verdictsMarkdown } from '../src/lab/report/verdict-table.ts';
import { packageRoot } from '../src/package-root.ts';
import { storedRun } from './stored-run.ts';

/** By its path in docs/. */
export async function scenarioPages(): Promise<readonly (readonly [string, string])[]> {
  const report = await storedRun();
  const files = await filesById(join(packageRoot(), 'scenarios'));
  return catalogue.map(({ id, scenario }) => {
    const file = relative(packageRoot(), files.get(id) ?? id);
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
}

/** A list of what a cell of a table holds in lines. */
function listed(lines: string): string {
  return lines
    .split('<br>')
    .map((line) => `- ${line}`)
    .join('\n');
}
