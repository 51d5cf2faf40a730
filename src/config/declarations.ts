/** What the files of a workspace say, whatever their format: each statement with its place. */
import type { Position, Positioned } from './position.ts';

/** Who goes by a statement: the editor and its container, a workflow, the linter, go itself. */
export type Side = 'editor' | 'ci' | 'linter' | 'module';

/** A setting of gopls, under the name that gopls gets it by. */
export interface GoplsSetting {
  readonly place: Position;
  /** "ui.semanticTokens", as written. */
  readonly name: string;
  readonly value: unknown;
  /** The names in a setting that is a mapping ("analyses"), each with its place. */
  readonly names: readonly NamedValue[];
}

export interface NamedValue {
  readonly place: Position;
  readonly name: string;
  readonly value: unknown;
}

/** Flags that one list hands over together. */
export interface FlagList {
  /** Of the setting: "go.languageServerFlags". */
  readonly setting: string;
  readonly side: Side;
  readonly flags: readonly Flag[];
}

export interface Flag {
  readonly place: Position;
  readonly text: string;
}

/**
 * Who puts in what a value names, before go gets it: VS Code's extension knows "~" and ${workspaceFolder}, a devcontainer
 * ${containerWorkspaceFolder}, a workflow ${{ github.workspace }}, a shell whatever there is. 'nobody' does for gopls's build.env.
 */
export type Reader = 'vscode' | 'devcontainer' | 'workflow' | 'shell' | 'nobody';

/** A variable of the environment. */
export interface Variable {
  readonly place: Position;
  readonly side: Side;
  readonly reader: Reader;
  readonly name: string;
  readonly value: string;
}

/** A version that is asked for. */
export interface VersionWish {
  readonly place: Position;
  readonly side: Side;
  readonly tool: 'go' | 'gopls';
  /** Who asks: "actions/setup-go", "the feature go of the container", "go.mod". */
  readonly who: string;
  /** What is asked for, as who reads it understands it: of the number 1.20 that is "1.2". */
  readonly version: string;
  /** As it is written: "1.20". */
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
  /** One list for each file: gopls gets them together. */
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

/** The strings of a list, each with its place; what is no string is somebody else's business. */
export function flagsIn(value: Positioned | undefined): readonly Flag[] {
  return (value?.items ?? []).flatMap((item) =>
    typeof item.value === 'string' ? [{ place: item.place, text: item.value }] : [],
  );
}
