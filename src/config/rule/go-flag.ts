import type { ConfigFinding, Rule } from '../finding.ts';

/** A build flag, or a GOFLAGS, that this Go refuses: every go command that gets it fails, and gopls loads nothing. */
export const goFlag: Rule = ({ go }) => {
  if (go === null) return [];
  const which = go.version === null ? 'this Go' : `Go ${go.version}`;
  return [
    ...go.refusedFlags.map(
      ({ flag, message, list }): ConfigFinding => ({
        id: 'go-flag',
        severity: 'error',
        place: flag.place,
        summary: `${which} does not take ${flag.text} as a build flag`,
        evidence: [`go list: ${message}`, `it stands in ${list.setting}`],
        remedy: flag.text.includes(' ')
          ? 'make each flag and each value an entry of its own, or join them with "="'
          : 'remove it; `go help build` lists those that there are',
        source: 'go itself, started with these flags',
      }),
    ),
    ...go.refusedGoflags.map(
      ({ variable, message }): ConfigFinding => ({
        id: 'go-flag',
        severity: 'error',
        place: variable.place,
        summary: `${which} refuses GOFLAGS=${variable.value}: every go command fails with it`,
        evidence: [`go: ${message}`],
        remedy: 'write each flag as -name=value, separated by spaces, without quotes around the values',
        source: 'go itself, started with this GOFLAGS; `go help environment`',
      }),
    ),
  ];
};
