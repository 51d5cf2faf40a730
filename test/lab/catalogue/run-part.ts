import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../../../src/lab/cell-report.ts';
import type { Isolation } from '../../../src/lab/runtime/host/isolations.ts';
import { aPathWithout } from '../../e2e/cli/a-cli.ts';
import type { PartArms } from './part-of-the-catalogue.ts';

/** What .ci/run installs and a bare machine lacks. */
const installed = ['bwrap', 'docker', 'dockerd'];

/** Runs the part of the catalogue in Docker, or on the host under one isolation, with only what that one needs of `installed`. */
export async function runPart(place: Isolation | 'docker', arms: PartArms): Promise<Report> {
  // Not below /tmp, of which a sandbox sees only its own.
  const folder = await mkdtemp('/var/tmp/part-');
  try {
    const env = {
      ...process.env,
      PATH: await aPathWithout(
        join(folder, 'bin'),
        ...installed.filter((name) => name !== 'bwrap' || place !== 'bubblewrap'),
      ),
    };
    const child = spawn(process.execPath, [join(import.meta.dirname, 'part-run.ts'), place, arms], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [said, report] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      report += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`the run with ${place} ended with ${code}: ${said.slice(-4000)}`);
    return JSON.parse(report) as Report;
  } finally {
    await rm(folder, { recursive: true });
  }
}
