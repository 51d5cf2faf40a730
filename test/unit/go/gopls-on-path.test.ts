import { describe, expect, test } from 'vitest';
import { readGoplsBuild } from '../../../src/go/gopls-on-path.ts';

const release = `/home/ada/go/bin/gopls: go1.25.3
\tpath\tgolang.org/x/tools/gopls
\tmod\tgolang.org/x/tools/gopls\tv0.21.1\th1:1/o9z5Brdero4jFm9Jr46Uwj8GU9lQdoSXHMlwRHb/w=
\tdep\tgithub.com/BurntSushi/toml\tv1.5.0\th1:W5quZX/G/csjUnuI8SUYlsHs9M38FC7znL0lIO+DvMg=
\tdep\tgolang.org/x/mod\tv0.31.0\th1:HaW9xtz0+kOcWKwli0ZXy79Ix+UW/vOfmWI5QVd2tgI=
\tbuild\t-buildmode=exe
\tbuild\tCGO_ENABLED=1
`;

describe('the build information of a gopls', () => {
  test('names the version and the Go that built it', () => {
    expect(readGoplsBuild(release)).toEqual({ version: '0.21.1', builtWith: '1.25.3' });
    expect(readGoplsBuild(release.replace('go1.25.3', 'go1.27rc1').replace('v0.21.1', 'v0.22.0-pre.1'))).toEqual({
      version: '0.22.0-pre.1',
      builtWith: '1.27rc1',
    });
  });

  test.each([
    ['a checkout', release.replace('v0.21.1\th1:1/o9z5Brdero4jFm9Jr46Uwj8GU9lQdoSXHMlwRHb/w=', '(devel)'), /\(devel\)/],
    ['a checkout of a tag, which has no hash', release.replace(/\tv0\.21\.1\th1\S+/, '\tv0.21.1'), /no release/],
    ['a fork', release.replace('mod\tgolang.org/x/tools/gopls', 'mod\texample.com/fork'), /example\.com\/fork/],
    [
      'another dependency',
      release
        .replace('MQ=\n\tdep', 'MQ=\n\t=>\t../mod\t(devel)\n\tdep')
        .replace('DvMg=\n', 'DvMg=\n\t=>\t../toml\t(devel)\n'),
      /another github\.com\/BurntSushi\/toml/,
    ],
    ['a program without modules', '/usr/bin/gopls: go1.25.3\n\tpath\tcommand-line-arguments\n', /no build information/],
    ['no output', '', /no build information/],
  ])('of %s is refused with the reason', (_, text, why) => {
    expect(readGoplsBuild(text)).toEqual({ refused: expect.stringMatching(why) });
  });
});
