import type { Answer } from '../answers/answer.ts';
import type { Ask } from '../client/client.ts';
import { profileQuestion } from '../protocol/questions.ts';
import { apiUrl } from '../protocol/urls.ts';
import type { Source } from '../types.ts';

/** Asks a source for a user's profile; at Hugging Face an organisation's profile has an address of its own. */
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
