/**
 * This action beside the real actions/setup-go, both under act, over releases of a real project: what each job takes, and
 * what is sent and kept. Prints a Markdown table; bench/README.md says how to read it. It goes on where it was stopped.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exeName, hostPlatform } from '../src/go/platform.ts';
import { provisionGo } from '../src/go/provision/provision-go.ts';
import { anAct } from '../test/e2e/tools/a-go-tool.ts';
import { placesIn } from './cache/places.ts';
import { aStage } from './cache/play.ts';
import { projects, releasesOf } from './cache/releases.ts';
import { playRounds } from './cache/rounds.ts';
import { ourSides, ours, setupGo } from './cache/sides.ts';
import { rowsOf } from './cache/table.ts';

const { values: options } = parseArgs({
  options: {
    /** A clone of actions/setup-go, or a checkout of the release. */
    'setup-go': { type: 'string' },
    project: { type: 'string', default: 'task' },
    /** How many of the newest releases. */
    releases: { type: 'string', default: '11' },
    /** How often each side plays the last release after the one before, and again with nothing changed. */
    pairs: { type: 'string', default: '3' },
    unchanged: { type: 'string', default: '5' },
    /** Which of ours play beside setup-go. */
    sides: { type: 'string', default: Object.keys(ourSides).join(',') },
    /** Lines of shell. */
    work: { type: 'string', default: 'go build -v ./... && go vet ./...' },
    go: { type: 'string', default: '1.26.11' },
    folder: { type: 'string', default: join(tmpdir(), 'unlatch-bench') },
  },
});
const project = projects[options.project];
if (project === undefined) throw new Error(`--project is one of ${Object.keys(projects).join(', ')}`);
const places = placesIn(join(options.folder, options.project));
const theirs = setupGo(options['setup-go'], places.at('actions', 'setup-go'));
const names = options.sides.split(',');
if (names[0] !== 'defaults' || names.some((name) => ourSides[name] === undefined)) {
  throw new Error(`--sides is a list of ${Object.keys(ourSides).join(', ')}, defaults first`);
}
const sides = {
  setupGo: theirs,
  ours: names.map((name) => ours(name, places.at('actions', name), ourSides[name])),
};
const act = await anAct();
const go = await provisionGo(options.go, { env: process.env });
const goCommand = join(go.goroot, 'bin', exeName('go', hostPlatform()));
const releases = await releasesOf(project, Number(options.releases), goCommand, places);
const stage = aStage(act, go, releases, options.work, places);
const { versions } = releases;
const counts = { bumps: Number(options.pairs), unchanged: Number(options.unchanged) };
stage.clear(); // Of a run that was stopped.
const played = await playRounds(sides, versions, stage, places, counts);
stage.clear();

const work = options.work.replaceAll('\n', '; ');
process.stdout.write(
  `${project.module} ${versions[0]} to ${versions.at(-1)} (${versions.length} releases), \`${work}\`, Go ${go.version}, ${theirs.uses}; ${counts.bumps} pairs after a bump, ${counts.unchanged} with nothing changed\n\n`,
);
process.stdout.write('| figure | measured | must reach |\n| --- | --- | --- |\n');
for (const { what, measured, limit, isMissed } of rowsOf(sides, played, versions.length)) {
  process.stdout.write(`| ${what} | ${measured}${isMissed ? ' **missed**' : ''} | ${limit} |\n`);
  if (isMissed) process.exitCode = 1;
}
const tests = played.unchanged.flatMap((round) => round['stable-mtimes'] ?? []);
if (tests.some(({ testsCached, testsRun }) => testsCached + testsRun > 0)) {
  const shares = tests.map(({ testsCached, testsRun }) => (100 * testsCached) / (testsCached + testsRun));
  process.stdout.write(
    `| test packages that pass from the cache, \`stable-mtimes: true\` | ${Math.min(...shares).toFixed(1)} % | ≥ 99 % |\n`,
  );
  if (!shares.every((share) => share >= 99)) process.exitCode = 1;
}
