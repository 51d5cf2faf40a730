import type { Rule } from '../../finding.ts';

/** A settings file that could not be read, so it was not checked. */
export const unreadableFile: Rule = ({ unreadable }) =>
  unreadable.map(({ place, why }) => ({
    id: 'unreadable-file',
    severity: 'error',
    place,
    summary: `${place.file} ${why}, so it was not checked`,
    evidence: [],
    remedy: 'make it a readable file of at most 1 MiB',
    source: 'unlatch',
  }));
