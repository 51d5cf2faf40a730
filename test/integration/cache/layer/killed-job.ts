/**
 * A job in a process of its own, which is killed before the command with the given number: `node killed-job.ts FACTS NUMBER`, where FACTS is
 * a JSON file with what aModule made. Prints the commands that it started.
 */
import { ChildProcess, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { layersFolder } from '../../../../src/cache/layer/layer-state.ts';
import { clearLayers } from '../../../../src/cache/layer/mount/clear-layers.ts';
import type { CacheRequest } from '../../../../src/cache/request.ts';
import { restoreCaches } from '../../../../src/cache/restore.ts';
import { saveCaches } from '../../../../src/cache/save.ts';
import type { SavePolicy } from '../../../../src/cache/save-policy.ts';
import { folderStore } from '../a-folder-store.ts';

interface Facts {
  readonly request: Omit<CacheRequest, 'store'>;
  readonly storeFolder: string;
  readonly policy: SavePolicy;
}

const [, , file = '', number = ''] = process.argv;
const { request: rest, storeFolder, policy } = JSON.parse(readFileSync(file, 'utf8')) as Facts;

let left = Number(number);
const prototype = ChildProcess.prototype as unknown as { spawn: (options: { file: string }) => number };
const { spawn } = prototype;
prototype.spawn = function (options) {
  left--;
  if (left <= 0) process.kill(process.pid, 'SIGKILL');
  return spawn.call(this, options);
};

const request: CacheRequest = { ...rest, store: folderStore(storeFolder) };
const restored = await restoreCaches(request);
const env = Object.fromEntries(Object.entries(request.env).filter(([, value]) => value !== undefined));
execFileSync(request.go, ['build', './...'], { cwd: request.workspace, env, stdio: 'ignore' });
await saveCaches(request, restored, policy);
await clearLayers(layersFolder(request.stagingFolder));
