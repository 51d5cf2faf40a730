/** Ways in which go and gopls get stuck, each with the real programs. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { alsoClosing, aServer, moduleFiles, toolchainFiles } from './a-silent-server.ts';
import type { Kind } from './stuck.ts';
import { download, goCommand, heldLock, needModules, orphan, unansweredSyn } from './stuck-go.ts';
import { goplsAnd, stoppedDaemon } from './stuck-gopls.ts';

export const kinds: readonly Kind[] = [
  { name: 'a silent proxy', id: 'stalled-proxy', begin: (place) => download(place, {}, /./) },
  {
    name: 'a proxy that is silent from the second module on',
    id: 'stalled-proxy',
    begin: (place) => download(place, {}, /two/),
  },
  {
    name: 'a proxy that breaks off in the middle of a zip',
    id: 'stalled-proxy',
    begin: (place) => download(place, {}, /\.zip/, 9),
  },
  { name: 'a proxy that takes no connection', id: 'stalled-proxy', begin: unansweredSyn },
  {
    name: 'a silent checksum database',
    id: 'stalled-sumdb',
    begin: async (place) => {
      const database = await aServer(/./);
      const env = { GOSUMDB: `sum.golang.org http://127.0.0.1:${database.port}`, GOFLAGS: '-mod=mod' };
      return alsoClosing(await download(place, env, /^$/), database);
    },
  },
  {
    name: 'a silent HTTP proxy',
    id: 'stalled-http-proxy',
    begin: async (place) => {
      await needModules(place);
      const proxy = await aServer(/./);
      const env = { HTTP_PROXY: `http://127.0.0.1:${proxy.port}`, GOPROXY: 'http://modules.example' };
      return alsoClosing(goCommand(place, env, 'go mod download', 'go'), proxy);
    },
  },
  {
    name: 'a toolchain that does not come',
    id: 'toolchain-download',
    begin: async (place) => {
      const proxy = await aServer(/toolchain.*\.zip/, null, toolchainFiles);
      const env = { GOTOOLCHAIN: 'go1.99.1', GOPROXY: `http://127.0.0.1:${proxy.port}` };
      return alsoClosing(goCommand(place, env, 'go version', 'go'), proxy);
    },
  },
  {
    name: 'a git server that is silent',
    id: 'stalled-git',
    begin: async (place) => {
      const server = await aServer(/./);
      const env = { GOPROXY: 'direct', GIT_ALLOW_PROTOCOL: 'git', GOINSECURE: '*', GOVCS: '*:all' };
      const url = `127.0.0.1:${server.port}/x.git`;
      await writeFile(
        join(place.root, 'gitconfig'),
        `[url "git://127.0.0.1:${server.port}/"]\n\tinsteadOf = https://example.com/\n`,
      );
      const own = { ...env, GIT_CONFIG_GLOBAL: join(place.root, 'gitconfig'), UNUSED: url };
      return alsoClosing(goCommand(place, own, 'go mod download -x example.com/x.git@v1.0.0', 'go'), server);
    },
  },
  { name: 'a stopped gopls', id: 'process-stopped', begin: (place) => goplsAnd(place, {}, 'gopls', 'STOP', 'loaded') },
  {
    name: 'a stopped go list of gopls',
    id: 'process-stopped',
    begin: async (place) => {
      const proxy = await aServer(/\.zip/, null, moduleFiles);
      return alsoClosing(
        await goplsAnd(place, { GOPROXY: `http://127.0.0.1:${proxy.port}` }, 'go', 'STOP', 'go list'),
        proxy,
      );
    },
  },
  { name: 'a stopped daemon', id: 'daemon-stopped', begin: stoppedDaemon },
  {
    name: 'gopls behind a silent proxy',
    id: 'stalled-proxy',
    begin: async (place) => {
      const proxy = await aServer(/\.zip/, null, moduleFiles);
      return alsoClosing(
        await goplsAnd(place, { GOPROXY: `http://127.0.0.1:${proxy.port}` }, 'go', null, 'go list'),
        proxy,
      );
    },
  },
  { name: 'an orphan with a lock', id: 'orphan-holder', begin: orphan },
  { name: 'a lock that a sleeping process holds', id: 'lock-waiter', begin: heldLock },
  {
    name: 'a GOCACHEPROG that hangs',
    id: 'cacheprog-hang',
    begin: async (place) => {
      await writeFile(join(place.root, 'work/main.go'), 'package main\n\nfunc main() {}\n');
      return goCommand(place, { GOCACHEPROG: 'sleep 1000' }, 'go build -o /dev/null .', 'go');
    },
  },
  {
    name: 'a packages driver that hangs',
    id: 'packages-driver',
    begin: async (place) => {
      const driver = join(place.root, 'driver');
      await writeFile(driver, '#!/bin/sh\nexec sleep 1000\n', { mode: 0o755 });
      return await goplsAnd(place, { GOPACKAGESDRIVER: driver }, 'gopls', null, 'go list');
    },
  },
];
