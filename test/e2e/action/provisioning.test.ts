/** dist/main.cjs sets up a Go from a mirror without an index, by what a workflow may write. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goArchive } from '../../integration/go/go-archive.ts';
import { serve } from '../../unit/go/tiny-go.ts';
import { archive, archiveName, go, quiet, sha256, version } from './a-go-release.ts';
import { aStepPlace, type StepPlace } from './a-step.ts';

const slowMs = 120_000;

let place: StepPlace;
beforeAll(async () => {
  place = await aStepPlace();
});
afterAll(() => place?.[Symbol.asyncDispose]());

describe('a mirror without an index', () => {
  const mirror = (more: Readonly<Record<string, string>> = {}) =>
    serve((path, response) => {
      const file = path.slice(path.lastIndexOf('/') + 1);
      if (file === archiveName()) response.end(archive);
      else if (more[file] !== undefined) response.end(more[file]);
      else response.writeHead(404).end();
    });

  test(
    'has the archive by its name; that it is unverified is in the log and in the summary, and rejected with verify: required',
    async () => {
      await using server = await mirror();
      const inputs = { ...quiet, 'go-version': version, 'go-download-base-url': `${server.url}/go/` };
      const step = await place.run(inputs, { GOPROXY: 'off', HTTPS_PROXY: 'http://127.0.0.1:1' });
      expect(step.code, step.log).toBe(0);
      expect(step.log).toMatch(
        /^::warning::127\.0\.0\.1:\d+ publishes no SHA-256 for go1\.99\.1\.linux-amd64\.tar\.gz, so whoever/m,
      );
      expect(step.summary).toMatch(/^> Go 1\.99\.1: \S+ publishes no SHA-256 for /m);
      expect(step.outputs['go-version']).toBe(version);

      const refused = await place.run(
        { ...inputs, verify: 'required' },
        { GOPROXY: 'off', HTTPS_PROXY: 'http://127.0.0.1:1' },
      );
      expect(refused.code).toBe(1);
      expect(refused.log).toMatch(
        /^::error::.*%0A {2}mirror .*publishes no SHA-256 for .*`verify: required` rejects it/m,
      );
    },
    slowMs,
  );

  test(
    'is no cause for a word where it has a .sha256 beside the archive',
    async () => {
      await using server = await mirror({ [`${archiveName()}.sha256`]: `${sha256}\n` });
      const inputs = { ...quiet, 'go-version': version, verify: 'required' };
      const step = await place.run(inputs, { GOPROXY: 'off', GO_DOWNLOAD_BASE_URL: `${server.url}/sub` });
      expect(step.code, step.log).toBe(0);
      expect(step.log).not.toContain('::warning::');
      expect(step.summary).toBe('');
    },
    slowMs,
  );
});

describe('what a workflow may write', () => {
  /** A place whose store already has the Go, and the mirror that served it. */
  const step = async (inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) => {
    await using server = await serve((path, response) => {
      if (path.endsWith(`/${archiveName()}.sha256`)) response.end(sha256);
      else if (path.endsWith(`/${archiveName()}`)) response.end(archive);
      else response.writeHead(404).end();
    });
    const own = { ...quiet, 'go-version': version, 'go-download-base-url': server.url, ...inputs };
    return await place.run(own, { GOPROXY: 'off', HTTPS_PROXY: 'http://127.0.0.1:1', ...env });
  };

  test(
    'an unknown input is a warning that names it, and so is a leaked variable of the job',
    async () => {
      const result = await step({ 'go-versoin': '1.22' }, { INPUT_CONFIG: 'x' });
      expect(result.code, result.log).toBe(0);
      expect(result.log).toMatch(/^::warning::ignored unknown input config /m);
      expect(result.log).toMatch(/^::warning::ignored unknown input go-versoin .*did you mean go-version\?$/m);
    },
    slowMs,
  );
  test(
    'of several entries of GOPATH the first counts',
    async () => {
      const gopath = join(place.path, 'a');
      const result = await step({}, { GOPATH: `${gopath}:${join(place.path, 'b')}` });
      expect(result.code, result.log).toBe(0);
      expect(result.paths.at(-1)).toBe(join(gopath, 'bin'));
    },
    slowMs,
  );
  test(
    '1.20 without quotes is told; tip is refused by name',
    async () => {
      const unquoted = await step({ 'go-version': '1.2' });
      expect(unquoted.code).toBe(1);
      expect(unquoted.log).toMatch(/^::warning::go-version is 1\.2\. .*go-version: '1\.20'/m);
      const tip = await step({ 'go-version': 'tip' });
      expect(tip.code).toBe(1);
      expect(tip.log).toMatch(/^::error::tip is Go's development branch.*gotip/m);
    },
    slowMs,
  );
  test(
    'a Go older than 1.9 is set up with GOROOT, which it needs',
    async () => {
      const old = await goArchive('1.8.7', go);
      await using server = await serve((path, response) => {
        if (path.endsWith(`/${archiveName('1.8.7')}`)) response.end(old);
        else response.writeHead(404).end();
      });
      const inputs = { 'go-version': '1.8.7', 'go-download-base-url': server.url };
      const result = await step(inputs, { GOPATH: join(place.path, 'old') });
      expect(result.code, result.log).toBe(0);
      expect(result.exported['GOROOT']).toMatch(/1\.8\.7-linux-amd64\/go$/);
      expect(result.paths.at(-1)).toBe(join(place.path, 'old/bin'));
    },
    slowMs,
  );
  test(
    'a pattern of cache-dependency-path that names nothing is told, and none that names something',
    async () => {
      await writeFile(join(place.workspace, 'go.sum'), '');
      const result = await step({ cache: 'true', 'cache-dependency-path': 'go.sum\nnone/go.sum\n' });
      expect(result.code, result.log).toBe(0);
      expect(result.log).toMatch(/^::warning::cache-dependency-path: none\/go\.sum matches no file of the workspace/m);
      expect(result.log).not.toMatch(/cache-dependency-path: go\.sum/);
    },
    slowMs,
  );
  test(
    'a toolchain line does not count in a job with GOTOOLCHAIN=local, and does where a step of ours has set it',
    async () => {
      await writeFile(join(place.workspace, 'go.mod'), `module m\n\ngo ${version}\n\ntoolchain go1.99.2\n`);
      const inputs = { 'go-version': '', 'go-version-file': 'go.mod' };
      const local = await step(inputs, { GOTOOLCHAIN: 'local' });
      expect(local.code, local.log).toBe(0);
      expect(local.outputs['go-version']).toBe(version);
      const again = await step(inputs, { ...local.exported });
      expect(again.log).toMatch(/go1\.99\.2|Go 1\.99\.2/);
    },
    slowMs,
  );
  test(
    'where nobody asks for a version, the Go on PATH stays',
    async () => {
      await writeFile(join(place.workspace, 'go.mod'), 'module m\n');
      const first = await step({});
      const [bin = ''] = first.paths;
      for (const file of ['', 'go.mod']) {
        const result = await step({ 'go-version': '', 'go-version-file': file }, { PATH: `${bin}:/usr/bin:/bin` });
        expect(result.code, result.log).toBe(0);
        expect(result.outputs['go-version']).toBe(version);
        expect(result.log.includes('::warning::')).toBe(file !== '');
      }
    },
    slowMs,
  );
});
