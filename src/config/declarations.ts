/** What the files of a workspace declare, independent of their format, each with its position. */
import type { Position, Positioned } from './position.ts';

/** Who uses a declaration: the editor and its container, a workflow, the linter, or go itself. */
export type Side = 'editor' | 'ci' | 'linter' | 'module';

/** A setting of gopls, under the name that gopls receives. */
export interface GoplsSetting {
  readonly place: Position;
  /** "ui.semanticTokens", as written. */
  readonly name: string;
  readonly value: unknown;
  /** The names in a setting that is a mapping ("analyses"), each with its position. */
  readonly names: readonly NamedValue[];
}

export interface NamedValue {
  readonly place: Position;
  readonly name: string;
  readonly value: unknown;
}

/** Flags that are passed together. */
export interface FlagList {
  /** The name of the setting: "go.languageServerFlags". */
  readonly setting: string;
  readonly side: Side;
  readonly flags: readonly Flag[];
}

export interface Flag {
  readonly place: Position;
  readonly text: string;
}

/**
 * Who expands variables in a value before go gets it. VS Code's extension expands "~" and
 * ${workspaceFolder}, a devcontainer ${containerWorkspaceFolder}, a workflow ${{ github.workspace
 * }}, a shell everything. 'nobody' expands gopls's build.env.
 */
export type Reader = 'vscode' | 'devcontainer' | 'workflow' | 'shell' | 'nobody';

/** An environment variable. */
export interface Variable {
  readonly place: Position;
  readonly side: Side;
  readonly reader: Reader;
  readonly name: string;
  readonly value: string;
}

/** A requested version. */
export interface VersionWish {
  readonly place: Position;
  readonly side: Side;
  readonly tool: 'go' | 'gopls';
  /** Who requests it: "actions/setup-go", "the feature go of the container", "go.mod". */
  readonly who: string;
  /** The version as its reader understands it: "1.2" for the number 1.20. */
  readonly version: string;
  /** As written: "1.20". */
  readonly written: string;
}

/** A program or a folder of Go that a setting names. */
export interface ToolPath {
  readonly place: Position;
  /** "go.goroot", "go.alternateTools.gopls". */
  readonly setting: string;
  readonly path: string;
}

export interface Declarations {
  /** One list per file: gopls receives them together. */
  readonly goplsSettings: readonly (readonly GoplsSetting[])[];
  readonly goplsFlags: readonly FlagList[];
  readonly goFlags: readonly FlagList[];
  readonly variables: readonly Variable[];
  readonly versions: readonly VersionWish[];
  readonly tools: readonly ToolPath[];
}

export const noDeclarations: Declarations = {
  goplsSettings: [],
  goplsFlags: [],
  goFlags: [],
  variables: [],
  versions: [],
  tools: [],
};

export function joined(parts: readonly Declarations[]): Declarations {
  return {
    goplsSettings: parts.flatMap((part) => part.goplsSettings),
    goplsFlags: parts.flatMap((part) => part.goplsFlags),
    goFlags: parts.flatMap((part) => part.goFlags),
    variables: parts.flatMap((part) => part.variables),
    versions: parts.flatMap((part) => part.versions),
    tools: parts.flatMap((part) => part.tools),
  };
}

/** The strings of a list, each with its position. Ignores items that are not strings. */
export function flagsIn(value: Positioned | undefined): readonly Flag[] {
  return (value?.items ?? []).flatMap((item) =>
    typeof item.value === 'string' ? [{ place: item.place, text: item.value }] : [],
  );
}
