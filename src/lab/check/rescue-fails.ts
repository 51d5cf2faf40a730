import { absent, type Checker, present, unknown } from './finding.ts';
import { lastLine } from './lines.ts';

/** Present when the rescue, which may be given a limit by timeout(1), does not end well; absent when it does. */
export function rescueFails(): Checker {
  return ({ rescue }) => {
    if (rescue === null) return unknown('the symptom never showed, so the rescue was not run');
    if (rescue.code === 0) return absent('the rescue ended well');
    return present(`the rescue ended with ${rescue.code}: ${lastLine(rescue.output)}`);
  };
}
