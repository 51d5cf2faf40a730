/** The diagnosis as text for a terminal: the verdict, the tree, then each finding with its evidence and its remedy. */
import type pc from 'picocolors';
import type { Diagnosis } from './diagnose.ts';
import { drawTree } from './draw-tree.ts';
import type { Finding } from './finding.ts';
import type { Snapshot } from './snapshot.ts';

type Colours = ReturnType<typeof pc.createColors>;

/** @param extra lines after the verdict: how a session went. */
export function doctorText(
  snapshot: Snapshot,
  { verdict, findings }: Diagnosis,
  extra: readonly string[],
  colours: Colours,
): string {
  const tree = drawTree(snapshot);
  const blocks = [
    [colours.bold(verdict), ...extra],
    tree,
    ...findings.map((finding) => blockOf(finding, colours)),
    snapshot.unseen.length === 0 ? [] : ['Not seen:', ...snapshot.unseen.map((what) => `  ${what}`)],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(printable).join('\n'))
    .join('\n\n')}\n`;
}

function blockOf({ id, severity, summary, evidence, remedy, source }: Finding, colours: Colours): readonly string[] {
  const colour = { error: colours.red, warning: colours.yellow, note: colours.dim }[severity];
  return [
    `${colour(`${severity} ${id}`)}: ${summary}`,
    ...evidence.map((line) => `  · ${line}`),
    `  ${colours.green('→')} ${remedy}`,
    `  ${colours.dim(source)}`,
  ];
}

/** A command line or a file name of somebody else's must not steer the terminal. */
function printable(line: string): string {
  // Colours are ours, everything else that is no text is not.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return line.replace(/\u001b(?!\[\d{1,2}m)|[\u0000-\u001a\u001c-\u001f\u007f-\u009f]/g, '�');
}
