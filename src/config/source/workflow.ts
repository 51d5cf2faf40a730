/**
 * What a GitHub workflow declares about Go: steps with setup-go or unlatch, environment, shell
 * lines.
 */

import { type Declarations, joined, noDeclarations, type VersionWish } from '../declarations.ts';
import { type Position, type Positioned, textOf, under } from '../position.ts';
import { positionsIn } from '../positions-in.ts';
import { environmentIn } from './environment.ts';
import { shellLines } from './shell-lines.ts';

/** @param versionIn the Go version that a file of the workspace requests; null: unknown. */
export function workflow(root: Positioned, versionIn: (file: string) => string | null): Declarations {
  if (isElsewhere(root)) return noDeclarations;
  const jobs = (under(root, 'jobs')?.entries ?? []).filter(({ value }) => !isElsewhere(value));
  return joined([
    environment(root),
    ...jobs.flatMap(({ value: job }) => [
      environment(job),
      environment(under(job, 'container')),
      ...(under(job, 'steps')?.items ?? []).flatMap((step) => [
        environment(step),
        { ...noDeclarations, versions: setupVersions(job, step, versionIn) },
        scriptOf(under(step, 'run')),
      ]),
    ]),
  ]);
}

/** Whether it works in a subfolder: that is another module, which is not checked here. */
function isElsewhere(value: Positioned): boolean {
  const folder = textOf(under(value, 'defaults', 'run', 'working-directory'));
  return folder !== null && !/^\.?\/?$/.test(folder);
}

function environment(value: Positioned | undefined): Declarations {
  return { ...noDeclarations, variables: environmentIn(under(value, 'env'), 'ci', 'workflow') };
}

function scriptOf(run: Positioned | undefined): Declarations {
  const text = textOf(run);
  if (run === undefined || text === null) return noDeclarations;
  // The text of a block starts on the line below its "|". Folded or quoted text is reported at its
  // start.
  const isBlock = run.written.startsWith('|') || text.includes('\n');
  const inText = positionsIn(run.place.file, text);
  const placeOf = (offset: number): Position =>
    isBlock ? { ...run.place, line: run.place.line + inText(offset).line, column: 1 } : run.place;
  return shellLines(text, 'ci', placeOf);
}

function setupVersions(
  job: Positioned,
  step: Positioned,
  versionIn: (file: string) => string | null,
): readonly VersionWish[] {
  const action = /(?:^|\/)(setup-go|unlatch)(?:@|$)/.exec(textOf(under(step, 'uses')) ?? '')?.[1];
  if (action === undefined) return [];
  const own = { side: 'ci' as const, who: action === 'setup-go' ? 'actions/setup-go' : 'unlatch' };
  const inputs = under(step, 'with');
  const version = under(inputs, 'go-version');
  const file = under(inputs, 'go-version-file');
  const gopls = under(inputs, 'gopls-version');
  const found: VersionWish[] = [];
  if (version !== undefined && version.value !== null) {
    for (const value of meanings(version, job)) found.push({ ...own, ...wordsOf(value), tool: 'go' });
  } else if (file !== undefined) {
    const wanted = versionIn(String(file.value));
    if (wanted !== null) found.push({ ...own, place: file.place, tool: 'go', version: wanted, written: wanted });
  }
  if (gopls !== undefined) found.push({ ...own, ...wordsOf(gopls), tool: 'gopls' });
  return found;
}

function wordsOf({ place, value, written }: Positioned): Pick<VersionWish, 'place' | 'version' | 'written'> {
  return { place, version: String(value), written };
}

/** The value, or for `${{ matrix.go }}` those of the matrix. Other expressions are unknown here. */
function meanings(value: Positioned, job: Positioned): readonly Positioned[] {
  const text = textOf(value);
  if (text === null || !text.includes('${{')) return [value];
  const name = /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(text.trim())?.[1];
  if (name === undefined) return [];
  const matrix = under(job, 'strategy', 'matrix');
  return [
    ...(under(matrix, name)?.items ?? []),
    ...(under(matrix, 'include')?.items ?? []).flatMap((own) => under(own, name) ?? []),
  ].filter(
    ({ items, entries, value: one }) => items.length === 0 && entries.length === 0 && !String(one).includes('${{'),
  );
}
