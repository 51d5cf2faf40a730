/**
 * What shell lines of a workflow or of a container's setup declare, as far as it is known without
 * running them.
 */

import { type Declarations, noDeclarations, type Side } from '../declarations.ts';
import type { Position } from '../position.ts';

/** With a limit: a line may be a megabyte of `go test`, and every match is tried. */
const goLine = /\bgo[ \t]+(?:build|test|vet|list|install|run|generate)\b[^\n;&|#]{0,400}?[ \t](-mod=[a-z]+)\b/g;
const goplsInstall = /\bgolang\.org\/x\/tools\/gopls@v(\d[0-9A-Za-z.+-]*)/g;
/** In double quotes, in single quotes, or bare. */
const assignment = /(?:"(GO[A-Z]+)=([^"\n]*)"|'(GO[A-Z]+)=([^'\n]*)'|(GO[A-Z]+)=([^\s"'<>;&|]+))/;
const goEnvWrite = new RegExp(`\\bgo[ \\t]+env[ \\t]+-w[ \\t]+${assignment.source}`, 'g');
/** `echo NAME=value >> "$GITHUB_ENV"` sets a variable for later steps; a plain echo does not. */
const githubEnv = new RegExp(`\\becho[ \\t]+${assignment.source}[ \\t]*>>[ \\t]*["']?\\$\\{?GITHUB_ENV\\b`, 'g');

/** @param placeOf maps an offset in the text to a position. */
export function shellLines(text: string, side: Side, placeOf: (offset: number) => Position): Declarations {
  // Replaces comments with blanks, to keep all offsets.
  const commands = text.replace(/^[ \t]*#.*/gm, (comment) => ' '.repeat(comment.length));
  const all = (pattern: RegExp) =>
    Array.from(commands.matchAll(pattern), (match) => ({ match, place: placeOf(match.index) }));
  return {
    ...noDeclarations,
    goFlags: all(goLine).map(({ match, place }) => ({
      setting: match[0].slice(0, match[0].indexOf(' -mod=')).trim(),
      side,
      flags: [{ place, text: match[1] ?? '' }],
    })),
    versions: all(goplsInstall).map(({ match: [, version = ''], place }) => ({
      place,
      side,
      tool: 'gopls',
      who: 'go install',
      version,
      written: version,
    })),
    variables: [...all(goEnvWrite), ...all(githubEnv)].map(({ match, place }) => {
      const [name = '', value = ''] = match.slice(1).filter((group) => group !== undefined);
      return { place, side, reader: 'shell', name, value };
    }),
  };
}
