/**
 * The findings as text. Each starts with `file:line:column`, as compilers print it, so that editors
 * can jump there.
 */
import type pc from 'picocolors';
import { groupBy } from '../group-by.ts';
import type { Facts } from './facts.ts';
import type { ConfigFinding } from './finding.ts';

type Colours = ReturnType<typeof pc.createColors>;

/** @param unjudged what could not be checked, and why. */
export function configText(
  facts: Facts,
  findings: readonly ConfigFinding[],
  unjudged: readonly string[],
  colours: Colours,
): string {
  const blocks = [
    ...groupsOf(findings).map((group) => blockOf(group, colours)),
    unjudged.length === 0 ? [] : ['Not checked:', ...unjudged.map((what) => `  ${what}`)],
    [closing(facts, findings, unjudged)],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(printable).join('\n'))
    .join('\n\n')}\n`;
}

/** Groups findings with the same evidence and remedy, since they share a cause. */
function groupsOf(findings: readonly ConfigFinding[]): readonly (readonly ConfigFinding[])[] {
  const groups = groupBy(findings, ({ id, severity, evidence, remedy }) =>
    JSON.stringify([id, severity, evidence, remedy]),
  );
  return [...groups.values()];
}

const maxPlaces = 8;

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
  const more = findings.length > maxPlaces ? ` and ${findings.length - maxPlaces} more` : '';
  return `${findings
    .slice(0, maxPlaces)
    .map(({ place }) => placeText(place))
    .join(', ')}${more}`;
}

function placeText({ file, line, column }: ConfigFinding['place']): string {
  return `${file}:${line}:${column}`;
}

function closing({ files, gopls, go }: Facts, findings: readonly ConfigFinding[], unjudged: readonly string[]): string {
  const asked = [
    gopls === null ? null : `gopls ${gopls.version} (${gopls.path})`,
    go === null ? null : `go ${go.version ?? '(development build)'} (${go.path})`,
  ].filter((one) => one !== null);
  const read = files.length === 0 ? 'Found no settings files' : `Read ${files.join(', ')}`;
  const against = asked.length === 0 ? '' : `; asked ${asked.join(' and ')}`;
  const found = findings.length === 0 && unjudged.length === 0 ? '; no findings' : '';
  return `${read}${against}${found}.`;
}

/**
 * Keeps text from files from controlling the terminal, and puts a message of several lines on one.
 */
function printable(line: string): string {
  // Keeps our own colour codes.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern must match them
  return line.replace(/\n/g, ' ').replace(/\u001b(?!\[\d{1,2}m)|[\u0000-\u001a\u001c-\u001f\u007f-\u009f]/g, '\ufffd');
}
