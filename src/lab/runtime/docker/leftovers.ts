/** Kills and removes containers, including those of a killed run. */
import { hostname } from 'node:os';
import type Docker from 'dockerode';
import { EnvironmentError, errnoOf } from '../../../errors.ts';
import { isAlive } from '../../../process/is-alive.ts';
import { httpStatusOf, label } from './image.ts';

export async function remove(container: Docker.Container): Promise<void> {
  await unlessGone(container.remove({ force: true, v: true }));
}

export async function stop(container: Docker.Container): Promise<void> {
  await unlessGone(container.kill());
}

/** Ignores: already gone, not running, being removed elsewhere, or no engine; the next run sweeps. */
async function unlessGone(act: Promise<unknown>): Promise<void> {
  try {
    await act;
  } catch (error) {
    if ([404, 409].includes(httpStatusOf(error) ?? 0)) return;
    if (['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE'].includes(errnoOf(error) ?? '')) return;
    throw error;
  }
}

export async function removeLabelled(docker: Docker, labelFilters: readonly string[]): Promise<void> {
  let found: Docker.ContainerInfo[];
  try {
    found = await docker.listContainers({ all: true, filters: { label: [...labelFilters] } });
  } catch (error) {
    if (['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE'].includes(errnoOf(error) ?? '')) return;
    throw error;
  }
  await Promise.all(found.map(({ Id }) => remove(docker.getContainer(Id))));
}

/** Removes containers of dead unlatch processes of this machine. */
export async function sweepLeftovers(docker: Docker): Promise<void> {
  let found: Docker.ContainerInfo[];
  try {
    found = await docker.listContainers({ all: true, filters: { label: [`${label}=trial`] } });
  } catch (error) {
    throw new EnvironmentError('the Docker engine does not list its containers', { cause: error });
  }
  for (const { Id, Labels } of found) {
    const [host, pid] = (Labels[`${label}.owner`] ?? '').split('/');
    if (host !== hostname() || isAlive(Number(pid))) continue;
    await remove(docker.getContainer(Id));
  }
}
