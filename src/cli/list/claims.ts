import { catalogue } from '../catalogue.ts';

/** What each scenario claims, by its id. `list` needs no more of them, so the bundle has these texts in place of this file (build.ts). */
export const claims: Readonly<Record<string, string>> = Object.fromEntries(
  catalogue.map(({ id, scenario }) => [id, scenario.claim]),
);
