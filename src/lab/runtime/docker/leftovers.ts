/** Ends containers and removes them, those too that a killed run left. */
import { hostname } from 'node:os';
import type Docker from 'dockerode';
import { EnvironmentError, errnoOf } from '../../../errors.ts';
import { isAlive } from '../../../process/is-alive.ts';
import { label, statusOf } from './image.ts';

export async function remove(container: Docker.Container): Promise<void> {
  await unlessGone(container.remove({ force: true, v: true }));
}

export async function stop(container: Docker.Container): Promise<void> {
  await unlessGone(container.kill());
}

/** Gone already, not running, being removed by somebody else, or the engine itself is gone: the next run sweeps. */
async function unlessGone(act: Promise<unknown>): Promise<void> {
  try {
    await act;
  } catch (error) {
    if ([404, 409].includes(statusOf(error) ?? 0)) return;
    if (['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE'].includes(errnoOf(error) ?? '')) return;
    throw error;
  }
}

export async function removeAll(docker: Docker, labelFilters: readonly string[]): Promise<void> {
  let found: Docker.ContainerInfo[];
  try {
    found = await docker.listContainers({ all: true, filters: { label: [...labelFilters] } });
  } catch (error) {
    if (['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE'].includes(errnoOf(error) ?? '')) return;
    throw error;
  }
  await Promise.all(found.map(({ Id }) => remove(docker.getContainer(Id))));
}

/** Containers of an unlatch on this machine that is no longer alive. */
export async function sweepLeftovers(docker: Docker): Promise<void> {
  let found: Docker.ContainerInfo[];
  try {
    found = await docker.listContainers({ all: true, filters: { label: [`${label}=trial`] } });
  } catch (error) {
    throw new EnvironmentError('the engine does not list its containers', { cause: error });
  }
  for (const { Id, Labels } of found) {
    const [host, pid] = (Labels[`${label}.owner`] ?? '').split('/');
    if (host !== hostname() || isAlive(Number(pid))) continue;
    await remove(docker.getContainer(Id));
  }
}
