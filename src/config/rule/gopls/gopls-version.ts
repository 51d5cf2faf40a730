import type { Rule } from '../../finding.ts';

/** The editor's container and the workflows install different versions of gopls. */
export const goplsVersion: Rule = ({ declarations }) => {
  const wishes = declarations.versions.filter(({ tool, version }) => tool === 'gopls' && /^v?\d/.test(version));
  const plain = (version: string) => version.replace(/^v/, '');
  const ci = wishes.filter(({ side }) => side === 'ci');
  if (ci.length === 0) return [];
  return wishes
    .filter(({ side, version }) => side === 'editor' && !ci.some((other) => plain(other.version) === plain(version)))
    .map(({ place, version }) => ({
      id: 'gopls-version',
      severity: 'warning',
      place,
      summary: `this installs gopls ${plain(version)}, but CI installs another version: they accept different settings, and report different things`,
      evidence: ci.map((other) => `${other.place.file}:${other.place.line}: gopls ${plain(other.version)}`),
      remedy: 'install the same version in both places',
      source: 'what the files say',
    }));
};
