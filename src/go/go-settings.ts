import type { Env } from './context.ts';
import { findGoOnPath, type GoOnPath } from './go-on-path.ts';
import type { Platform } from './platform.ts';

/** Where modules come from and who vouches for them, as the user has it. */
export interface GoSettings {
  /** null: nothing names one. */
  readonly goproxy: string | null;
  /** null: nothing names one, and the default of whichever go is run applies. */
  readonly gosumdb: string | null;
  /** The go on PATH, when there is one that answers. */
  readonly go: GoOnPath | null;
}

/** GOPROXY and GOSUMDB from the environment, else from the go on PATH. */
export async function readGoSettings(env: Env, platform: Platform, signal?: AbortSignal): Promise<GoSettings> {
  const go = await findGoOnPath(env, platform, signal);
  return { goproxy: env.GOPROXY || go?.goproxy || null, gosumdb: env.GOSUMDB || go?.gosumdb || null, go };
}
