import { lastLine } from '../../last-line.ts';
import { asCommand } from './as-command.ts';
import { absent, type Checker, present, unknown } from './finding.ts';

/** Present if the rescue fails, perhaps by timeout(1); absent if it succeeds. */
export function rescueFails(): Checker {
  return asCommand(['rescue_fails'], ({ rescue }) => {
    if (rescue === null) return unknown('the symptom never showed, so the rescue did not run');
    if (rescue.code === 0) return absent('the rescue succeeded');
    return present(`the rescue exited with ${rescue.code}: ${lastLine(rescue.output)}`);
  });
}
