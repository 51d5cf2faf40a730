import type { ConfigFinding, Rule } from '../../finding.ts';

/**
 * A build flag or a GOFLAGS that this Go rejects: every go command with it fails, and gopls loads
 * nothing.
 */
export const goFlag: Rule = ({ go }) => {
  if (go === null) return [];
  const which = go.version === null ? 'this Go' : `Go ${go.version}`;
  return [
    ...go.refusedFlags.map(
      ({ flag, message, list }): ConfigFinding => ({
        id: 'go-flag',
        severity: 'error',
        place: flag.place,
        summary: `${which} rejects the build flag ${flag.text}`,
        evidence: [`go list: ${message}`, `it is in ${list.setting}`],
        remedy: flag.text.includes(' ')
          ? 'make each flag and each value a separate entry, or join them with "="'
          : 'remove it; `go help build` lists the valid flags',
        source: 'go itself, started with these flags',
      }),
    ),
    ...go.refusedGoflags.map(
      ({ variable, message }): ConfigFinding => ({
        id: 'go-flag',
        severity: 'error',
        place: variable.place,
        summary: `${which} rejects GOFLAGS=${variable.value}, so every go command fails`,
        evidence: [`go: ${message}`],
        remedy: 'write each flag as -name=value, separated by spaces, without quotes around the values',
        source: 'go itself, started with this GOFLAGS; `go help environment`',
      }),
    ),
  ];
};
