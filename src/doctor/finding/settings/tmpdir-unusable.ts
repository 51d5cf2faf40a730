import { join } from 'node:path';
import type { PlaceFact } from '../../cache-fact.ts';
import { type AskedEnvironment, askedEnvironments, firstOfEach } from '../../facts/go/asked-environment.ts';
import type { Finder, Finding } from '../../finding.ts';
import { isInGoenv } from '../../judge/goflags.ts';
import { decide, environment, run, type Step } from '../../remedy/remedy.ts';

/** The folder where go builds, and runs what it built, is unusable: GOTMPDIR, else TMPDIR. */
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
  const builds = 'every go build, vet and test fails with "creating work dir"';
  if (shape === 'dangling link')
    return { what: 'is a dangling link', says: builds, severity: 'error', evidence: [`${path} → ${linkTo}`] };
  if (stat === null)
    return { what: 'does not exist', says: builds, severity: 'error', evidence: [`stat(2) of ${path}: ENOENT`] };
  if (shape === 'file')
    return {
      what: 'is not a folder',
      says: builds,
      severity: 'error',
      evidence: [`mode ${stat.mode}, not a directory`],
    };
  if (notWritable !== null) {
    const owner = `access(W_OK): ${notWritable}, owner ${stat.uid}, mode ${stat.mode}`;
    return { what: 'is not writable', says: builds, severity: 'error', evidence: [owner] };
  }
  if (!noexec) return null;
  const says = 'go run and go test cannot start what they built, "fork/exec …: permission denied"';
  const evidence = ['the mount that holds it has the option noexec (/proc/self/mountinfo)'];
  return { what: 'is mounted noexec', says, severity: 'warning', evidence };
}

/** go does not create its temporary folder; it must exist. */
function mend(
  { role, path, stat, shape, notWritable, noexec, linkTo }: PlaceFact,
  asked: AskedEnvironment,
): readonly Step[] {
  const elsewhere: Step = isInGoenv(asked, role)
    ? run(['go', 'env', '-u', role], '`go env -w` set it')
    : environment({ [role]: null }, 'go then uses the system’s temporary folder');
  if (stat === null && notWritable === null) {
    return [
      run(['mkdir', '-p', shape === 'dangling link' ? (linkTo ?? path) : path], 'or set it to a folder that exists'),
    ];
  }
  if (noexec && shape === 'folder' && notWritable === null) {
    const home = asked.variables['HOME'];
    if (role === 'GOTMPDIR' || home === undefined) return [elsewhere];
    const own = join(home, '.cache/go-tmp');
    return [
      run(['mkdir', '-p', own], 'on a filesystem that allows running programs'),
      environment({ GOTMPDIR: own }, 'go builds there and runs from there what it built'),
    ];
  }
  const unset = role === 'TMPDIR' && asked.variables['TMPDIR'] === undefined;
  return [unset ? decide(`make ${path} a folder that every user may write to, mode 1777`) : elsewhere];
}
