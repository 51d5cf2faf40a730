import { compareGo, isGoVersion, lineOf } from '../../../go/versions.ts';
import type { Side, VersionWish } from '../../declarations.ts';
import type { ConfigFinding, Rule } from '../../finding.ts';

/**
 * Different Go versions for one module: go.mod, the workflows, the editor's container and the
 * linter.
 */
export const goVersion: Rule = ({ declarations }) => {
  const wishes = declarations.versions.filter(({ tool, version }) => tool === 'go' && isGoVersion(version));
  const of = (side: Side) => wishes.filter((wish) => wish.side === side);
  const [module] = of('module').filter(({ who }) => who === 'go.mod');
  return [
    ...(module === undefined ? [] : tooOld([...of('ci'), ...of('editor')], module)),
    ...(module === undefined ? [] : otherLine(of('linter'), module)),
    ...differences(of('editor'), of('ci'), declarations.versions),
  ];
};

function tooOld(wishes: readonly VersionWish[], module: VersionWish): readonly ConfigFinding[] {
  return wishes
    .filter(({ version }) => compareGo(lineOf(version), lineOf(module.version)) < 0)
    .map(({ place, who, version }) => ({
      id: 'go-version',
      severity: 'warning',
      place,
      summary: `${who} installs Go ${version}, but go.mod requires ${module.version}`,
      evidence: [
        `${module.place.file}:${module.place.line}: go ${module.version}`,
        compareGo(version, '1.21') < 0
          ? 'Go before 1.21 builds such a module anyway, and fails where the code uses newer features'
          : 'since Go 1.21, go downloads the Go that go.mod requires, in each fresh job; with GOTOOLCHAIN=local it fails',
      ],
      remedy: `request ${lineOf(module.version)}, or read the version from go.mod`,
      source: 'https://go.dev/doc/toolchain; scenario gopls-toolchain-download',
    }));
}

function otherLine(wishes: readonly VersionWish[], module: VersionWish): readonly ConfigFinding[] {
  return wishes
    .filter(({ version }) => lineOf(version) !== lineOf(module.version))
    .map(({ place, version }) => ({
      id: 'go-version',
      severity: 'warning',
      place,
      summary: `the linter checks for Go ${version}, but go.mod requires ${module.version}`,
      evidence: [`${module.place.file}:${module.place.line}: go ${module.version}`],
      remedy: 'remove run.go: golangci-lint then reads the version from go.mod',
      source: 'https://golangci-lint.run/docs/configuration/file/, run.go',
    }));
}

/** Reported only if all of CI's versions are known. */
function differences(
  editor: readonly VersionWish[],
  ci: readonly VersionWish[],
  all: readonly VersionWish[],
): readonly ConfigFinding[] {
  const unclear = all.some(({ side, tool, version }) => side === 'ci' && tool === 'go' && !isGoVersion(version));
  if (ci.length === 0 || unclear) return [];
  const lines = new Set(ci.map(({ version }) => lineOf(version)));
  return editor
    .filter(({ version }) => !lines.has(lineOf(version)))
    .map(({ place, who, version }) => ({
      id: 'go-version',
      severity: 'warning',
      place,
      summary: `${who} installs Go ${version}, but no workflow uses that line`,
      evidence: ci
        .map((wish) => `${wish.place.file}:${wish.place.line}: ${wish.who} installs Go ${wish.version}`)
        .slice(0, 6),
      remedy: `request ${[...lines].join(' or ')} here, or ${lineOf(version)} there`,
      source: 'what the files say',
    }));
}
