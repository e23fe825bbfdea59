import type { Attempt } from '../../../hub/types.ts';
import { Icon } from '../../components/Icon.tsx';
import { Spinner } from '../../components/Spinner.tsx';
import { t } from '../../page/extension.ts';
import { usePopup } from '../../stage/context.ts';
import { elapsedWords } from '../../words/elapsed-words.ts';
import { sourceName } from '../../words/source-name.ts';
import type { Chain } from '../use-chain.ts';
import { attemptWords } from './attempt-words.ts';
import { SourceHost } from './SourceHost.tsx';

/** The sources in the order in which they are asked, with the answer of each. */
export function ChainList({ chain }: { chain: Chain }) {
  const settings = usePopup().settings.value;
  const { attempts, location, problem } = chain;
  const done = location !== undefined || problem !== undefined;
  const order = (settings?.sources ?? []).filter(({ enabled }) => enabled).map(({ id }) => id);
  const asked = attempts.map(({ source }) => source);
  const ids = [...order, ...asked.filter((id) => !order.includes(id))];

  const isAllowed = (id: string) => settings?.allowed[id] !== false;

  return (
    <ol class="chain" aria-label={t('popup_chain')}>
      {ids.map((id) => {
        const attempt = attempts.find(({ source }) => source === id);
        const here = location?.source === id;
        const shut = !isAllowed(id);
        if (!attempt && done && !shut) return null;
        return (
          <li class={here ? 'chain-source chain-source-here' : 'chain-source'} key={id}>
            {here ? (
              <Icon name="check" size={16} />
            ) : attempt || shut ? (
              <span class="chain-dot" />
            ) : (
              <Spinner />
            )}
            <span class="chain-names">
              <bdi class="chain-name">{sourceName(settings, id)}</bdi>
              <SourceHost settings={settings} id={id} />
            </span>
            <span class="quiet">
              {attempt ? wordsAndTime(attempt) : t(shut ? 'popup_verdict_not_allowed' : 'popup_step_asking')}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function wordsAndTime(attempt: Attempt): string {
  const time = attempt.cached ? t('popup_remembered') : elapsedWords(attempt.ms);
  return [attemptWords(attempt), time].filter(Boolean).join(' · ');
}
