import { compareGo, isGoVersion } from '../../go/versions.ts';
import type { Side } from '../declarations.ts';
import type { Facts } from '../facts.ts';
import type { ConfigFinding, Rule } from '../finding.ts';
import type { Position } from '../position.ts';

/** A -mod that is written somewhere. */
export interface Mode {
  readonly side: Side;
  readonly mode: string;
  readonly place: Position;
  /** "GOFLAGS", "go.buildFlags". */
  readonly who: string;
}

/**
 * The editor, or the linter, and CI take modules from different places: with -mod=mod go.mod and go.sum are mended as they are used,
 * with -mod=readonly what they lack is an error, with -mod=vendor they are not asked for the code at all.
 */
export const modMode: Rule = (facts) => {
  const modes = explicitModes(facts);
  const usual = usualMode(facts);
  const ciSpeaks =
    modes.some(({ side }) => side === 'ci') || facts.declarations.versions.some(({ side }) => side === 'ci');
  const ci = modes.filter(({ side }) => side === 'ci');
  const inCi = new Set(ci.length === 0 ? [usual] : ci.map(({ mode }) => mode));
  const here = modes.filter(({ side }) => side === 'editor' || side === 'linter');
  const findings: ConfigFinding[] = [];
  if (ciSpeaks) {
    for (const { side, mode, place, who } of here) {
      if (inCi.has(mode)) continue;
      findings.push({
        id: 'mod-mode',
        severity: 'warning',
        place,
        summary: `the ${side} works with -mod=${mode} and CI with -mod=${[...inCi].join(' or ')}: what is well in the one can fail in the other`,
        evidence: [
          `${who}: -mod=${mode}`,
          ...(ci.length === 0
            ? [`no workflow names a mode, and go's own is then -mod=${usual}`]
            : ci.map((other) => `${other.place.file}:${other.place.line}: ${other.who}: -mod=${other.mode}`)),
        ],
        remedy: `let both work with -mod=${[...inCi][0]}, or name none in either`,
        source: 'https://go.dev/ref/mod#build-commands',
      });
    }
    // CI has a mode of its own, and the editor goes by the usual one.
    const [first] = ci;
    const editorSpeaks = facts.declarations.goplsSettings.length > 0 || facts.declarations.goplsFlags.length > 0;
    if (first !== undefined && editorSpeaks && !here.some(({ side }) => side === 'editor') && !inCi.has(usual)) {
      findings.push({
        id: 'mod-mode',
        severity: 'warning',
        place: first.place,
        summary: `CI works with -mod=${first.mode} and the editor, where no mode is named, with -mod=${usual}`,
        evidence: [`${first.who}: -mod=${first.mode}`],
        remedy: `name the mode in "build.buildFlags" below "gopls" too, or in neither`,
        source: 'https://go.dev/ref/mod#build-commands',
      });
    }
  }
  return findings;
};

export function explicitModes({ declarations }: Facts): readonly Mode[] {
  const modeIn = (text: string) => /(?:^|\s)--?mod=(mod|readonly|vendor)(?=\s|$)/.exec(text)?.[1];
  return [
    ...declarations.goFlags.flatMap(({ setting, side, flags }) =>
      flags.flatMap(({ place, text }) => {
        const mode = modeIn(text);
        return mode === undefined ? [] : [{ side, mode, place, who: setting }];
      }),
    ),
    ...declarations.variables.flatMap(({ name, side, value, place }) => {
      const mode = name === 'GOFLAGS' ? modeIn(value) : undefined;
      return mode === undefined ? [] : [{ side, mode, place, who: 'GOFLAGS' }];
    }),
  ];
}

/** Go's own: vendor where there is a vendor folder and go.mod asks for 1.14 or later, else readonly (since Go 1.16). */
function usualMode({ vendored, declarations }: Facts): 'vendor' | 'readonly' {
  const module = declarations.versions.find(({ side, who }) => side === 'module' && who === 'go.mod')?.version;
  return vendored && module !== undefined && isGoVersion(module) && compareGo(module, '1.14') >= 0
    ? 'vendor'
    : 'readonly';
}
