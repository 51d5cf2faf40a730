import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Authority, anAuthority, anHttpProxy, serveSecurely } from '../../integration/go/an-authority.ts';
import { goArchive } from '../../integration/go/go-archive.ts';
import { scratchDir, serve } from '../../unit/go/tiny-go.ts';
import { aStepPlace, type StepPlace } from './a-step.ts';

const canSign = (() => {
  try {
    execFileSync('openssl', ['version']);
    return true;
  } catch {
    return false;
  }
})();
const slowMs = 120_000;

/** A go that knows its own path, and reports settings from the environment. */
const go = `#!/bin/sh
case "$2" in
  -json) printf '{"GOROOT":"%s","GOPATH":"%s","GOCACHE":"","GOVERSION":""}\\n' "$(dirname "$(dirname "$0")")" "$GOPATH" ;;
  *) printf '%s\\n\\n\\n' "$GOPATH" ;;
esac
`;
const version = '1.99.1';
const name = (one = version, platform = 'linux-amd64') => `go${one}.${platform}.tar.gz`;
const archive = await goArchive(version, go);
const sha256 = createHash('sha256').update(archive).digest('hex');
/** Inputs with a fixed architecture, so that the machine's own does not matter. */
const quiet = { cache: 'false', architecture: 'x64' };

let place: StepPlace;
beforeAll(async () => {
  place = await aStepPlace();
});
afterAll(() => place?.[Symbol.asyncDispose]());

const index = (platform: string, one = version) => {
  const [os = '', arch = ''] = platform.split('-');
  const file = { filename: name(one, platform), os, arch, kind: 'archive', sha256, size: archive.length };
  return JSON.stringify([{ version: `go${one}`, stable: true, files: [file] }]);
};

describe.skipIf(!canSign)('behind a proxy that looks into TLS (needs: openssl)', () => {
  let dir: Awaited<ReturnType<typeof scratchDir>>;
  let authority: Authority;
  beforeAll(async () => {
    dir = await scratchDir();
    authority = await anAuthority(dir.path);
  });
  afterAll(() => dir?.[Symbol.asyncDispose]());

  /** A stand-in for go.dev, and the proxy through which alone it is reachable. */
  async function aNetwork(platform = 'linux-amd64') {
    const goDev = await serveSecurely(await authority.certificate(['go.dev', 'mirror.example']), (path, response) => {
      if (path === '/dl/?mode=json&include=all') response.end(index(platform));
      else if (path.endsWith(`/${name(version, platform)}`)) response.end(archive);
      else response.writeHead(404).end();
    });
    const proxy = await anHttpProxy((host) => (host === 'go.dev' || host === 'mirror.example' ? goDev.port : null));
    return {
      goDev,
      proxy,
      env: { HTTPS_PROXY: proxy.url, SSL_CERT_FILE: authority.caFile },
      [Symbol.asyncDispose]: async () => {
        await proxy[Symbol.asyncDispose]();
        await goDev[Symbol.asyncDispose]();
      },
    };
  }

  test.each([{ GOPROXY: 'off' }, { GOPROXY: 'direct' }, { GOSUMDB: 'off', GOPROXY: 'https://proxy.example' }])(
    'with %j Go comes from go.dev, whose authority the system alone knows',
    async (job) => {
      await using network = await aNetwork();
      await using fresh = await aStepPlace();
      const step = await fresh.run({ ...quiet, 'go-version': '1.99' }, { ...network.env, ...job });
      expect(step.code, step.log).toBe(0);
      expect(step.outputs['go-version']).toBe(version);
      expect(step.log).toMatch(/^go\.dev: verified by the SHA-256 that go\.dev publishes$/m);
      expect(network.proxy.asked).toContain('CONNECT go.dev:443');
    },
    slowMs,
  );

  test(
    "a Go for arm is go.dev's for ARMv6",
    async () => {
      await using network = await aNetwork('linux-armv6l');
      const inputs = { ...quiet, architecture: 'arm', 'go-version': version };
      const step = await place.run(inputs, { ...network.env, GOPROXY: 'off' });
      expect(step.code, step.log).toBe(0);
      expect(network.goDev.asked.map(({ path }) => path)).toContain(`/dl/${name(version, 'linux-armv6l')}`);
    },
    slowMs,
  );

  test(
    'without the authority the message names what would help',
    async () => {
      await using network = await aNetwork();
      await using fresh = await aStepPlace();
      const env = { HTTPS_PROXY: network.proxy.url, GOPROXY: 'off', SSL_CERT_FILE: '/none', SSL_CERT_DIR: '/none' };
      const step = await fresh.run({ ...quiet, 'go-version': version }, env);
      expect(step.code).toBe(1);
      expect(step.log).toMatch(
        /^::error::cannot download go 1\.99\.1: no source has it%0A.*go\.dev .*NODE_EXTRA_CA_CERTS/m,
      );
    },
    slowMs,
  );

  test(
    "a mirror gets its secret, or what ~/.netrc has for it; GitHub's API gets neither",
    async () => {
      const base = { 'go-download-base-url': 'https://mirror.example/go', 'go-version': version };
      const asked: string[] = [];
      await using api = await serve((path, response) => {
        asked.push(path);
        response.end('{}');
      });
      for (const [more, authorization] of [
        [{ token: 's3cret' }, 'token s3cret'],
        [{ token: 'ghs_1', 'github-token': 'ghs_1' }, `Basic ${Buffer.from('me:pw').toString('base64')}`],
      ] as const) {
        await using network = await aNetwork();
        await using fresh = await aStepPlace();
        await writeFile(join(fresh.path, 'home/.netrc'), 'machine mirror.example login me password pw\n');
        const env = { ...network.env, GOPROXY: 'off', GITHUB_API_URL: api.url, GITHUB_REPOSITORY: 'o/r' };
        const step = await fresh.run({ ...quiet, ...base, ...more }, env);
        expect(step.code, step.log).toBe(0);
        expect(new Set(network.goDev.asked.map((one) => one.authorization))).toEqual(new Set([authorization]));
      }
      expect(asked).toEqual([]);
    },
    slowMs,
  );
});

describe('a mirror without an index', () => {
  const mirror = (more: Readonly<Record<string, string>> = {}) =>
    serve((path, response) => {
      const file = path.slice(path.lastIndexOf('/') + 1);
      if (file === name()) response.end(archive);
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
      await using server = await mirror({ [`${name()}.sha256`]: `${sha256}\n` });
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
      if (path.endsWith(`/${name()}.sha256`)) response.end(sha256);
      else if (path.endsWith(`/${name()}`)) response.end(archive);
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
        if (path.endsWith(`/${name('1.8.7')}`)) response.end(old);
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
