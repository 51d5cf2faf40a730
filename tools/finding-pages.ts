/** docs/findings/: a page for each finding of the doctor. */
import { catalogue } from '../src/cli/catalogue.ts';
import { escapeMarkdown } from '../src/lab/report/markdown.ts';
import { verdictsMarkdown } from '../src/lab/report/verdict-table.ts';
import { findingSections } from './findings-document.ts';
import { storedRun } from './stored-run.ts';

/** By its path in docs/. */
export async function findingPages(): Promise<readonly (readonly [string, string])[]> {
  const [sections, report] = await Promise.all([findingSections(), storedRun()]);
  return [...sections].map(([id, text]) => {
    const own = catalogue.filter(({ scenario }) => scenario.doctorFinding === id);
    const shown = own.map(({ id: name, scenario }) => {
      const cells = report.cells.filter((cell) => cell.scenario === name);
      return `- [${name}](../scenarios/${name}.md): ${escapeMarkdown(scenario.claim)}<br>${verdictsMarkdown(cells, report)}`;
    });
    const lab =
      shown.length === 0 ? 'No scenario of the lab asks for this finding; tests of the doctor do.' : shown.join('\n');
    return [
      `findings/${id}.md`,
      `# ${id}\n\n${text}\n\n## How the lab shows it\n\n${lab}\n\n[All findings](../doctor.md)\n`,
    ] as const;
  });
}
