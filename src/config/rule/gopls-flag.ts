import leven from 'leven';
import type { ConfigFinding, Rule } from '../finding.ts';
import { nameOf } from '../probe/judge-flags.ts';

/** A flag with which this gopls does not start, or which does nothing. */
export const goplsFlag: Rule = ({ gopls, declarations }) => {
  if (gopls === null) return [];
  const refused = gopls.refusedFlags.map(
    ({ flag, message, list, isOfGo }): ConfigFinding => ({
      id: 'gopls-flag',
      severity: 'error',
      place: flag.place,
      summary: `gopls ${gopls.version} does not start with ${flag.text}`,
      evidence: [`gopls: ${message}`, `it stands in ${list.setting}`],
      remedy: isOfGo
        ? `it is a flag of go: put it in "go.buildFlags", or in "build.buildFlags" below "gopls", or in GOFLAGS`
        : `remove it${/unknown|not defined/.test(message) ? hint(flag.text) : ''}`,
      source: 'gopls itself, started with these flags; scenario gopls-folk-flags',
    }),
  );
  const idle = declarations.goplsFlags
    .flatMap(({ flags }) => flags)
    .filter(({ text }) => text.startsWith('-') && gopls.idleFlags.includes(nameOf(text)))
    .map(
      ({ place, text }): ConfigFinding => ({
        id: 'gopls-flag',
        severity: 'note',
        place,
        summary: `gopls ${gopls.version} takes ${text}, and does nothing about it`,
        evidence: ['gopls help serve: "no effect"'],
        remedy: 'remove it',
        source: 'gopls help serve; scenario gopls-folk-flags',
      }),
    );
  return [...refused, ...idle];
};

/** The flags of the language server, as docs/daemon.md and `gopls help serve` have them. */
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
  const near = usual.find((name) => leven(name, nameOf(text)) <= 2);
  return near === undefined || near === nameOf(text) ? '' : `, or write -${near}, if that is meant`;
}
