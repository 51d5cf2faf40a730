import type { PageData } from '../page-data.ts';

/** The data of the page, inflated. */
export async function readData(): Promise<PageData> {
  const text = document.querySelector('#data')?.textContent ?? '';
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return (await new Response(plain).json()) as PageData;
}
