/** What is shown of the processes of a trial. */
import { expect, test } from 'vitest';
import { trialOutput } from '../../../../src/lab/report/trial-lines.ts';
import { sampleHistory } from './sample-report.ts';

test('worker output never starts a line, where a runner would read it as a command', () => {
  const [worker] = sampleHistory().workers;
  const text = trialOutput(
    sampleHistory({
      harness: '::error::x',
      workers: worker === undefined ? [] : [{ ...worker, stdout: 'a\r::set-output::\r\n\u001b[2J::warning::' }],
      probes: [{ name: 'lock', code: 0, stdout: '::debug::' }],
      rescue: { code: 0, atMs: 9, output: '::stop-commands::' },
    }),
  );
  expect(text).toMatchInlineSnapshot(`
    "  the lab failed
        │ ::error::x
      tidy.0: exit 1, 0–812 ms
        $ go mod tidy
        stdout
        │ a
        │ ::set-output::
        │ ::warning::
        stderr
        │ go: rename a.tmp a: device or resource busy
      rescue at 9 ms: exit 0
        │ ::stop-commands::
      probe lock: exit 0
        │ ::debug::"
  `);
});
