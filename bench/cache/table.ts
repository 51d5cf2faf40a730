/** What was played, as rows of Markdown. */
import type { Played } from './play.ts';
import type { PlayedRounds, Round, Sides, Sizes } from './rounds.ts';
import type { Side } from './sides.ts';

export interface Row {
  readonly what: string;
  /** "0.35 (323.0 MB ÷ 924.1 MB)" */
  readonly measured: string;
  readonly limit: string;
  readonly isMissed: boolean;
}

type Unit = (value: number) => string;
const megabytes: Unit = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const seconds: Unit = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** A job that finds its very archive saves nothing; act's server writes keys in lower case, and setup-go saves again. */
const hitMs = ({ setupMs, workMs, postMs, accounts }: Played) => setupMs + workMs + (accounts === null ? 0 : postMs);

export function rowsOf({ setupGo, ours }: Sides, played: PlayedRounds, releases: number): readonly Row[] {
  const [plain = setupGo] = ours;
  const { sizes } = played;
  return [
    ...ours.flatMap((side) => timeRows(side, setupGo, played)),
    sizeRow(
      `build archive after ${releases} releases ÷ of a clean build of the last`,
      sizes,
      'build',
      'cleanBuild',
      1.1,
    ),
    sizeRow('module archive ÷ the zips that the last release needs', sizes, 'modules', 'neededZips', 1.05),
    sizeRow('both ÷ one archive that nobody trims', sizes, ['build', 'modules'], 'untrimmed', 0.45),
    mostRow(`packages compiled with nothing changed, ${plain.name}`, played.unchanged, plain),
  ];
}

function timeRows(side: Side, setupGo: Side, { bumps, unchanged }: PlayedRounds): readonly Row[] {
  const on = optionsOf(side);
  const row = (
    what: string,
    rounds: readonly Round[],
    unit: Unit,
    pick: (of: Played) => number,
    limit: number | null,
  ) => ratioRow(`${what}, ${on}`, pairsOf(rounds, side, setupGo), unit, pick, limit);
  return [
    row("whole job with nothing changed ÷ setup-go's exact hit", unchanged, seconds, hitMs, 1.1),
    row(
      "restore with nothing changed (the whole setup step) ÷ setup-go's",
      unchanged,
      seconds,
      (of) => of.setupMs,
      null,
    ),
    row("bytes restored with nothing changed ÷ setup-go's", unchanged, megabytes, (of) => of.received, 0.67),
    row("whole job after a dependency has changed ÷ setup-go's", bumps, seconds, (of) => of.totalMs, 0.5),
  ];
}

export function optionsOf({ inputs }: Side): string {
  const given = Object.entries(inputs).map(([name, value]) => `\`${name}: ${value}\``);
  return given.length === 0 ? 'defaults' : given.join(', ');
}

type Pair = readonly [Played, Played];

function pairsOf(rounds: readonly Round[], one: Side, other: Side): readonly Pair[] {
  return rounds.map((round) => [round[one.name] as Played, round[other.name] as Played]);
}

function ratioRow(
  what: string,
  pairs: readonly Pair[],
  unit: Unit,
  pick: (of: Played) => number,
  limit: number | null,
): Row {
  const ratios = pairs.map(([one, other]) => pick(one) / pick(other));
  const side = (index: 0 | 1) => unit(median(pairs.map((pair) => pick(pair[index]))));
  const all = ratios.length > 1 ? `; pairs: ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}` : '';
  return {
    what,
    measured: `${median(ratios).toFixed(2)} (${side(0)} ÷ ${side(1)}${all})`,
    limit: limit === null ? '' : `≤ ${limit}`,
    isMissed: limit !== null && !(median(ratios) <= limit),
  };
}

type Size = keyof Sizes;

function sizeRow(what: string, sizes: Sizes, one: Size | readonly Size[], other: Size, limit: number): Row {
  const sum = [one].flat().reduce((bytes, name) => bytes + sizes[name as Size], 0);
  const ratio = sum / sizes[other];
  return {
    what,
    measured: `${ratio.toFixed(2)} (${megabytes(sum)} ÷ ${megabytes(sizes[other])})`,
    limit: `≤ ${limit}`,
    isMissed: !(ratio <= limit),
  };
}

function mostRow(what: string, rounds: readonly Round[], side: Side): Row {
  const most = Math.max(...rounds.map((round) => round[side.name]?.compiled ?? Number.NaN));
  return { what, measured: String(most), limit: '0', isMissed: !(most <= 0) };
}

/** Of an even number, the mean of the middle two. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}
