/** The findings as text: `file:line:column` first, as compilers write it, so that an editor can go there. */
import type pc from 'picocolors';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';

type Colours = ReturnType<typeof pc.createColors>;

/** @param unjudged what could not be asked, and why. */
export function configText(
  facts: Facts,
  findings: readonly Finding[],
  unjudged: readonly string[],
  colours: Colours,
): string {
  const blocks = [
    ...findings.map((finding) => blockOf(finding, colours)),
    unjudged.length === 0 ? [] : ['Not judged:', ...unjudged.map((what) => `  ${what}`)],
    [closing(facts, findings, unjudged)],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(printable).join('\n'))
    .join('\n\n')}\n`;
}

function blockOf(
  { id, severity, place, summary, evidence, remedy, source }: Finding,
  colours: Colours,
): readonly string[] {
  const colour = { error: colours.red, warning: colours.yellow, note: colours.dim }[severity];
  return [
    `${colours.bold(`${place.file}:${place.line}:${place.column}`)}: ${colour(`${severity} ${id}`)}: ${summary}`,
    ...evidence.map((line) => `  · ${line}`),
    `  ${colours.green('→')} ${remedy}`,
    `  ${colours.dim(source)}`,
  ];
}

function closing({ files, gopls, go }: Facts, findings: readonly Finding[], unjudged: readonly string[]): string {
  const asked = [
    gopls === null ? null : `gopls ${gopls.version} (${gopls.path})`,
    go === null ? null : `go ${go.version ?? 'of its own build'} (${go.path})`,
  ].filter((one) => one !== null);
  const read = files.length === 0 ? 'There are no settings files here' : `Read ${files.join(', ')}`;
  const against = asked.length === 0 ? '' : `; asked ${asked.join(' and ')}`;
  const found = findings.length === 0 && unjudged.length === 0 ? '; nothing was found' : '';
  return `${read}${against}${found}.`;
}

/** A setting of somebody else's must not steer the terminal; and what gopls says in two lines is told in one. */
function printable(line: string): string {
  // Colours are ours, everything else that is no text is not.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return line.replace(/\n/g, ' ').replace(/\u001b(?!\[\d{1,2}m)|[\u0000-\u001a\u001c-\u001f\u007f-\u009f]/g, '\ufffd');
}
