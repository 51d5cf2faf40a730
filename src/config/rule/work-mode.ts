import type { ConfigFinding, Rule } from '../finding.ts';
import { explicitModes, type Mode } from './mod-mode.ts';

/**
 * A -mod that go refuses as this checkout is: -mod=mod beside a go.work, and -mod=vendor without what it takes modules from. Of CI
 * nothing is said: there go.work may be left out, and vendor made first.
 */
export const workMode: Rule = (facts) => {
  const { files, declarations, vendored, requires } = facts;
  const modes = explicitModes(facts).filter(({ side }) => side === 'editor' || side === 'linter');
  const isOff = declarations.variables.some(
    ({ side, name, value }) => side === 'editor' && name === 'GOWORK' && value === 'off',
  );
  const inWork = files.includes('go.work') && !isOff;
  return [
    ...(inWork ? modes.filter(({ mode }) => mode === 'mod').map(besideWork) : []),
    ...(!vendored && (requires || inWork) ? modes.filter(({ mode }) => mode === 'vendor').map(withoutVendor) : []),
  ];
};

function besideWork({ side, place, who }: Mode): ConfigFinding {
  return {
    id: 'mod-mode',
    severity: 'error',
    place,
    summary: `there is a go.work here, with which go refuses -mod=mod: no command of the ${side} that gets it works`,
    evidence: [
      `${who}: -mod=mod`,
      'go: -mod may only be set to readonly or vendor when in workspace mode, but it is set to "mod"',
    ],
    remedy: 'remove -mod=mod, or set GOWORK=off beside it, with which go.work does not count',
    source: 'cmd/go/internal/modload/init.go, setDefaultBuildMod; test/integration/config/work-mode.test.ts runs it',
  };
}

function withoutVendor({ side, place, who }: Mode): ConfigFinding {
  return {
    id: 'mod-mode',
    severity: 'error',
    place,
    summary: `there is no vendor/modules.txt here, from which -mod=vendor takes all modules: the ${side} finds none of them`,
    evidence: [`${who}: -mod=vendor`],
    remedy:
      'run `go mod vendor` (with a go.work: `go work vendor`), or remove -mod=vendor: go takes vendor by itself where it is there',
    source: 'https://go.dev/ref/mod#vendoring; test/integration/config/work-mode.test.ts runs it',
  };
}
