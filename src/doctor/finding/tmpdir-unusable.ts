import { join } from 'node:path';
import type { PlaceFact } from '../cache-fact.ts';
import { type AskedEnvironment, askedEnvironments, firstOfEach } from '../facts/go/asked-environment.ts';
import type { Finder, Finding } from '../finding.ts';
import { isInGoenv } from '../judge/goflags.ts';
import { decide, environment, run, type Step } from '../remedy/remedy.ts';

/** The folder in which go builds and from which it runs what it has built: GOTMPDIR, else TMPDIR. */
export const tmpdirUnusable: Finder = (snapshot) => {
  const found = askedEnvironments(snapshot).flatMap((asked) => {
    const own = (role: PlaceFact['role']) =>
      asked.places.find((place) => place.role === role) ?? snapshot.places.find((place) => place.role === role);
    const place = asked.variables['GOTMPDIR'] || asked.go?.['GOTMPDIR'] ? own('GOTMPDIR') : own('TMPDIR');
    const wrong = place === undefined ? null : wrongWith(place);
    return place === undefined || wrong === null ? [] : [{ asked, place, ...wrong }];
  });
  return firstOfEach(found, ({ place }) => place.path).map(
    ({ asked, place, what, says, severity, evidence }): Finding => ({
      id: 'tmpdir-unusable',
      severity,
      summary: `${place.role} ${what}: ${place.path}; ${says}`,
      evidence,
      pids: asked.pids,
      consequences: [],
      remedy: mend(place, asked),
      source: 'cmd/go/internal/work/shell.go and action.go, NewBuilder; scenario tmpdir-unusable',
    }),
  );
};

interface Wrong {
  readonly what: string;
  readonly says: string;
  readonly severity: Finding['severity'];
  readonly evidence: readonly string[];
}

function wrongWith({ path, shape, stat, notWritable, noexec, linkTo }: PlaceFact): Wrong | null {
  if (stat === 'hung') return null;
  const builds = 'each go build, vet and test fails, "creating work dir"';
  if (shape === 'dangling link')
    return { what: 'is a link to nothing', says: builds, severity: 'error', evidence: [`${path} → ${linkTo}`] };
  if (stat === null)
    return { what: 'is not there', says: builds, severity: 'error', evidence: [`stat(2) of ${path}: ENOENT`] };
  if (shape === 'file')
    return { what: 'is no folder', says: builds, severity: 'error', evidence: [`mode ${stat.mode}, not a directory`] };
  if (notWritable !== null) {
    const owner = `access(W_OK): ${notWritable}, owner ${stat.uid}, mode ${stat.mode}`;
    return { what: 'cannot be written', says: builds, severity: 'error', evidence: [owner] };
  }
  if (!noexec) return null;
  const says = 'what go run and go test have built cannot be started, "fork/exec …: permission denied"';
  const evidence = ['the mount that holds it has the option noexec (/proc/self/mountinfo)'];
  return { what: 'is mounted noexec', says, severity: 'warning', evidence };
}

/** Go makes no temporary folder: it has to be there. */
function mend(
  { role, path, stat, shape, notWritable, noexec, linkTo }: PlaceFact,
  asked: AskedEnvironment,
): readonly Step[] {
  const elsewhere: Step = isInGoenv(asked, role)
    ? run(['go', 'env', '-u', role], 'it stands in the file of go env -w')
    : environment({ [role]: null }, 'the folder of the system is taken then');
  if (stat === null && notWritable === null) {
    return [
      run(['mkdir', '-p', shape === 'dangling link' ? (linkTo ?? path) : path], 'or set it to a folder that is there'),
    ];
  }
  if (noexec && shape === 'folder' && notWritable === null) {
    const home = asked.variables['HOME'];
    if (role === 'GOTMPDIR' || home === undefined) return [elsewhere];
    const own = join(home, '.cache/go-tmp');
    return [
      run(['mkdir', '-p', own], 'on a filesystem from which programs may be run'),
      environment({ GOTMPDIR: own }, 'go builds there, and starts from there what it has built'),
    ];
  }
  const unset = role === 'TMPDIR' && asked.variables['TMPDIR'] === undefined;
  return [unset ? decide(`make ${path} a folder that every user may write, mode 1777`) : elsewhere];
}
