/**
 * Two caches of actions and outputs: an action names an output by its digest, and is of no use
 * without it. Each file is named "3f/3f…-a": the first byte of its id, its id, its kind.
 */

export interface PairFormat {
  /** The kind of an output. */
  readonly output: string;
  readonly isAction: (kind: string) => boolean;
  /** How long an action is, in bytes. */
  readonly actionBytes: number;
  /** Copies the id of the output, 32 bytes, from an action's content. false: the tool rejects that content. */
  readonly outputOf: (content: Buffer, into: Buffer) => boolean;
}

/**
 * "v1 <action id> <output id> <size, 20 wide> <Unix time in ns, 20 wide>\n"
 * (cmd/go/internal/cache/cache.go). golangci-lint has a fork of it.
 */
export const goFormat: PairFormat = {
  output: 'd',
  isAction: (kind) => kind === 'a',
  actionBytes: 175,
  outputOf: (content, into) =>
    content.toString('latin1', 0, 3) === 'v1 ' && into.write(content.toString('latin1', 68, 132), 'hex') === 32,
};

/** The digest itself (gopls/internal/filecache, Set). */
export const goplsFormat: PairFormat = {
  output: 'cas',
  isAction: (kind) => /^[a-z]+$/.test(kind),
  actionBytes: 32,
  outputOf: (content, into) => content.copy(into, 0, 0, 32) === 32,
};
