import type { SourceView } from '../../../messages/index.ts';
import { Icon } from '../../components/index.ts';
import { t } from '../../extension.ts';
import { say } from '../../sentence.ts';
import { verdictWords } from '../token/token-verdict.ts';
import { AllowSource } from './AllowSource.tsx';

/** What is known of a source, below its name. */
export function SourceFacts({ source, onAllowed }: { source: SourceView; onAllowed: () => void }) {
  const { url, type, namespaces, token, locked, allowed, name } = source;
  return (
    <div class="source-facts">
      <p>
        {t(`source_type_${type}`)} · <code>{url}</code>
      </p>
      {namespaces.length > 0 && <p>{t('source_pinned', namespaces.join(', '))}</p>}
      {token && (
        <p>
          {t('source_token', token.endsIn)}{' '}
          <span class={`token-${verdictWords(token.verdict, name).tone}`}>
            {say(verdictWords(token.verdict, name, token.account).words)}
          </span>
        </p>
      )}
      {locked && (
        <p class="source-locked">
          <Icon name="lock" size={14} /> {t('source_item_locked')}
        </p>
      )}
      {!allowed && <AllowSource source={source} onAllowed={onAllowed} />}
    </div>
  );
}
