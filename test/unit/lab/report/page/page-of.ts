import { inflateRawSync } from 'node:zlib';
import type { PageData } from '../../../../../src/page/page-data.ts';

/** What the script of a page reads. */
export function dataOf(page: string): PageData {
  const [, text = ''] = /<script type="text\/plain" id="data">([^<]*)<\/script>/.exec(page) ?? [];
  return JSON.parse(inflateRawSync(Buffer.from(text, 'base64')).toString('utf8')) as PageData;
}

/** The page without its script, style and data: what a browser without JavaScript shows. */
export function markupOf(page: string): string {
  return page.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, '');
}
