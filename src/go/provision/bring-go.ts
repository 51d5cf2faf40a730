import type { ProvisionContext } from '../context.ts';
import { type Mirror, mirrorName, provisionFromMirror } from '../source/mirror.ts';
import { answerOf, type SourceAnswer, tableOf } from '../source/source-answer.ts';
import { resolveGoVersion } from '../versions.ts';
import { newestHere } from './newest-here.ts';
import { type ProvisionedGo, provisionGo } from './provision-go.ts';

export interface BringOptions {
  /** Tried first, since its builds may differ from those of go.dev. null: there is none. */
  readonly mirror: Mirror | null;
  /**
   * Look up the newest matching version online, even if a matching one is here. A mirror is always
   * tried.
   */
  readonly checkLatest: boolean;
}

/**
 * Provides the Go for a request: from the mirror, else the newest on this machine, else the newest
 * that exists.
 *
 * @param text as parseGoRequest takes it
 * @throws UserError, EnvironmentError as resolveGoVersion and provisionGo do.
 */
export async function bringGo(
  text: string,
  { mirror, checkLatest }: BringOptions,
  context: ProvisionContext,
): Promise<ProvisionedGo> {
  const answers: SourceAnswer[] = [];
  if (mirror !== null) {
    try {
      return await provisionFromMirror(text, mirror, context);
    } catch (error) {
      context.signal?.throwIfAborted();
      const answer = answerOf(mirrorName, error);
      if (answer === null) throw error;
      context.onAnswer?.(answer);
      answers.push(answer);
    }
  }
  const here = checkLatest ? null : await newestHere(text, context);
  return await provisionGo(here ?? (await resolved(text, context, answers)), context, answers);
}

async function resolved(text: string, context: ProvisionContext, before: readonly SourceAnswer[]): Promise<string> {
  try {
    return await resolveGoVersion(text, context);
  } catch (error) {
    if (error instanceof Error && answerOf('', error) !== null) error.message += tableOf(before);
    throw error;
  }
}
