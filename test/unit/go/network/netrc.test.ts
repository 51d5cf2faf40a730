import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { netrcEntryFor, parseNetrc } from '../../../../src/go/network/netrc.ts';
import { put, scratchDir } from '../tiny-go.ts';

describe('a .netrc is read as go reads it', () => {
  test('entries stand on one line or on several, the first of a machine counts, and default says nothing', () => {
    const text = `machine incomplete
password none

machine api.example login a password b
machine later.example
	login l
	password one two
machine api.example login second password second
default login d password d
`;
    expect(parseNetrc(text)).toEqual([
      { machine: 'api.example', login: 'a', password: 'b' },
      { machine: 'later.example', login: 'l', password: 'one' },
      { machine: 'api.example', login: 'second', password: 'second' },
    ]);
  });
  test('a macro is passed over to the next empty line', () => {
    const text = 'macdef init\nmachine evil.example login a password b\n\nmachine good.example login a password b\n';
    expect(parseNetrc(text).map(({ machine }) => machine)).toEqual(['good.example']);
  });
});

describe('the entry for a URL', () => {
  const entry = async (url: string, env: Record<string, string>) =>
    (await netrcEntryFor(new URL(url), env))?.login ?? null;

  test('is that of its host and port, or of the beginning of its path, over https alone', async () => {
    await using dir = await scratchDir();
    await put(
      join(dir.path, '.netrc'),
      ['a.example', 'a.example:8443', 'a.example/deep/down', 'A.example']
        .map((machine, i) => `machine ${machine} login l${i} password p\n`)
        .join(''),
    );
    const env = { HOME: dir.path };
    expect(await entry('https://a.example/x', env)).toBe('l0');
    expect(await entry('https://a.example:8443/x', env)).toBe('l1');
    expect(await entry('https://a.example:8444/x', env)).toBeNull();
    expect(await entry('https://a.example/deep/down/x', env)).toBe('l2');
    expect(await entry('https://a.example/deep/downhill', env)).toBe('l0');
    expect(await entry('https://b.a.example/', env)).toBeNull();
    expect(await entry('http://a.example/x', env)).toBeNull();
  });
  test('comes from NETRC where that names a file, and is kept out by a GOAUTH without netrc', async () => {
    await using dir = await scratchDir();
    await put(join(dir.path, 'elsewhere'), 'machine a.example login named password p\n');
    await put(join(dir.path, '.netrc'), 'machine a.example login home password p\n');
    const env = { HOME: dir.path, NETRC: join(dir.path, 'elsewhere') };
    expect(await entry('https://a.example/', env)).toBe('named');
    expect(await entry('https://a.example/', { HOME: dir.path })).toBe('home');
    expect(await entry('https://a.example/', { ...env, GOAUTH: 'off' })).toBeNull();
    expect(await entry('https://a.example/', { ...env, GOAUTH: 'git /x' })).toBeNull();
    expect(await entry('https://a.example/', { ...env, GOAUTH: 'git /x; netrc' })).toBe('named');
    expect(await entry('https://a.example/', { NETRC: join(dir.path, 'none') })).toBeNull();
    expect(await entry('https://a.example/', {})).toBeNull();
  });
});
