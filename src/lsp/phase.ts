/**
 * The phases of an editor's way to its first answer from gopls, in order. A session that does not get there is stuck in
 * one of them, and which one tells where to look.
 */
export const phases = ['start', 'initialize', 'go env', 'go list', 'answer', 'exit'] as const;

/**
 * - start: the process runs and its pipe or socket is open;
 * - initialize: until `initialize` is answered; VS Code turns its status item for Go round, and says no more;
 * - go env: until gopls has made its view, for which it runs `go env` and `go version`; an editor shows
 *   "Setting up workspace: Loading packages…" already;
 * - go list: until the packages of the workspace are loaded, or a GOPACKAGESDRIVER answered; the same "Loading packages…", so
 *   that these two look alike to who waits;
 * - answer: until the first hover or symbol is answered;
 * - exit: from `shutdown` until the process is gone.
 */
export type Phase = (typeof phases)[number];
