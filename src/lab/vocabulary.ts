/** All the words of a scenario file, and nothing else: `import { … } from 'unlatch'` in a file of one's own means these. */
export * from './check.ts';
export { callDelayed } from './fault/call-delayed.ts';
export { callFails } from './fault/call-fails.ts';
export { killedAtCall } from './fault/killed-at-call.ts';
export { lockHeld } from './fault/lock-held.ts';
export { requestFails } from './fault/request-fails.ts';
export { defineScenario } from './scenario.ts';
