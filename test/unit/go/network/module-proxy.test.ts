import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { DownloadError } from '../../../../src/go/network/download.ts';
import { downloadZip, listVersions, parseGoproxy } from '../../../../src/go/network/module-proxy.ts';
import { scratchDir, serve } from '../tiny-go.ts';

const quick = { limits: { retryDelaysMs: [1], stallMs: 5_000 } };
const list = (goproxy: string) => listVersions(goproxy, 'example.com/M', quick);
const status = (code: number) =>
  serve((_path, response) => {
    response.statusCode = code;
    response.end();
  });
const good = () => serve((_path, response) => response.end('v1.0.0\nv1.1.0 2026-01-01T00:00:00Z\n\n'));

describe('GOPROXY is read as cmd/go reads it', () => {
  test('"," and "|" tell when to go on, spaces and empty elements are skipped, a bare host means https', () => {
    expect(parseGoproxy(' proxy.example.com/x , http://a.example|,off,http://never')).toEqual([
      { url: 'https://proxy.example.com/x', fallBackOnError: false },
      { url: 'http://a.example', fallBackOnError: true },
      { url: 'off', fallBackOnError: false },
    ]);
  });
  test('"direct" ends the list', () => {
    expect(parseGoproxy('direct,http://never')).toEqual([{ url: 'direct', fallBackOnError: false }]);
  });
  test.each([',', ' | ', 'ftp://x.example', 'file://host/x', 'file:///x?y', 'nonsense'])('%j is refused', (goproxy) => {
    expect(() => parseGoproxy(goproxy)).toThrow(/GOPROXY/);
  });
});

describe('the walk along GOPROXY', () => {
  test('the module path is escaped, and a list may carry times', async () => {
    await using proxy = await good();
    expect(await list(`${proxy.url}/base/`)).toEqual(['v1.0.0', 'v1.1.0']);
    expect(proxy.asked).toEqual(['/base/example.com/!m/@v/list']);
  });
  test.each([404, 410])('after a comma, %i goes on to the next', async (code) => {
    await using first = await status(code);
    await using second = await good();
    expect(await list(`${first.url},${second.url}`)).toHaveLength(2);
  });
  test.each([403, 500])('after a comma, %i ends it', async (code) => {
    await using first = await status(code);
    await using second = await good();
    await expect(list(`${first.url},${second.url}`)).rejects.toThrow(new RegExp(`: ${code} `));
    expect(second.asked).toEqual([]);
  });
  test.each([403, 404, 500])('after a bar, %i goes on to the next', async (code) => {
    await using first = await status(code);
    await using second = await good();
    expect(await list(`${first.url}|${second.url}`)).toHaveLength(2);
  });
  test('after a bar, a refused connection goes on to the next', async () => {
    let gone = '';
    {
      await using closed = await good();
      gone = closed.url;
    }
    await using second = await good();
    expect(await list(`${gone}|${second.url}`)).toHaveLength(2);
    await expect(list(`${gone},${second.url}`)).rejects.toThrow(/ECONNREFUSED/);
  });
  test('off, alone or reached, stops it and is named', async () => {
    await expect(list('off')).rejects.toThrow(/GOPROXY=off ends the search/);
    await using first = await status(404);
    await expect(list(`${first.url},off`)).rejects.toThrow(/404 .*GOPROXY=off ends the search/);
  });
  test('direct cannot supply it, and is named as such', async () => {
    await expect(list('direct')).rejects.toThrow(/"direct" cannot provide it/);
  });
  test('it does not exist only when every proxy says so', async () => {
    await using missing = await status(404);
    await using broken = await status(403);
    const error = (goproxy: string) => list(goproxy).catch((caught: unknown) => caught as DownloadError);
    expect(await error(`${missing.url},direct`)).toMatchObject({ notExist: true });
    expect(await error(`${missing.url},${broken.url}`)).toMatchObject({ notExist: false });
  });
  test('file:// is a folder, and a missing file in it goes on to the next', async () => {
    await using dir = await scratchDir();
    const url = pathToFileURL(join(dir.path, 'a b%')).href;
    await using second = await good();
    expect(await list(`${url},${second.url}`)).toHaveLength(2);
    await mkdir(join(dir.path, 'a b%/example.com/!m/@v'), { recursive: true });
    await writeFile(join(dir.path, 'a b%/example.com/!m/@v/list'), 'v1.2.3\n');
    expect(await list(`${url},${second.url}`)).toEqual(['v1.2.3']);
  });
});

describe('bad weather on the way', () => {
  test('an error of the server is tried again, and the second answer is taken', async () => {
    let count = 0;
    await using proxy = await serve((_path, response) => {
      response.statusCode = count++ === 0 ? 503 : 200;
      response.end('v1.0.0\n');
    });
    expect(await list(proxy.url)).toEqual(['v1.0.0']);
  });
  test('a body that is cut off is an error that says so, after every attempt', async () => {
    await using proxy = await serve((_path, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('short', () => response.destroy());
    });
    await expect(list(proxy.url)).rejects.toThrow(/tried 2 times/);
    expect(proxy.asked).toHaveLength(2);
  });
  test('a server that goes silent is given up, and its host is named', async () => {
    await using proxy = await serve((_path, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('some');
    });
    const slow = listVersions(proxy.url, 'm', { limits: { retryDelaysMs: [], stallMs: 50 } });
    await expect(slow).rejects.toThrow(`${proxy.url}/m/@v/list: no data for 0.05 s`);
  });
  test('credentials in GOPROXY are sent as basic authentication and never shown', async () => {
    let sent: string | undefined;
    await using proxy = await serve((_path, response, request) => {
      sent = request.headers.authorization;
      response.statusCode = 401;
      response.end();
    });
    const error = await list(proxy.url.replace('http://', 'http://me:s%20ecret@')).catch((caught: Error) => caught);
    expect(sent).toBe(`Basic ${Buffer.from('me:s ecret').toString('base64')}`);
    expect(error).toBeInstanceOf(DownloadError);
    expect(String(error)).not.toMatch(/ecret/);
  });
  test('a caller that gives up ends the download', async () => {
    const giveUp = new AbortController();
    await using proxy = await serve((_path, response) => {
      response.write('some');
      giveUp.abort();
    });
    await using dir = await scratchDir();
    const options = { ...quick, what: 'm', signal: giveUp.signal };
    const download = downloadZip(proxy.url, 'm', 'v1.0.0', join(dir.path, 'zip'), options);
    await expect(download).rejects.toMatchObject({ name: 'AbortError' });
  });
});
