import type { Finder } from '../../finding.ts';
import { run } from '../../remedy/remedy.ts';
import { ageText, countText } from '../../text/process-text.ts';

/** Temporary files that were never renamed: the rename failed, or go was killed. */
export const renameLeftovers: Finder = ({ cache, processes }) => {
  const lockOf = (path: string) => path.replace(/\.(zip|info|mod|ziphash)[^/]*$/, '.lock');
  const left = cache.left.filter(
    ({ kind, path, busy }) =>
      kind === 'tmp' &&
      !busy &&
      !processes.some(({ files }) =>
        files.some((file) => file.path === path || (file.lock !== null && file.path === lockOf(path))),
      ),
  );
  if (left.length === 0) return [];
  return [
    {
      id: 'rename-leftovers',
      severity: 'warning',
      summary: `${countText(left.length, 'temporary file')} in the module cache ${left.length === 1 ? 'was' : 'were'} never renamed, and no process works on ${left.length === 1 ? 'it' : 'them'}`,
      evidence: left.slice(0, 10).map(({ path, of, ageMs }) => `${of}: ${path}, ${ageText(ageMs)} old`),
      pids: [],
      consequences: [],
      remedy: [
        run(
          ['rm', '-f', ...left.map(({ path }) => path)],
          'or unlatch clean, which takes go’s lock first. If go printed "rename …: device or resource busy", run it again',
        ),
      ],
      source: 'cmd/go/internal/modfetch/fetch.go, downloadZip; golang/go#36447; scenario modcache-rename',
    },
  ];
};
