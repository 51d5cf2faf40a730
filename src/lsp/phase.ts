/**
 * The phases up to an editor's first answer from gopls, in order. A session that does not get there is
 * stuck in one of them, which tells where to look.
 */
export const phases = ['start', 'initialize', 'go env', 'go list', 'answer', 'exit'] as const;

/**
 * - start: the process runs and its pipe or socket is open;
 * - initialize: until the answer to `initialize`; VS Code only spins its Go status item;
 * - go env: until gopls has created its view, for which it runs `go env` and `go version`; editors
 *   already show "Setting up workspace: Loading packages…";
 * - go list: until the packages of the workspace are loaded, or a GOPACKAGESDRIVER has answered; editors
 *   show the same "Loading packages…", so users cannot tell these two apart;
 * - answer: until the answer to the first hover or symbol;
 * - exit: from `shutdown` until the process is gone.
 */
export type Phase = (typeof phases)[number];
