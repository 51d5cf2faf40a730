import type { Env } from './context.ts';
import { findGoOnPath, type GoOnPath } from './go-on-path.ts';
import type { Platform } from './platform.ts';

/** The user's GOPROXY and GOSUMDB. */
export interface GoSettings {
  /** null: not set. */
  readonly goproxy: string | null;
  /** null: not set; the default of the go that runs applies. */
  readonly gosumdb: string | null;
  /** The go on PATH, if it works. */
  readonly go: GoOnPath | null;
}

/** GOPROXY and GOSUMDB from the environment, else from the go on PATH. */
export async function readGoSettings(env: Env, platform: Platform, signal?: AbortSignal): Promise<GoSettings> {
  const go = await findGoOnPath(env, platform, signal);
  return { goproxy: env.GOPROXY || go?.goproxy || null, gosumdb: env.GOSUMDB || go?.gosumdb || null, go };
}
