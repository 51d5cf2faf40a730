import { basename, dirname, relative, resolve } from 'node:path';
import { type AskedEnvironment, askedEnvironments, firstOfEach } from '../facts/go/asked-environment.ts';
import type { Finder, Finding } from '../finding.ts';
import { refusalIn } from '../judge/go-refusal.ts';
import { mendGoflags } from '../judge/goflags.ts';
import { decide, environment, run, type Step } from '../remedy/remedy.ts';

const source = 'cmd/go/internal/modload/init.go and vendor.go; scenario gopls-workspace-contradicts';

/** The files of the workspace contradict each other, or the flags: go loads nothing, and gopls has no packages. */
export const workspaceContradicts: Finder = (snapshot) => {
  const { conflicts } = snapshot;
  const refused = askedEnvironments(snapshot).flatMap((asked) => {
    const refusal = refusalIn(asked);
    // The marks of a merge are told below, with what go says of them.
    if (refusal?.kind !== 'workspace' || (conflicts.length > 0 && isSyntax(refusal.words))) return [];
    return [{ asked, words: refusal.words }];
  });
  return [
    ...(conflicts.length === 0 ? [] : [unmerged(conflicts, snapshot.go.load?.output ?? '')]),
    ...firstOfEach(refused, ({ words }) => words).map(({ asked, words }) => ({
      id: 'workspace-contradicts',
      severity: 'error' as const,
      summary: `go loads nothing of this workspace: ${firstLine(words)}`,
      evidence: [words, ...settingsOf(asked)],
      pids: asked.pids,
      consequences: [],
      remedy: mend(words, asked),
      source,
    })),
  ];
};

function isSyntax(words: string): boolean {
  return /^go: (?:reading go\.work|errors parsing)/.test(words);
}

function firstLine(words: string): string {
  const [line = '', next = ''] = words.replace(/^go: /, '').split('\n');
  return line.endsWith(':') ? `${line} ${next.trim()}` : line;
}

function settingsOf({ go, variables }: AskedEnvironment): readonly string[] {
  return ['GOFLAGS', 'GOWORK'].flatMap((name) => {
    const value = variables[name] || go?.[name];
    return value ? [`${name}=${value}`] : [];
  });
}

/** Both sides' lines of a go.sum may stand beside each other: it is a set. */
function unmerged(files: readonly string[], said: string): Finding {
  const sums = files.filter((file) => file.endsWith('.sum'));
  const others = files.filter((file) => !file.endsWith('.sum'));
  return {
    id: 'workspace-contradicts',
    severity: 'error',
    summary: `a merge was not finished: ${files.map((file) => basename(file)).join(', ')} has its marks, and go cannot read it`,
    evidence: [...files.map((file) => `<<<<<<< in ${file}`), ...(said === '' ? [] : [said])],
    pids: [],
    consequences: [],
    remedy: [
      ...others.map((file) =>
        decide(`choose between the two sides in ${file}, and take the marks <<<<<<<, ======= and >>>>>>> out`),
      ),
      ...(sums.length === 0
        ? []
        : [
            run(
              ['sed', '-i', '-E', '/^(<{7}|={7}|>{7})( |$)/d', ...sums],
              'both sides’ lines may stay: it is a set of hashes',
            ),
          ]),
    ],
    source,
  };
}

function mend(words: string, asked: AskedEnvironment): readonly Step[] {
  const work = asked.go?.['GOWORK'];
  const at: { readonly cwd?: string } = work?.startsWith('/') === true ? { cwd: dirname(work) } : {};
  const gone = /cannot load module (\S+) listed in go\.work file: open/.exec(words)?.[1];
  if (gone !== undefined && at.cwd !== undefined) {
    // go.work names it from its own folder, and go from that in which it was asked.
    const path = relative(at.cwd, resolve(asked.folder, gone));
    const named = path.startsWith('../') ? path : `./${path}`;
    return [run(['go', 'work', 'edit', `-dropuse=${named}`], 'there is no module in that folder', at)];
  }
  if (/requires go >= .*, but go\.work/.test(words))
    return [run(['go', 'work', 'use'], 'sets the line "go" of go.work to what its modules want', at)];
  const flag = /^go: (-mod(?:file)?)/.exec(words)?.[1];
  if (flag !== undefined)
    return [
      mendGoflags(
        asked,
        (word) => !word.startsWith(`${flag}=`),
        `without ${flag}; or GOWORK=off, for this module alone`,
      ),
    ];
  if (/inconsistent vendoring/.test(words)) {
    const all = /go work vendor/.test(words) || (work !== undefined && work !== '' && work !== 'off');
    return [
      run(
        ['go', all ? 'work' : 'mod', 'vendor'],
        'or set -mod=readonly, and go does not look at the folder vendor',
        all ? at : {},
      ),
    ];
  }
  // go env -w refuses GOWORK: it is always the environment's.
  if (/invalid GOWORK|reading go\.work: (?:open|read) /.test(words) && asked.variables['GOWORK'])
    return [environment({ GOWORK: null }, 'go then looks for a go.work from its folder up')];
  return [decide(`mend what go says: ${firstLine(words)}`)];
}
