import { compareGo, isGoVersion } from '../../../go/versions.ts';
import type { Side } from '../../declarations.ts';
import type { Facts } from '../../facts.ts';
import type { ConfigFinding, Rule } from '../../finding.ts';
import type { Position } from '../../position.ts';

/** An explicit -mod flag. */
export interface Mode {
  readonly side: Side;
  readonly mode: string;
  readonly place: Position;
  /** "GOFLAGS", "go.buildFlags". */
  readonly who: string;
}

/**
 * The editor or the linter takes modules from elsewhere than CI. With -mod=mod, go updates go.mod
 * and go.sum as needed; with -mod=readonly, what they lack is an error; with -mod=vendor, all code
 * comes from vendor/.
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
        summary: `the ${side} uses -mod=${mode} but CI uses -mod=${[...inCi].join(' or ')}: what works in one can fail in the other`,
        evidence: [
          `${who}: -mod=${mode}`,
          ...(ci.length === 0
            ? [`no workflow sets -mod, so go uses -mod=${usual}`]
            : ci.map((other) => `${other.place.file}:${other.place.line}: ${other.who}: -mod=${other.mode}`)),
        ],
        remedy: `use -mod=${[...inCi][0]} in both, or set it in neither`,
        source: 'https://go.dev/ref/mod#build-commands',
      });
    }
    // CI sets a mode, and the editor uses the default.
    const [first] = ci;
    const editorSpeaks = facts.declarations.goplsSettings.length > 0 || facts.declarations.goplsFlags.length > 0;
    if (first !== undefined && editorSpeaks && !here.some(({ side }) => side === 'editor') && !inCi.has(usual)) {
      findings.push({
        id: 'mod-mode',
        severity: 'warning',
        place: first.place,
        summary: `CI uses -mod=${first.mode}, but the editor, which sets no mode, uses -mod=${usual}`,
        evidence: [`${first.who}: -mod=${first.mode}`],
        remedy: `set -mod in "build.buildFlags" below "gopls" too, or in neither`,
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

/**
 * Go's default: vendor if there is a vendor folder and go.mod says 1.14 or later, else readonly
 * (since Go 1.16).
 */
function usualMode({ vendored, declarations }: Facts): 'vendor' | 'readonly' {
  const module = declarations.versions.find(({ side, who }) => side === 'module' && who === 'go.mod')?.version;
  return vendored && module !== undefined && isGoVersion(module) && compareGo(module, '1.14') >= 0
    ? 'vendor'
    : 'readonly';
}
