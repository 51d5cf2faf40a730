/** What the doctor reports for a real editor, and whether the editor works again after the printed remedy. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/doctor/finding.ts';
import { cliForAll } from '../e2e/cli/cli-of-file.ts';
import { missingMachine } from '../e2e/doctor/a-machine.ts';
import { aWorkplace, type WorkplaceOptions } from './a-workplace.ts';
import type { Editor } from './an-editor.ts';

/** Only ends a hang: each takes half a minute on a quiet machine. */
const limitMs = 300_000;

/** Parts of gopls's answers: without any module, and with the required one. */
const own = 'welcome is of this very file';
const ofModule = 'Hello greets the one who came';

const lock = 'gopath/pkg/mod/cache/download/example.com/dep/@v/v1.0.0.lock';

export function situationsOf(editor: Editor): void {
  const missing = missingMachine ?? editor.missing;
  const needs = missing ?? 'nothing more';
  if (missing !== null) console.warn(`${editor.name}: skipped, this machine lacks ${missing}`);

  describe.skipIf(missing !== null).concurrent(`${editor.name} (needs: ${needs})`, { timeout: limitMs }, () => {
    const cli = cliForAll();
    const workplace = (options: WorkplaceOptions) => aWorkplace(cli, editor, options);

    test('is told nothing while it is well', async ({ signal }) => {
      await using place = await workplace({ signal });
      const running = await place.start();
      const looks = [await place.look(), await place.look()];
      expect([await running.answer(), await running.answer()]).toEqual([has(own), has(ofModule)]);
      const last = await place.look();
      expect([...looks, last].flatMap(({ accused }) => accused)).toEqual([]);
      const gopls = await place.pid('pgrep -P $editor -x gopls');
      expect(withoutAges(last.tree)).toBe(`gopls (pid ${gopls}, N s, ${editor.name}, ${place.folder})`);
    });

    test('comes back from a silent proxy', async ({ signal }) => {
      await using place = await workplace({ signal, silent: /\.zip$/ });
      const stuck = await place.start();
      const { finding, others } = await place.found('stalled-proxy');
      const gopls = await place.pid('pgrep -P $editor -x gopls');
      expect(finding.pids).toEqual([await place.pid(`pgrep -P ${gopls} -x go`), gopls]);
      expect(whoWaits(finding)).toContain(`gopls (pid ${gopls}, N s, ${editor.name}, ${place.folder})`);
      expect([others, await stuck.hasAnswer()]).toEqual([[], false]);
      const fixed = await place.fix(finding.id);
      expect(fixed).toEqual({
        steps: ['signal done', 'environment told', 'restart told'],
        environment: { GOPROXY: 'off' },
        left: [],
      });
      await place.quit();
      const again = await place.start({ set: fixed.environment });
      expect(await again.answer()).toContain(own);
    });

    test('goes on when who holds the lock of a module is ended', async ({ signal }) => {
      await using place = await workplace({ signal });
      await place.write(lock, '');
      await place.sh(
        `mkfifo held; bash -c 'exec 5>${lock}; flock 5; echo >held; exec sleep 1000' >/dev/null & holder=$!; read <held`,
      );
      const running = await place.start();
      const { finding, others } = await place.found('lock-waiter');
      const gopls = await place.pid('pgrep -P $editor -x gopls');
      const go = await place.pid(`pgrep -P ${gopls} -x go`);
      expect(finding.pids).toEqual([await place.pid('echo $holder'), go, gopls]);
      expect(whoWaits(finding)).toContain(`gopls (pid ${gopls}, N s, ${editor.name}, ${place.folder}) waits for`);
      expect([others, await running.hasAnswer()]).toEqual([[], false]);
      expect(await place.fix(finding.id)).toEqual({ steps: ['signal done'], environment: {}, left: [] });
      expect([await running.answer(), await running.answer()]).toEqual([has(own), has(ofModule)]);
    });

    test('leaves nothing behind when it is killed, and the next one works', async ({ signal }) => {
      await using place = await workplace({ signal, silent: /\.zip$/ });
      await place.start();
      await place.asked();
      await place.kill(['editor']);
      place.mendProxy();
      const running = await place.start();
      const looks = [await place.look()];
      expect([await running.answer(), await running.answer()]).toEqual([has(own), has(ofModule)]);
      looks.push(await place.look());
      expect(looks.flatMap(({ accused }) => accused)).toEqual([]);
      const gopls = await place.pid('pgrep -P $editor -x gopls');
      expect(await place.sh('pgrep -x "go|gopls"')).toBe(`${gopls}`);
    });

    test('leaves a go list with a lock behind when it is killed with its gopls, and the next one goes on when that is ended', async ({
      signal,
    }) => {
      await using place = await workplace({ signal, silent: /\.zip$/ });
      await place.start();
      await place.asked();
      // gopls first: when its editor ends, it ends its go list.
      await place.kill(['gopls', 'editor']);
      const left = await place.pid('pgrep -x go');
      place.mendProxy();
      const running = await place.start();
      const { finding, others } = await place.found('orphan-holder');
      const gopls = await place.pid('pgrep -P $editor -x gopls');
      expect(finding.pids).toEqual([left, await place.pid(`pgrep -P ${gopls} -x go`), gopls]);
      expect(whoWaits(finding)).toContain(`gopls (pid ${gopls}, N s, ${editor.name}, ${place.folder}) waits for`);
      expect([others, await running.hasAnswer()]).toEqual([[], false]);
      expect(await place.fix(finding.id)).toEqual({ steps: ['signal done'], environment: {}, left: [] });
      expect([await running.answer(), await running.answer()]).toEqual([has(own), has(ofModule)]);
    });

    test('goes on when the daemon of its gopls is let go on', async ({ signal }) => {
      await using place = await workplace({ signal });
      const socket = `${place.path}/d.sock`;
      // The socket file appears a moment before gopls listens; the flag 00010000 means listening.
      const daemon = await place.pid(
        `(cd work && exec $gopls serve '-listen=unix;${socket}') >/dev/null 2>&1 & daemon=$!
        until grep -q ' 00010000 .*${socket}$' /proc/net/unix; do read -rt 0.05 <> <(:); done; kill -STOP $daemon; echo $daemon`,
      );
      const running = await place.start({ args: `-remote=unix;${socket}` });
      const { finding, others } = await place.found('daemon-stopped');
      const gopls = await place.pid('pgrep -P $editor -x gopls');
      expect(finding.pids).toEqual([daemon, gopls]);
      expect(whoWaits(finding)).toContain(`gopls (pid ${gopls}, N s, ${editor.name}, ${place.folder}) waits for`);
      expect([others, await running.hasAnswer()]).toEqual([[], false]);
      expect(await place.fix(finding.id)).toEqual({ steps: ['signal done'], environment: {}, left: [] });
      expect([await running.answer(), await running.answer()]).toEqual([has(own), has(ofModule)]);
    });

    test('goes on when its gopls, which was stopped, is let go on', async ({ signal }) => {
      await using place = await workplace({ signal, silent: /\.zip$/ });
      const running = await place.start();
      await place.asked();
      const gopls = await place.pid('gopls=$(pgrep -P $editor -x gopls); kill -STOP $gopls; echo $gopls');
      place.answerLate();
      const { finding, others } = await place.found('process-stopped');
      expect(finding.pids).toEqual([gopls]);
      expect(whoWaits(finding)).toContain(`gopls (pid ${gopls}, N s, ${editor.name}, ${place.folder}) is stopped`);
      expect([others, await running.hasAnswer()]).toEqual([[], false]);
      expect(await place.fix(finding.id)).toEqual({ steps: ['signal done'], environment: {}, left: [] });
      expect([await running.answer(), await running.answer()]).toEqual([has(own), has(ofModule)]);
    });

    test('comes back from a packages driver that never answers', async ({ signal }) => {
      await using place = await workplace({ signal });
      await place.write('driver', '#!/bin/sh\nexec sleep 1000\n');
      await place.sh('chmod +x driver');
      const stuck = await place.start({ env: { GOPACKAGESDRIVER: `${place.path}/driver` } });
      const { finding, others } = await place.found('packages-driver');
      const gopls = await place.pid('pgrep -P $editor -x gopls');
      expect(finding.pids).toEqual([gopls, await place.pid(`pgrep -P ${gopls} -x sleep`)]);
      expect(whoWaits(finding)).toContain(`gopls (pid ${gopls}, N s, ${editor.name}, ${place.folder}) waits for`);
      expect([others, await stuck.hasAnswer()]).toEqual([[], false]);
      const fixed = await place.fix(finding.id);
      expect(fixed).toEqual({
        steps: ['environment told', 'signal done', 'restart told'],
        environment: { GOPACKAGESDRIVER: 'off' },
        left: [],
      });
      await place.quit();
      const again = await place.start({
        env: { GOPACKAGESDRIVER: `${place.path}/driver` },
        set: fixed.environment,
      });
      expect([await again.answer(), await again.answer()]).toEqual([has(own), has(ofModule)]);
    });

    test('comes back from a download of Go that has stalled', async ({ signal }) => {
      await using place = await workplace({ signal, silent: /toolchain.*\.zip$/ });
      await place.write(
        'work/go.mod',
        'module example.com/m\n\ngo 1.21\n\ntoolchain go1.99.1\n\nrequire example.com/dep v1.0.0\n',
      );
      const stuck = await place.start({ env: { GOTOOLCHAIN: 'auto' } });
      const { finding, others } = await place.found('toolchain-download');
      const gopls = await place.pid('pgrep -P $editor -x gopls');
      expect(finding.pids).toEqual([await place.pid(`pgrep -P ${gopls} -x go`), gopls]);
      expect(whoWaits(finding)).toContain(`gopls (pid ${gopls}, N s, ${editor.name}, ${place.folder}) waits for`);
      expect([others, await stuck.hasAnswer()]).toEqual([[], false]);
      const fixed = await place.fix(finding.id);
      expect(fixed).toEqual({
        steps: ['signal done', 'environment told', 'restart told'],
        environment: { GOTOOLCHAIN: 'local' },
        left: [],
      });
      await place.quit();
      const again = await place.start({ env: { GOTOOLCHAIN: 'auto' }, set: fixed.environment });
      expect([await again.answer(), await again.answer()]).toEqual([has(own), has(ofModule)]);
    });
  });
}

const has = (text: string) => expect.stringContaining(text);

function whoWaits({ summary, consequences }: Finding): string {
  return withoutAges([summary, ...consequences].join('\n'));
}

function withoutAges(text: string): string {
  return text.replace(/, \d+ (s|min)\b/g, ', N s');
}
