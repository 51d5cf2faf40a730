import { isAbsolute } from 'node:path';
import type { PlaceFact } from '../../cache-fact.ts';
import { type AskedEnvironment, askedEnvironments, firstOfEach, settingIn } from '../../facts/go/asked-environment.ts';
import type { Finder } from '../../finding.ts';
import { refusalIn } from '../../judge/go-refusal.ts';
import { isInGoenv } from '../../judge/goflags.ts';
import { environment, run, type Step } from '../../remedy/remedy.ts';

interface Wrong {
  readonly name: string;
  readonly summary: string;
  readonly evidence: readonly string[];
  readonly remedy: readonly Step[];
}

const caches = new Set<PlaceFact['role']>(['GOCACHE', 'GOMODCACHE', 'the cache of gopls']);

/** A cache path that go can neither use nor create: off, relative, a file or a dangling link. */
export const cachePath: Finder = (snapshot) => {
  const found = askedEnvironments(snapshot).flatMap((asked) => wrongIn(asked).map((wrong) => ({ asked, ...wrong })));
  return firstOfEach(found, ({ summary }) => summary).map(({ asked, summary, evidence, remedy }) => ({
    id: 'cache-path',
    severity: 'error' as const,
    summary: asked.pids.length === 0 ? summary : `${summary} (${asked.where})`,
    evidence,
    pids: asked.pids,
    consequences: [],
    remedy,
    source: 'cmd/go/internal/cache/default.go, DefaultDir; scenario gocache-path',
  }));
};

function wrongIn(asked: AskedEnvironment): readonly Wrong[] {
  return [...settings(asked), ...asked.places.flatMap((place) => placeIn(place) ?? [])];
}

function settings(asked: AskedEnvironment): readonly Wrong[] {
  const unset = (name: string) =>
    isInGoenv(asked, name)
      ? run(['go', 'env', '-u', name], '`go env -w` set it')
      : environment({ [name]: null }, 'go then uses its default');
  const wrong: Wrong[] = [];
  const refusal = refusalIn(asked);
  if (refusal?.kind === 'path')
    wrong.push({ name: 'GOPATH', summary: 'go refuses GOPATH', evidence: [refusal.words], remedy: [unset('GOPATH')] });
  for (const name of ['GOCACHE', 'GOMODCACHE']) {
    const value = settingIn(asked, name);
    if (value === '' || isAbsolute(value)) continue;
    const off = name === 'GOCACHE' && value === 'off';
    const says = off
      ? 'GOCACHE is off: since Go 1.12 go builds nothing without a build cache'
      : `${name} is a relative path, which go refuses: ${value}`;
    wrong.push({ name, summary: says, evidence: [`${name}=${value}`], remedy: [unset(name)] });
  }
  return wrong;
}

function placeIn({ role, path, shape, linkTo, stat }: PlaceFact): Wrong | null {
  if (!caches.has(role) || !isAbsolute(path)) return null;
  if (shape === 'dangling link') {
    return {
      name: role,
      summary: `${role} is a dangling link, and go cannot create a folder in its place: ${path}`,
      evidence: [`${path} → ${linkTo}`],
      remedy: [run(['mkdir', '-p', linkTo ?? path], 'creates the target of the link')],
    };
  }
  if (shape !== 'file') return null;
  return {
    name: role,
    summary: `${role} is a file, not a folder: ${path}`,
    evidence: [stat === null || stat === 'hung' ? path : `owner ${stat.uid}, mode ${stat.mode}`],
    remedy: [run(['mv', path, `${path}.old`], 'go creates the folder itself')],
  };
}
