/** docker/Dockerfile's stage unlatch: the lab's tools with unlatch, as docs/running.md builds and starts it. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import tarFs from 'tar-fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { label, labImage } from '../../src/lab/runtime/docker/image.ts';
import { packageRoot } from '../../src/package-root.ts';
import { buildSea } from '../../tools/sea.ts';
import { aRealGo } from '../integration/lab/a-real-go.ts';
import { anEngine, missingEngine } from './an-engine.ts';

const missing =
  missingEngine ?? (spawnSync('strip', ['--version']).status === 0 ? null : 'strip, which the executable needs');
const tag = `unlatch-test-image:${process.pid}`;

describe.skipIf(missing !== null)(`the image with unlatch (needs: ${missing ?? 'nothing more'})`, () => {
  let context: string;
  beforeAll(async () => {
    const { docker } = anEngine();
    const lab = await labImage(docker, () => undefined, new AbortController().signal);
    context = await mkdtemp(join(tmpdir(), 'unlatch-image-'));
    await buildSea(join(context, `unlatch-linux-${process.arch}`));
    const recipe = await readFile(join(packageRoot(), 'docker/Dockerfile'), 'utf8');
    // The lab's stage is there already; to assemble its base again takes a minute.
    const own = recipe.slice(recipe.indexOf('FROM lab AS unlatch')).replace('FROM lab ', `FROM ${lab} `);
    const files = tarFs.pack(context, {
      finalize: false,
      finish: (pack) => {
        pack.entry({ name: 'Dockerfile' }, own);
        pack.finalize();
      },
    });
    const stream = await docker.buildImage(files.pipe(new PassThrough()), {
      t: tag,
      labels: { [label]: 'image' },
      forcerm: true,
    });
    await new Promise((resolve, reject) => {
      docker.modem.followProgress(stream, (error, events) => (error === null ? resolve(events) : reject(error)));
    });
  }, 600_000);
  afterAll(async () => {
    await anEngine()
      .docker.getImage(tag)
      .remove({ force: true })
      .catch(() => undefined);
    await rm(context, { recursive: true });
  });

  /** `docker run --rm`, without a network. */
  async function run(args: readonly string[], more: { binds?: string[]; env?: string[] } = {}) {
    const output = new PassThrough();
    let text = '';
    output.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    const [{ StatusCode }, container] = await anEngine().docker.run(tag, [...args], output, {
      Env: more.env ?? [],
      HostConfig: { NetworkMode: 'none', Binds: more.binds ?? [] },
      Labels: { [label]: 'image' },
    });
    await container.remove({ v: true });
    return { code: StatusCode, text };
  }

  it('says what unlatch can do, if it is asked for nothing', async () => {
    expect(await run(['version'])).toMatchObject({ code: 0, text: expect.stringContaining(packageJson.version) });
    expect(await run([])).toMatchObject({ code: 0, text: expect.stringContaining('doctor') });
  });

  it('runs scenarios in its own container, with the lab’s tools', async () => {
    const { go } = await aRealGo();
    const { code, text } = await run(['run', 'modcache-rename', '--go', 'local'], {
      binds: [`${go.goroot}:/opt/go:ro`],
      env: ['PATH=/opt/go/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin'],
    });
    expect({ code, text }).toMatchObject({ code: 0, text: expect.stringContaining('1 cell as expected') });
  });
});
