import { describe, expect, test } from 'vitest';
import { callFails } from '../../../../src/lab/fault/call-fails.ts';
import { armOf, needsOf, sandboxFiles } from '../../../../src/lab/trial/sandbox-files.ts';
import { aQuietScenario } from '../../../lab/a-run.ts';

describe('a worker in a PID namespace of its own', () => {
  const fault = callFails({ call: 'rename' }, 'EBUSY');
  const arm = armOf(
    aQuietScenario({
      workers: [
        { name: 'there', ownPidNamespace: true, run: 'true', count: 2, fault },
        { name: 'here', run: 'true' },
      ],
    }),
    null,
  );
  const files = sandboxFiles(arm, 1000);
  const textOf = (name: string) => Buffer.from(files.get(name) ?? []).toString('utf8');

  test('needs PID namespaces, unlike a scenario without such a worker', () => {
    expect(needsOf(arm)).toContain('pidns');
    expect(needsOf(armOf(aQuietScenario(), null))).not.toContain('pidns');
  });

  test('has it in the files of each copy, beside its fault, and no other worker has', () => {
    expect([...files.keys()].filter((name) => name.endsWith('/own-pid-namespace'))).toEqual([
      'trial/worker/there.0/own-pid-namespace',
      'trial/worker/there.1/own-pid-namespace',
    ]);
    expect(textOf('trial/worker/there.0/own-pid-namespace')).toMatch(/^unshare --pid /);
    expect(textOf('trial/worker/there.0/wrap')).toBe(fault.wrap);
  });
});
