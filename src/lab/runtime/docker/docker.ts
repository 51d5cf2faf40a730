/** Trials in containers: one fresh container each, with files in and results out as a tar. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { EnvironmentError, errnoOf } from '../../../errors.ts';
import type { Capability } from '../../fault/fault.ts';
import type { Runtime, Toolchain } from '../runtime.ts';
import { missingInImage } from './capabilities.ts';
import { openContainer } from './container.ts';
import type { Engine } from './engine.ts';
import { httpStatusOf, label, labImage, toolchainImage } from './image.ts';
import { removeLabelled, sweepLeftovers } from './leftovers.ts';

export interface DockerOptions {
  readonly engine: Engine;
  readonly keep: boolean;
  readonly tell: (what: string) => void;
  /** Replaces the lab image of docker/. */
  readonly image?: string;
}

/** @throws EnvironmentError if the engine is gone. */
export async function dockerRuntime(options: DockerOptions): Promise<Runtime> {
  const { docker } = options.engine;
  const run = randomUUID();
  // 'kept' protects containers kept on purpose from the sweep of a later run.
  const labels = {
    [label]: options.keep ? 'kept' : 'trial',
    [`${label}.run`]: run,
    [`${label}.owner`]: `${hostname()}/${process.pid}`,
  };
  await sweepLeftovers(docker);
  let lab: Promise<string> | undefined;
  const images = new Map<string, Promise<string>>();
  const answers = new Map<Capability, Promise<string | null>>();
  const labTag = (tell: (what: string) => void, signal: AbortSignal) => {
    lab ??= options.image === undefined ? labImage(docker, tell, signal) : Promise.resolve(options.image);
    return lab;
  };
  const imageOf = async (toolchain: Toolchain, tell: (what: string) => void, signal: AbortSignal) => {
    const key = keyOf(toolchain);
    const image = images.get(key) ?? toolchainImage(docker, await labTag(tell, signal), toolchain, tell, signal);
    images.set(key, image);
    return await image;
  };
  return {
    name: 'docker',
    description: `engine ${options.engine.version}`,
    engine: options.engine.version,
    missing: async (capability) => {
      const answer =
        answers.get(capability) ??
        missingInImage(docker, await labTag(options.tell, new AbortController().signal), labels, capability);
      answers.set(capability, answer);
      return await answer;
    },
    ready: async (tell, signal) => {
      await labTag(tell, signal);
    },
    prepare: async (toolchain, tell, signal) => {
      try {
        await imageOf(toolchain, tell, signal);
      } catch (error) {
        if (httpStatusOf(error) === undefined && errnoOf(error) === undefined) throw error;
        throw new EnvironmentError('the Docker engine could not build the image', { cause: error });
      }
    },
    open: async (needs) => {
      const image = await images.get(keyOf(needs.toolchain));
      if (image === undefined) throw new EnvironmentError(`no image was prepared for ${keyOf(needs.toolchain)}`);
      return openContainer(docker, image, labels, needs, options);
    },
    [Symbol.asyncDispose]: async () => {
      if (!options.keep) await removeLabelled(docker, [`${label}.run=${run}`]);
    },
  };
}

function keyOf({ go, gopls }: Toolchain): string {
  return gopls === null ? `Go ${go.version}` : `Go ${go.version} with gopls ${gopls.version}`;
}
