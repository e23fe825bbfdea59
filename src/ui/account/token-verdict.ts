import type { TokenVerdict } from '../../messages/index.ts';
import { sentence } from '../page/name-sentence.ts';
import type { Sentence } from '../page/sentence.ts';

export interface VerdictWords {
  tone: 'success' | 'caution' | 'error' | 'info';
  words: Sentence;
}

const TONES: Record<TokenVerdict, VerdictWords['tone']> = {
  valid: 'success',
  'lacks-permission': 'caution',
  invalid: 'error',
  unchecked: 'info',
};

/** The sentence for a service's verdict on a token. `service` is the name people know. */
export function verdictWords(verdict: TokenVerdict, service: string, account?: string): VerdictWords {
  const key = `token_${verdict.replace('-', '_')}`;
  const words =
    verdict === 'valid' && account !== undefined
      ? sentence('token_valid_account', account)
      : sentence(key, service);
  return { tone: TONES[verdict], words };
}
