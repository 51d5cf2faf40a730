/** The input of the rules: what the files declare, and what the real binaries answered. */

import type { FlagList, ToolPath, Variable } from './declarations.ts';
import type { GoplsApi } from './probe/gopls-api.ts';
import type { RefusedFlag } from './probe/judge-flags.ts';
import type { RefusedSetting } from './probe/judge-settings.ts';
import type { Workspace } from './read/read-workspace.ts';

export interface Facts extends Workspace {
  /** The workspace, absolute. */
  readonly folder: string;
  /** null: there is no gopls, or nothing to ask it. */
  readonly gopls: GoplsFacts | null;
  readonly go: GoProbes | null;
  /** Settings whose path does not exist. */
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
  /** Its message that the Go it would be used with is too old. */
  readonly goSupport: string | null;
}

export interface GoProbes {
  readonly path: string;
  /** "1.27.4"; null for a development build. */
  readonly version: string | null;
  readonly refusedFlags: readonly (RefusedFlag & { readonly list: FlagList })[];
  readonly refusedGoflags: readonly { readonly variable: Variable; readonly message: string }[];
}
