import leven from 'leven';
import type { ConfigFinding, Rule } from '../../finding.ts';
import { flagName } from '../../probe/judge-flags.ts';

/** A flag that keeps this gopls from starting, or has no effect. */
export const goplsFlag: Rule = ({ gopls, declarations }) => {
  if (gopls === null) return [];
  const refused = gopls.refusedFlags.map(
    ({ flag, message, list, isOfGo }): ConfigFinding => ({
      id: 'gopls-flag',
      severity: 'error',
      place: flag.place,
      summary: `gopls ${gopls.version} does not start with ${flag.text}`,
      evidence: [`gopls: ${message}`, `it is in ${list.setting}`],
      remedy: isOfGo
        ? `it is a flag of go: move it to "go.buildFlags", to "build.buildFlags" below "gopls", or to GOFLAGS`
        : `remove it${/unknown|not defined/.test(message) ? hint(flag.text) : ''}`,
      source: 'gopls itself, started with these flags; scenario gopls-folk-flags',
    }),
  );
  const idle = declarations.goplsFlags
    .flatMap(({ flags }) => flags)
    .filter(({ text }) => text.startsWith('-') && gopls.idleFlags.includes(flagName(text)))
    .map(
      ({ place, text }): ConfigFinding => ({
        id: 'gopls-flag',
        severity: 'note',
        place,
        summary: `gopls ${gopls.version} ignores ${text}`,
        evidence: ['gopls help serve: "no effect"'],
        remedy: 'remove it',
        source: 'gopls help serve; scenario gopls-folk-flags',
      }),
    );
  return [...refused, ...idle];
};

/** The flags of the language server, from docs/daemon.md and `gopls help serve`. */
const usual = [
  'remote',
  'logfile',
  'rpc.trace',
  'debug',
  'remote.debug',
  'remote.logfile',
  'remote.listen.timeout',
  'vv',
  'v',
];

function hint(text: string): string {
  const near = usual.find((name) => leven(name, flagName(text)) <= 2);
  return near === undefined || near === flagName(text) ? '' : `, or write -${near} if you mean that`;
}
