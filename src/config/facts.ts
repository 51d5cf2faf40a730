/** All that the rules judge: what the files say, and what the real binaries said to it. */

import type { FlagList, ToolPath, Variable } from './declarations.ts';
import type { GoplsApi } from './probe/gopls-api.ts';
import type { RefusedFlag } from './probe/judge-flags.ts';
import type { RefusedSetting } from './probe/judge-settings.ts';
import type { Workspace } from './read/read-workspace.ts';

export interface Facts extends Workspace {
  /** Of the workspace, absolute. */
  readonly folder: string;
  /** null: there was nothing to ask it, or there is none. */
  readonly gopls: GoplsFacts | null;
  readonly go: GoProbes | null;
  /** Paths of settings that are not there. */
  readonly missingTools: readonly ToolPath[];
}

export interface GoplsFacts extends GoplsApi {
  readonly path: string;
  readonly refusedSettings: readonly RefusedSetting[];
  readonly refusedFlags: readonly (RefusedFlag & {
    readonly list: FlagList;
    /** Whether go itself has this flag. */
    readonly isOfGo: boolean;
  })[];
  /** What it says of the Go that it would be used with: that it is too old. */
  readonly goSupport: string | null;
}

export interface GoProbes {
  readonly path: string;
  /** "1.27.4"; null for a development build. */
  readonly version: string | null;
  readonly refusedFlags: readonly (RefusedFlag & { readonly list: FlagList })[];
  readonly refusedGoflags: readonly { readonly variable: Variable; readonly message: string }[];
}
