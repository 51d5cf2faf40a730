/** The diagnosis for a terminal: the verdict, the tree, then each finding with evidence and remedy. */
import type pc from 'picocolors';
import { withoutAside } from '../facts/subject.ts';
import type { Finding } from '../finding.ts';
import type { Diagnosis } from '../judge/diagnose.ts';
import { stepText } from '../remedy/remedy.ts';
import type { Snapshot } from '../snapshot.ts';
import { drawTree } from './draw-tree.ts';
import { printable } from './printable.ts';

type Colours = ReturnType<typeof pc.createColors>;

/**
 * @param extra lines after the verdict: the progress of a session.
 * @param docsOf where the page of a finding is, by its id.
 */
export function doctorText(
  snapshot: Snapshot,
  { verdict, findings }: Diagnosis,
  extra: readonly string[],
  docsOf: (id: string) => string,
  colours: Colours,
): string {
  const tree = drawTree(withoutAside(snapshot));
  const blocks = [
    [colours.bold(verdict), ...extra],
    tree,
    ...findings.map((finding) => blockOf(finding, docsOf, colours)),
    snapshot.unseen.length === 0 ? [] : ['Not seen:', ...snapshot.unseen.map((what) => `  ${what}`)],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(printable).join('\n'))
    .join('\n\n')}\n`;
}

function blockOf(finding: Finding, docsOf: (id: string) => string, colours: Colours): readonly string[] {
  const { id, severity, summary, evidence, consequences, remedy, source } = finding;
  const colour = { error: colours.red, warning: colours.yellow, note: colours.dim }[severity];
  return [
    `${colour(`${severity} ${id}`)}: ${summary}`,
    ...evidence.flatMap((text) => indented(text, '  · ')),
    ...(consequences.length === 0 ? [] : ['  Because of it:', ...consequences.map((line) => `    ${line}`)]),
    ...remedy.map((step, index) => `  ${colours.green(remedy.length === 1 ? '→' : `${index + 1}.`)} ${stepText(step)}`),
    `  ${colours.dim(`${source} · ${docsOf(id)}`)}`,
  ];
}

/** A program's message may have several lines. */
function indented(text: string, mark: string): readonly string[] {
  const [first = '', ...rest] = text.trimEnd().split(/\r?\n/);
  return [`${mark}${first}`, ...rest.map((line) => `${' '.repeat(mark.length)}${line}`)];
}
