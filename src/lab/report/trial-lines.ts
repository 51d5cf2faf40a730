import type { Palette } from '../../terminal/output.ts';
import { plainLine, plainText } from '../../terminal/plain-text.ts';
import type { History, WorkerResult } from '../history/history.ts';
import type { RunEvent } from '../run-event.ts';
import { hitsText, placeText } from './wording.ts';

type TrialEvent = Extract<RunEvent, { kind: 'trial' }>;

/** "modcache-rename · go 1.26.8, docker · baseline · trial 1: present, 12 hits, 5123 ms: WHY" */
export function trialLine(event: TrialEvent, palette: Palette): string {
  const { history, finding, hits } = event;
  const arm = history.arm === null ? 'baseline' : plainLine(history.arm);
  const paintOf = { present: palette.magenta, absent: palette.cyan, unknown: palette.yellow };
  const facts = [
    paintOf[finding.state](finding.state),
    ...(hits === null ? [] : [hitsText(hits)]),
    `${Math.round(history.ms)} ms`,
  ].join(', ');
  const head = [history.scenario, placeText(history.cell), arm, `trial ${history.trial}`].join(' · ');
  return `${head}: ${facts}: ${plainLine(finding.why)}`;
}

/**
 * The output of the trial's processes without a final newline. Each of their lines follows a bar, so that it
 * does not look like ours, nor to GitHub's runner like a workflow command ("::error::").
 */
export function trialOutput(history: History): string {
  return [
    ...(history.harness === null ? [] : ['  the lab failed', ...quoted(history.harness)]),
    ...history.workers.flatMap(workerLines),
    ...(history.rescue === null
      ? []
      : [
          `  rescue at ${Math.round(history.rescue.atMs)} ms: exit ${history.rescue.code}`,
          ...quoted(history.rescue.output),
        ]),
    ...history.probes.flatMap((probe) => [`  probe ${probe.name}: exit ${probe.code}`, ...quoted(probe.stdout)]),
  ].join('\n');
}

function workerLines(worker: WorkerResult): string[] {
  const from =
    worker.startMs === null ? '' : `, ${Math.round(worker.startMs)}–${Math.round(worker.endMs ?? worker.startMs)} ms`;
  return [
    `  ${worker.name}.${worker.copy}: ${endText(worker)}${from}`,
    ...quoted(worker.command, '$'),
    ...section('stdout', worker.stdout),
    ...section('stderr', worker.stderr),
  ];
}

function endText(worker: WorkerResult): string {
  if (worker.ended === 'never-started') return 'never started';
  if (worker.ended === 'killed') return worker.background ? 'killed with the others' : 'killed by the driver';
  return `exit ${worker.code ?? 'unknown'}`;
}

function section(name: string, text: string): string[] {
  const lines = quoted(text);
  return lines.length === 0 ? [] : [`    ${name}`, ...lines];
}

function quoted(text: string, mark = '│'): string[] {
  const plain = plainText(text).trimEnd();
  return plain === '' ? [] : plain.split('\n').map((line) => `    ${mark} ${line}`.trimEnd());
}
