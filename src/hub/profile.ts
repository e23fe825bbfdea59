import type { Answer } from './answer.ts';
import type { Ask } from './client.ts';
import { profileQuestion } from './questions.ts';
import type { Source } from './types.ts';
import { apiUrl } from './urls.ts';

/** Asks a source for a user's profile; Hugging Face keeps those of organisations elsewhere. */
export async function askForProfile(
  ask: Ask,
  source: Source,
  name: string,
  signal: AbortSignal,
): Promise<Answer> {
  const at = (path: string) => ask(source, profileQuestion(apiUrl(source, path)), signal);
  const user = encodeURIComponent(name);
  if (source.type === 'kohakuhub') return at(`users/${user}/profile`);
  const answer = await at(`users/${user}/overview`);
  return answer.verdict === 'absent' ? at(`organizations/${user}/overview`) : answer;
}
