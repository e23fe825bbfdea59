import type { TokenView } from '../../messages/index.ts';
import { Icon } from '../components/index.ts';
import { say } from '../page/sentence.ts';
import { verdictWords } from './token-verdict.ts';

const ICONS = { success: 'check', caution: 'warning', error: 'warning', info: 'info' } as const;

/** What the service said of a saved token. */
export function TokenVerdictLine({ service, token }: { service: string; token: TokenView }) {
  const { tone, words } = verdictWords(token.verdict, service, token.account);
  return (
    <p class={`token-verdict token-${tone}`}>
      <Icon name={ICONS[tone]} size={16} />
      <span>{say(words)}</span>
    </p>
  );
}
