import leven from 'leven';
import type { Rule } from '../../finding.ts';
import { lastOf } from '../../source/editor-settings.ts';

/** Analyzers of staticcheck: gopls up to v0.17 has them but does not list them. */
const ofStaticcheck = /^(?:SA|ST|S|QF)\d{4}$/;

/**
 * An analyzer, code lens or hint that this gopls does not have. gopls silently accepts any name, so
 * the feature never appears.
 */
export const goplsName: Rule = ({ gopls, declarations }) =>
  gopls === null
    ? []
    : declarations.goplsSettings.flat().flatMap((setting) => {
        const known = gopls.names.get(lastOf(setting.name)) ?? [];
        const hidden = known.some((name) => ofStaticcheck.test(name)) ? null : ofStaticcheck;
        return setting.names
          .filter(({ name }) => known.length > 0 && !known.includes(name) && !hidden?.test(name))
          .map(({ place, name, value }) => {
            // A name that differs in one digit is a different analyzer.
            const near = ofStaticcheck.test(name)
              ? undefined
              : known.find((own) => leven(own.toLowerCase(), name.toLowerCase()) <= 2);
            return {
              id: 'gopls-name',
              severity: value === false ? ('note' as const) : ('warning' as const),
              place,
              summary: `gopls ${gopls.version} has no "${name}" in ${setting.name}, and silently ignores it`,
              evidence: [`gopls api-json lists ${known.length} names for ${setting.name}, but not this one`],
              remedy: near === undefined ? 'remove it' : `remove it, or write "${near}" if you mean that`,
              source: 'gopls api-json; gopls/internal/settings/settings.go, setBoolMap',
            };
          });
      });
