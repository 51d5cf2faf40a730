import { basename, dirname, relative, resolve } from 'node:path';
import { type AskedEnvironment, askedEnvironments, firstOfEach } from '../../facts/go/asked-environment.ts';
import type { Finder, Finding } from '../../finding.ts';
import { refusalIn } from '../../judge/go-refusal.ts';
import { mendGoflags } from '../../judge/goflags.ts';
import { decide, environment, run, type Step } from '../../remedy/remedy.ts';

const source = 'cmd/go/internal/modload/init.go and vendor.go; scenario gopls-workspace-contradicts';

/** The workspace's files contradict each other or the flags: go loads nothing, gopls has no packages. */
export const workspaceContradicts: Finder = (snapshot) => {
  const { conflicts } = snapshot;
  const refused = askedEnvironments(snapshot).flatMap((asked) => {
    const refusal = refusalIn(asked);
    // unmerged() reports conflict markers, together with go's words.
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

/** go.sum is a set: the lines of both sides may stay. */
function unmerged(files: readonly string[], said: string): Finding {
  const sums = files.filter((file) => file.endsWith('.sum'));
  const others = files.filter((file) => !file.endsWith('.sum'));
  return {
    id: 'workspace-contradicts',
    severity: 'error',
    summary: `unresolved merge: ${files.map((file) => basename(file)).join(', ')} ${files.length === 1 ? 'has' : 'have'} conflict markers, and go cannot read ${files.length === 1 ? 'it' : 'them'}`,
    evidence: [...files.map((file) => `<<<<<<< in ${file}`), ...(said === '' ? [] : [said])],
    pids: [],
    consequences: [],
    remedy: [
      ...others.map((file) =>
        decide(`resolve the conflict in ${file} and remove the markers <<<<<<<, ======= and >>>>>>>`),
      ),
      ...(sums.length === 0
        ? []
        : [
            run(
              ['sed', '-i', '-E', '/^(<{7}|={7}|>{7})( |$)/d', ...sums],
              'the lines of both sides may stay: go.sum is a set of hashes',
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
    // go.work's path is relative to go.work; go prints it relative to its working directory.
    const path = relative(at.cwd, resolve(asked.folder, gone));
    const named = path.startsWith('../') ? path : `./${path}`;
    return [run(['go', 'work', 'edit', `-dropuse=${named}`], 'that folder has no module', at)];
  }
  if (/requires go >= .*, but go\.work/.test(words))
    return [run(['go', 'work', 'use'], 'sets the go line of go.work to what its modules require', at)];
  const flag = /^go: (-mod(?:file)?)/.exec(words)?.[1];
  if (flag !== undefined)
    return [
      mendGoflags(
        asked,
        (word) => !word.startsWith(`${flag}=`),
        `without ${flag}; or set GOWORK=off to use this module alone`,
      ),
    ];
  if (/inconsistent vendoring/.test(words)) {
    const all = /go work vendor/.test(words) || (work !== undefined && work !== '' && work !== 'off');
    return [
      run(
        ['go', all ? 'work' : 'mod', 'vendor'],
        'or set -mod=readonly: go then ignores the vendor folder',
        all ? at : {},
      ),
    ];
  }
  // go env -w refuses GOWORK, so the environment set it.
  if (/invalid GOWORK|reading go\.work: (?:open|read) /.test(words) && asked.variables['GOWORK'])
    return [environment({ GOWORK: null }, 'go then searches for a go.work in its folder and those above')];
  return [decide(`fix what go reports: ${firstLine(words)}`)];
}
