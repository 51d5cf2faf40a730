/** dist/main.cjs behind a proxy that looks into TLS, the only way to go.dev and to a mirror. */
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Authority, anAuthority, anHttpProxy, serveSecurely } from '../../integration/go/an-authority.ts';
import { scratchDir, serve } from '../../unit/go/tiny-go.ts';
import { archive, archiveName, quiet, sha256, version } from './a-go-release.ts';
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

let place: StepPlace;
beforeAll(async () => {
  place = await aStepPlace();
});
afterAll(() => place?.[Symbol.asyncDispose]());

const index = (platform: string, one = version) => {
  const [os = '', arch = ''] = platform.split('-');
  const file = { filename: archiveName(one, platform), os, arch, kind: 'archive', sha256, size: archive.length };
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
      else if (path.endsWith(`/${archiveName(version, platform)}`)) response.end(archive);
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
      expect(network.goDev.asked.map(({ path }) => path)).toContain(`/dl/${archiveName(version, 'linux-armv6l')}`);
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
