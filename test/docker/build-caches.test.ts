/** What docs/ci/README.md says of Go's caches in BuildKit: cache mounts, and docs/ci/Dockerfile. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labImage, toolchainImage } from '../../src/lab/runtime/docker/image.ts';
import { aCli, type Cli } from '../e2e/cli/a-cli.ts';
import { broughtOrNull } from '../e2e/tools/a-go-tool.ts';
import { type AModule, aModule, publish } from '../integration/cache/a-module.ts';
import { type AnS3Server, anS3Server } from '../integration/cache/store/an-s3-server.ts';
import { aRealGo } from '../integration/lab/a-real-go.ts';
import { type ABuilder, aBuilder, atTheGate, type Context, missingBuilder } from './a-builder.ts';
import { anEngine, missingEngine } from './an-engine.ts';

const missing = missingEngine ?? missingBuilder();
const server: AnS3Server | null = missing === null ? await broughtOrNull(() => anS3Server()) : null;

describe.skipIf(missing !== null)(`in BuildKit (needs: ${missing ?? 'nothing more'})`, () => {
  let builder: ABuilder;
  let image: string;
  let lab: string;
  let cli: Cli;
  beforeAll(async () => {
    const { signal } = new AbortController();
    const { docker } = anEngine();
    lab = await labImage(docker, () => undefined, signal);
    image = await toolchainImage(docker, lab, await aRealGo(), () => undefined, signal);
    builder = await aBuilder();
    await builder.take(docker, image);
    cli = await aCli();
  }, 600_000);
  afterAll(async () => {
    await builder?.[Symbol.asyncDispose]();
    await cli?.[Symbol.asyncDispose]();
    await server?.[Symbol.asyncDispose]();
  });

  /** A build with one step that has a cache, after one that shows that it has come so far. */
  const start = async (who: string, mount: string, line: string) =>
    await builder.start(
      {
        Dockerfile: `
FROM ${image}
USER 0
SHELL ["/bin/bash", "-ec"]
ARG PORT
RUN echo ${who}
RUN --mount=type=cache,target=/cache,${mount} ${line}
`,
      },
      { tag: who.toLowerCase() },
    );
  /** Leaves a mark as long as it is in, and says what marks it sees. */
  const visit = (who: string) =>
    `seen=$(ls /cache | tr '\\n' ' '); touch /cache/${who}; ${atTheGate(`${who} sees $seen`)}; mv /cache/${who} /cache/${who}.was`;

  it('sharing=shared: builds are in the cache at the same time, and flock excludes between them', async () => {
    const mount = 'id=shared,sharing=shared';
    const first = await start('first', mount, `exec 9>/cache/lock; flock 9; ${visit('first')}`);
    expect(await builder.gate.arrival('first')).toBe('first sees lock');
    const second = await start('second', mount, `flock -n /cache/lock true && touch /cache/got; ${visit('second')}`);
    expect(await builder.gate.arrival('second').catch(String)).toBe('second sees first lock');
    builder.gate.letGo('second');
    builder.gate.letGo('first');
    await Promise.all([first.ended, second.ended]);
  });

  it('sharing=locked: a build waits until no other is in the cache, and then has what it left', async () => {
    const mount = 'id=locked,sharing=locked';
    const first = await start('lockedfirst', mount, visit('lockedfirst'));
    await builder.gate.arrival('lockedfirst');
    const second = await start('lockedsecond', mount, visit('lockedsecond'));
    await second.says('RUN --mount=type=cache,target=/cache,id=locked');
    // One that begins its step later, in another cache, comes before it.
    const third = await start('lockedthird', 'id=of-the-third,sharing=locked', visit('lockedthird'));
    await builder.gate.arrival('lockedthird');
    builder.gate.letGo('lockedthird');
    await third.ended;
    builder.gate.letGo('lockedfirst');
    expect(await builder.gate.arrival('lockedsecond')).toBe('lockedsecond sees lockedfirst.was');
    builder.gate.letGo('lockedsecond');
    await Promise.all([first.ended, second.ended]);
  });

  it('sharing=private: a build beside another has an empty cache, and of two one is lost to the next', async () => {
    const mount = 'id=private,sharing=private';
    const first = await start('privatefirst', mount, visit('privatefirst'));
    expect(await builder.gate.arrival('privatefirst')).toBe('privatefirst sees');
    const second = await start('privatesecond', mount, visit('privatesecond'));
    expect(await builder.gate.arrival('privatesecond')).toBe('privatesecond sees');
    for (const who of ['privatefirst', 'privatesecond']) builder.gate.letGo(who);
    await Promise.all([first.ended, second.ended]);
    const third = await start('privatethird', mount, visit('privatethird'));
    expect(await builder.gate.arrival('privatethird')).toMatch(/^privatethird sees (privatefirst|privatesecond)\.was$/);
    builder.gate.letGo('privatethird');
    await third.ended;
  });

  it('a cache belongs to root, and a step of another user cannot write it without uid and gid', async () => {
    const withUser = (mount: string) =>
      builder.build({
        Dockerfile: `FROM ${image}\nUSER 1000\nRUN --mount=type=cache,target=/cache,${mount} touch /cache/x\n`,
      });
    await expect(withUser('id=owner')).rejects.toThrow(/Permission denied/);
    await withUser('id=owned,uid=1000,gid=1000');
  });

  /** What a build sees of a cache. */
  const look = async (id: string): Promise<string> => {
    const who = `look${Math.random().toString(16).slice(2)}`;
    const build = await start(who, `id=${id}`, atTheGate(`${who} sees $(ls /cache | tr '\\n' ' ')`));
    const words = await builder.gate.arrival(who);
    builder.gate.letGo(who);
    await build.ended;
    return words.slice(`${who} sees`.length).trim();
  };

  it('a cache outlives a killed engine, with what a killed build had half written, and goes with `docker builder prune`', async () => {
    const build = await start('doomed', 'id=kept', `touch /cache/half; ${visit('doomed')}`);
    await builder.gate.arrival('doomed');
    await builder.killEngine();
    await expect(build.ended).rejects.toThrow();
    await builder.startEngine();
    expect(await look('kept')).toBe('doomed half');
    // Its step has outlived the engine, and still writes.
    builder.gate.letGo('doomed');
    while ((await look('kept')) !== 'doomed.was half');
    builder.prune();
    expect(await look('kept'), 'without --all').toBe('');
  });

  describe('with a real go', () => {
    let module: AModule;
    let files: Context;
    beforeAll(async () => {
      module = await aModule({
        'go.mod': 'module example.com/m\n\ngo 1.24\n\nrequire example.com/dep v1.0.0\n',
        'm.go': 'package m\n\nimport dep "example.com/dep"\n\nconst X = dep.Y\n',
      });
      await publish(module, 'example.com/dep', 'v1.0.0', { 'dep.go': 'package dep\n\nconst Y = 1\n' });
      await module.go('mod tidy');
      files = Object.fromEntries(
        ['go.mod', 'go.sum', 'm.go'].map((name) => [name, { copyOf: join(module.workspace, name) }]),
      );
    });
    afterAll(() => module?.[Symbol.asyncDispose]());
    const settings = `
ENV PATH=/opt/go/bin:/usr/bin:/bin HOME=/root GOTOOLCHAIN=local GOSUMDB=off GOFLAGS=-mod=mod GOPROXY=file:///proxy
`;

    it('builds at once that share both caches of go do not disturb each other, and the next needs no proxy', async () => {
      const mounts = '--mount=type=cache,target=/root/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build';
      const go = async (index: number, proxy: string) =>
        await builder.build({
          ...files,
          proxy: { copyOf: join(module.folder, 'proxy') },
          Dockerfile: `
FROM ${image}
USER 0
${settings}
WORKDIR /src
COPY proxy /proxy
COPY go.mod go.sum m.go ./
ENV GOPROXY=${proxy}
RUN ${mounts} echo ${index} && go build -x ./...
`,
        });
      await Promise.all([0, 1, 2, 3].map((index) => go(index, 'file:///proxy')));
      const warm = await go(4, 'off');
      expect(warm, 'the build cache has it').not.toMatch(/\/compile /);
      builder.prune();
      await expect(go(5, 'off'), 'pruned').rejects.toThrow(/module lookup disabled by GOPROXY=off/);
    });

    it.skipIf(server === null)(
      'docs/ci/Dockerfile has its caches also on a new builder, and its credentials in no layer',
      async () => {
        if (server === null) return;
        const text = await readFile(new URL('../../docs/ci/Dockerfile', import.meta.url), 'utf8');
        // A main package needs a linked runtime: minutes of work in a cold cache.
        const onlyLibrary = text.replace('go build -o /out/ ./...', 'mkdir /out && go build ./...');
        expect(onlyLibrary).not.toBe(text);
        const secret = join(module.folder, 'aws');
        const { access, secret: word } = server.root;
        await writeFile(secret, `[default]\naws_access_key_id = ${access}\naws_secret_access_key = ${word}\n`);
        await builder.build(
          {
            node: { copyOf: process.execPath },
            dist: { copyOf: cli.root },
            proxy: { copyOf: join(module.folder, 'proxy') },
            Dockerfile: `
FROM ${image}
USER 0
${settings}
COPY node /usr/local/bin/node
COPY dist /opt/unlatch
COPY proxy /proxy
RUN printf '#!/bin/sh\\nexec /usr/local/bin/node /opt/unlatch/dist/cli.cjs "$@"\\n' >/usr/bin/unlatch && chmod +x /usr/bin/unlatch
`,
          },
          { tag: 'golang:1.26' },
        );
        const store = `s3://${server.bucket}/image?endpoint=${server.endpoint}`;
        const job = async (proxy: string) =>
          await builder.build(
            {
              'go.mod': files['go.mod'] ?? '',
              'go.sum': files['go.sum'] ?? '',
              'm.go': files['m.go'] ?? '',
              Dockerfile: onlyLibrary.replace('COPY . .', `COPY . .\nENV GOPROXY=${proxy}`),
            },
            { args: { UNLATCH_CACHE_STORE: store }, secrets: { aws: secret }, tag: 'app' },
          );
        const cold = await job('file:///proxy');
        expect(cold).toMatch(/modules: miss/);
        expect(cold).toMatch(/modules: saved/);
        builder.prune('--all');
        const warm = await job('off');
        expect(warm).toMatch(/modules: exact/);
        expect(warm).toMatch(/build: (exact|prefix)/);
        const stage = await builder.build(
          { ...files, Dockerfile: onlyLibrary },
          { args: { UNLATCH_CACHE_STORE: store }, secrets: { aws: secret }, target: 'build', tag: 'stage' },
        );
        expect(stage).not.toContain(word);
        for (const tag of ['app', 'stage']) {
          let has = false;
          for await (const chunk of await builder.docker.getImage(tag).get()) has ||= String(chunk).includes(word);
          expect(has, tag).toBe(false);
        }
      },
    );
  });
});
