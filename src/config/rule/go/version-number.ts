import type { Rule } from '../../finding.ts';

/** An unquoted version that YAML reads as a number: 1.20 is 1.2. */
export const versionNumber: Rule = ({ declarations }) =>
  declarations.versions
    .filter(({ version, written }) => version !== written && /^\d+\.\d+$/.test(written))
    .map(({ place, who, version, written }) => ({
      id: 'version-number',
      severity: 'error',
      place,
      summary: `${written} is a number here, so ${who} installs ${version}`,
      evidence: [`without quotes ${written} and ${version} are the same number`],
      remedy: `write '${written}' in quotes`,
      source: 'https://yaml.org/spec/1.2.2/#10214-floating-point; actions/setup-go, README',
    }));
