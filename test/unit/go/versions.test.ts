import { describe, expect, test } from 'vitest';
import { builtInMatrix, parseMatrix } from '../../../src/go/matrix.ts';
import { goLineOf } from '../../../src/go/provision/provision-gopls.ts';
import {
  compareGo,
  nearVersions,
  parseGoRequest,
  resolveAmong,
  resolveGoVersion,
  toolchainVersions,
} from '../../../src/go/versions.ts';
import { linux, matrixWith, nowhere } from './tiny-go.ts';

const known = ['1.22.12', '1.22.2', '1.22.9', '1.27rc1', '1.26.0', '1.26.10', '1.26rc1', '1.20', '1.20.1'];
const among = (text: string) => resolveAmong(parseGoRequest(text), known);

describe('a Go version request', () => {
  test('an exact version stands for itself, with or without "go" before it', () => {
    expect(among('1.22.2')).toBe('1.22.2');
    expect(among('go1.22.2')).toBe('1.22.2');
    expect(among('1.27rc1')).toBe('1.27rc1');
  });
  test('a line means its newest patch, by number and not by letter', () => {
    expect(among('1.22')).toBe('1.22.12');
  });
  test('stable is the newest release, and no release candidate', () => {
    expect(among('stable')).toBe('1.26.10');
  });
  test('oldstable is the newest patch of the line before it', () => {
    expect(among('oldstable')).toBe('1.22.12');
  });
  test('1.20.0 is called 1.20, because the third number of a first release came with 1.21', () => {
    expect(parseGoRequest('1.20.0')).toEqual({ kind: 'exact', version: '1.20' });
    expect(parseGoRequest('1.21.0')).toEqual({ kind: 'exact', version: '1.21.0' });
  });
  test('a line that does not exist resolves to nothing', () => {
    expect(among('1.23')).toBeNull();
  });
  test.each([
    ['^1.22', '1.26.10'],
    ['1.22.x', '1.22.12'],
    ['~1.22.3', '1.22.12'],
    ['>=1.20 <1.22', '1.20.1'],
    ['1.20.x || 1.22.2', '1.22.2'],
    ['1', '1.26.10'],
    ['v1.22', '1.22.12'],
    ['=1.22.9', '1.22.9'],
    ['>=1.27.0-rc.1', '1.27rc1'],
  ])('the range %j means the newest in it, which is %s', (range, version) => {
    expect(among(range)).toBe(version);
  });
  test('a range that nothing is in resolves to nothing', () => {
    expect(among('^2.0')).toBeNull();
  });
  test('latest is stable', () => {
    expect(among('latest')).toBe('1.26.10');
  });
  test.each(['tip', 'gotip'])('%s is refused by name, with what builds it', (text) => {
    expect(() => parseGoRequest(text)).toThrow(`${text} is Go's development branch`);
    expect(() => parseGoRequest(text)).toThrow('golang.org/dl/gotip');
  });
  test.each([
    ['1.20-rc.2', '1.20rc2'],
    ['1.17-rc1', '1.17rc1'],
    ['go1.17-beta1', '1.17beta1'],
    ['1.21.0-rc.2', '1.21rc2'],
    ['1.21.0-rc2', '1.21rc2'],
    ['1.21.0rc2', '1.21rc2'],
    ['1.9.2-rc2', '1.9.2rc2'],
  ])('the pre-release %s is %s', (text, version) => {
    expect(parseGoRequest(text)).toEqual({ kind: 'exact', version });
  });
  test('a pre-release may be written as semver has it', () => {
    expect(among('1.27.0-rc.1')).toBe('1.27rc1');
    expect(parseGoRequest('1.22.3-rc.2')).toEqual({ kind: 'exact', version: '1.22.3rc2' });
  });
  test.each(['', ' ', 'newest', '../1.22.1', '1.22.1/..', 'one'])('%j is refused', (text) => {
    expect(() => parseGoRequest(text)).toThrow(/is not a Go version; write it as/);
  });
  test('an exact version needs no network to resolve', async () => {
    expect(await resolveGoVersion('1.22.3', { env: { GOPROXY: 'off' } })).toBe('1.22.3');
  });
  test('the lab resolves a line within the matrix, without network', async () => {
    const matrix = matrixWith({ '1.22.12': '', '1.26.10': '' });
    const env = { GOPROXY: 'off' };
    const context = { env, platform: linux, matrix, goDevUrl: nowhere, prefer: 'matrix' } as const;
    expect(await resolveGoVersion('1.22', context)).toBe('1.22.12');
    expect(await resolveGoVersion('stable', context)).toBe('1.26.10');
    await expect(resolveGoVersion('1.23', context)).rejects.toThrow(
      /cannot resolve Go "1\.23", [\s\S]*GOPROXY=off[\s\S]*go\.dev .*refused/,
    );
  });
});

test('release candidates come before their release', () => {
  expect(['1.21.1', '1.21.0', '1.21rc2', '1.20.14', '1.21rc1'].sort(compareGo)).toEqual([
    '1.20.14',
    '1.21rc1',
    '1.21rc2',
    '1.21.0',
    '1.21.1',
  ]);
});

test('near versions are those of the same line around it, else the newest lines', () => {
  expect(nearVersions('1.22.10', known)).toEqual(['1.22.2', '1.22.9', '1.22.12']);
  expect(nearVersions('1.99.1', known)).toEqual(['1.20.1', '1.22.12', '1.26.10']);
});

test('the list of golang.org/toolchain is read for one platform only', () => {
  const list = [
    'v0.0.1-go1.22.1.linux-amd64',
    'v0.0.1-go1.22.1.linux-arm64',
    'v0.0.1-go1.23rc1.linux-amd64',
    'v0.0.1',
    'v0.0.1-go1.22.1-custom.linux-amd64',
  ];
  expect(toolchainVersions(list, linux)).toEqual(['1.22.1', '1.23rc1']);
});

describe('the Go that builds a gopls', () => {
  test('is of the line in its go.mod, and at least 1.21', () => {
    expect(goLineOf('module m\n\ngo 1.18\n')).toBe('1.21');
    expect(goLineOf('module m\n\ngo 1.23.4\n\nrequire x v1.0.0\n')).toBe('1.23');
    expect(goLineOf('module m\n\ngo 1.19 // => default GODEBUG has gotypesalias=0\n')).toBe('1.21');
  });
  test('is of the toolchain line, when that is newer', () => {
    expect(goLineOf('go 1.22.0\ntoolchain go1.24.1\n')).toBe('1.24');
    expect(goLineOf('go 1.24rc1\n')).toBe('1.24');
  });
});

describe('docker/versions.json', () => {
  test('has a hash for linux-amd64 of every Go in the matrix', () => {
    for (const [version, pins] of Object.entries(builtInMatrix().go)) {
      expect(pins['linux-amd64'], version).toMatch(/^h1:/);
    }
  });
  test('names, for every gopls, a Go line of the matrix', () => {
    const matrix = builtInMatrix();
    for (const version of matrix.gopls) {
      expect(
        resolveAmong(parseGoRequest(matrix.goplsGo[version] ?? ''), Object.keys(matrix.go)),
        version,
      ).not.toBeNull();
    }
  });
  test('is refused with the field named when a hash is misspelt', () => {
    expect(() => parseMatrix({ go: { '1.22.1': { 'linux-amd64': 'h1:abc' } }, gopls: [] })).toThrow(
      /versions\.json: go\.1\.22\.1\.linux-amd64/,
    );
  });
});
