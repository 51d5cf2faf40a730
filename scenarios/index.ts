/** Every scenario, under the name that it is run by: the first word says what is contended for. */
import type { Scenario } from '../src/lab/scenario.ts';
import gosumTempRename from './gosum-temp-rename.ts';

export const scenarios: Readonly<Record<string, Scenario>> = {
  'gosum-temp-rename': gosumTempRename,
};
