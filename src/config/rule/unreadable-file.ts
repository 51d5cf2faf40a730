import type { Rule } from '../finding.ts';

/** A settings file that could not be read: what it says is not judged. */
export const unreadableFile: Rule = ({ unreadable }) =>
  unreadable.map(({ place, why }) => ({
    id: 'unreadable-file',
    severity: 'error',
    place,
    summary: `${place.file} ${why}, so that nothing in it was judged`,
    evidence: [],
    remedy: 'make it a small file that you may read',
    source: 'unlatch',
  }));
