import leven from 'leven';
import type { Rule } from '../finding.ts';
import { lastOf } from '../source/editor-settings.ts';

/** The analyzers of staticcheck: until v0.17 gopls has them, and does not list them. */
const ofStaticcheck = /^(?:SA|ST|S|QF)\d{4}$/;

/**
 * An analyzer, a lens or a hint that this gopls does not have. It takes any name there without a word, so that what is to be
 * switched on never comes.
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
            // A number more or less is another analyzer.
            const near = ofStaticcheck.test(name)
              ? undefined
              : known.find((own) => leven(own.toLowerCase(), name.toLowerCase()) <= 2);
            return {
              id: 'gopls-name',
              severity: value === false ? ('note' as const) : ('warning' as const),
              place,
              summary: `gopls ${gopls.version} has nothing called "${name}" for ${setting.name}, and ignores it without a word`,
              evidence: [`gopls api-json: ${known.length} names for ${setting.name}, and not this one`],
              remedy: near === undefined ? 'remove it' : `remove it, or write "${near}", if that is meant`,
              source: 'gopls api-json; gopls/internal/settings/settings.go, setBoolMap',
            };
          });
      });
