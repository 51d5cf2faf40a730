/** The weathers of a cache service, most of them faults, and how it sends an archive in each. */
import type { ServerResponse } from 'node:http';

export const weathers = [
  'fine',
  'takes the connection and never answers',
  'never sends the archive',
  'stops in mid-body and keeps the connection',
  'slow, but moving',
  'closes in mid-body',
  'answers 429',
  'answers 503',
  'answers 503 for the archive',
  'other bytes',
  'half the bytes',
  'redirects to nowhere',
  'refuses to save: the quota is full',
] as const;
export type Weather = (typeof weathers)[number];

/** The pauses of a slow body. Each is longer than the toolkit waits; together they exceed the silence after which unlatch gives up. */
const slow = { pauseMs: 6000, pieces: 5 };

/** Answers a request for an archive. */
export async function sendIn(weather: Weather, data: Buffer, response: ServerResponse): Promise<void> {
  if (weather === 'never sends the archive') return;
  if (weather === 'answers 503 for the archive') {
    response.writeHead(503).end();
    return;
  }
  if (weather === 'redirects to nowhere') {
    response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    return;
  }
  if (weather === 'other bytes') {
    const other = Buffer.from(data);
    for (let index = Math.floor(other.length / 2); index < other.length; index += 97)
      other[index] = (other[index] ?? 0) ^ 255;
    response.writeHead(200, { 'content-length': other.length }).end(other);
    return;
  }
  if (weather === 'half the bytes') {
    const half = data.subarray(0, data.length / 2);
    response.writeHead(200, { 'content-length': half.length }).end(half);
    return;
  }
  response.writeHead(200, { 'content-length': data.length });
  if (weather === 'stops in mid-body and keeps the connection' || weather === 'closes in mid-body') {
    response.write(data.subarray(0, data.length / 2), () => {
      if (weather === 'closes in mid-body') response.destroy();
    });
    return;
  }
  if (weather === 'slow, but moving') {
    const size = Math.ceil(data.length / slow.pieces);
    for (let start = 0; start < data.length; start += size) {
      if (start > 0) await new Promise((resolve) => setTimeout(resolve, slow.pauseMs));
      response.write(data.subarray(start, start + size));
    }
  } else response.write(data);
  response.end();
}
