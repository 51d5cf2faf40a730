/** The findings as text: `file:line:column` first, as compilers write it, so that an editor can go there. */
import type pc from 'picocolors';
import { groupBy } from '../group-by.ts';
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
    ...alike(findings).map((group) => blockOf(group, colours)),
    unjudged.length === 0 ? [] : ['Not judged:', ...unjudged.map((what) => `  ${what}`)],
    [closing(facts, findings, unjudged)],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(printable).join('\n'))
    .join('\n\n')}\n`;
}

/** Those that say the same of several places are told once. */
function alike(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const groups = groupBy(findings, ({ id, severity, summary, remedy }) =>
    JSON.stringify([id, severity, summary, remedy]),
  );
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [[first, ...others] as const],
  );
}

const mostPlaces = 8;

function blockOf([first, ...others]: readonly [Finding, ...Finding[]], colours: Colours): readonly string[] {
  const { id, severity, place, summary, remedy, source } = first;
  const colour = { error: colours.red, warning: colours.yellow, note: colours.dim }[severity];
  const evidence = [...new Set([first, ...others].flatMap((finding) => finding.evidence))];
  const also = others.slice(0, mostPlaces).map((other) => placeText(other.place));
  const more = others.length > mostPlaces ? ` and ${others.length - mostPlaces} more` : '';
  return [
    `${colours.bold(placeText(place))}: ${colour(`${severity} ${id}`)}: ${summary}`,
    ...(others.length === 0 ? [] : [`  · ${others.length + 1} times, also at ${also.join(', ')}${more}`]),
    ...evidence.map((line) => `  · ${line}`),
    `  ${colours.green('→')} ${remedy}`,
    `  ${colours.dim(source)}`,
  ];
}

function placeText({ file, line, column }: Finding['place']): string {
  return `${file}:${line}:${column}`;
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
