/** What the words of a summary mean: those that occur in it, in one line. */

const meanings: readonly (readonly [word: RegExp, meaning: string])[] = [
  [/(?<!not )\breproduced\b/, 'reproduced: the symptom that the claim names showed'],
  [/\bnot reproduced\b/, 'not reproduced: it did not show'],
  [/\binconclusive\b/, 'inconclusive: the trials prove neither'],
  [/\bskipped\b/, 'skipped: something that it needs is missing here'],
  [/\d hits?\b/, 'hits: how often the fault struck'],
  [/\buntested\b/, 'untested: without the symptom there is nothing to help against'],
];

/** @returns "" if none of the words occurs. */
export function legend(text: string): string {
  return meanings.flatMap(([word, meaning]) => (word.test(text) ? [meaning] : [])).join(' · ');
}

/** What the column of three figures counts. */
export const figuresLegend =
  'present/absent/unknown: the trials in which the symptom showed, did not show, could not be told';
