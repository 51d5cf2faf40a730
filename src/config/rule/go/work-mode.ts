import type { ConfigFinding, Rule } from '../../finding.ts';
import { explicitModes, type Mode } from './mod-mode.ts';

/**
 * A -mod that go rejects in this checkout: -mod=mod with a go.work, or -mod=vendor without a
 * vendor/modules.txt. Not reported for CI, which may remove go.work or create vendor first.
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
    summary: `go rejects -mod=mod because there is a go.work here, so go commands of the ${side} with it fail`,
    evidence: [
      `${who}: -mod=mod`,
      'go: -mod may only be set to readonly or vendor when in workspace mode, but it is set to "mod"',
    ],
    remedy: 'remove -mod=mod, or also set GOWORK=off, with which go ignores go.work',
    source: 'cmd/go/internal/modload/init.go, setDefaultBuildMod; test/integration/config/work-mode.test.ts runs it',
  };
}

function withoutVendor({ side, place, who }: Mode): ConfigFinding {
  return {
    id: 'mod-mode',
    severity: 'error',
    place,
    summary: `-mod=vendor takes all modules from vendor/, but there is no vendor/modules.txt: the ${side} finds none of them`,
    evidence: [`${who}: -mod=vendor`],
    remedy:
      'run `go mod vendor` (with a go.work: `go work vendor`), or remove -mod=vendor: go uses vendor by default if it exists',
    source: 'https://go.dev/ref/mod#vendoring; test/integration/config/work-mode.test.ts runs it',
  };
}
