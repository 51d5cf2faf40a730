/** The findings as text: `file:line:column` first, as compilers write it, so that an editor can go there. */
import type pc from 'picocolors';
import { groupBy } from '../group-by.ts';
import type { Facts } from './facts.ts';
import type { ConfigFinding } from './finding.ts';

type Colours = ReturnType<typeof pc.createColors>;

/** @param unjudged what could not be asked, and why. */
export function configText(
  facts: Facts,
  findings: readonly ConfigFinding[],
  unjudged: readonly string[],
  colours: Colours,
): string {
  const blocks = [
    ...alike(findings).map((group) => blockOf(group, colours)),
    unjudged.length === 0 ? [] : ['Not judged:', ...unjudged.map((what) => `  ${what}`)],
    [closing(facts, findings, unjudged)],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(printable).join('\n'))
    .join('\n\n')}\n`;
}

/** Those that have their evidence and their remedy in common, and so one cause, are told together. */
function alike(findings: readonly ConfigFinding[]): readonly (readonly ConfigFinding[])[] {
  const groups = groupBy(findings, ({ id, severity, evidence, remedy }) =>
    JSON.stringify([id, severity, evidence, remedy]),
  );
  return [...groups.values()];
}

const mostPlaces = 8;

function blockOf(findings: readonly ConfigFinding[], colours: Colours): readonly string[] {
  const [first] = findings;
  if (first === undefined) return [];
  const { id, severity, summary, evidence, remedy, source } = first;
  const colour = { error: colours.red, warning: colours.yellow, note: colours.dim }[severity];
  const [[, same = []] = [], ...others] = [...groupBy(findings, (finding) => finding.summary)];
  return [
    `${colours.bold(placeText(first.place))}: ${colour(`${severity} ${id}`)}: ${summary}`,
    ...(same.length < 2 ? [] : [`  · ${same.length} times, also at ${placesText(same.slice(1))}`]),
    ...others.map(([text, group]) => `  · likewise at ${placesText(group)}: ${text}`),
    ...evidence.map((line) => `  · ${line}`),
    `  ${colours.green('→')} ${remedy}`,
    `  ${colours.dim(source)}`,
  ];
}

function placesText(findings: readonly ConfigFinding[]): string {
  const more = findings.length > mostPlaces ? ` and ${findings.length - mostPlaces} more` : '';
  return `${findings
    .slice(0, mostPlaces)
    .map(({ place }) => placeText(place))
    .join(', ')}${more}`;
}

function placeText({ file, line, column }: ConfigFinding['place']): string {
  return `${file}:${line}:${column}`;
}

function closing({ files, gopls, go }: Facts, findings: readonly ConfigFinding[], unjudged: readonly string[]): string {
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
