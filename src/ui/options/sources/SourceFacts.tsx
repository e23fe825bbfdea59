import { parseSourceUrl } from '../../../hub/input/source-url-input.ts';
import { SOURCE_URL_PROBLEMS, type SourceView } from '../../../messages/index.ts';
import { Notice } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { problemText } from '../../page/problem-text.ts';
import { say } from '../../page/sentence.ts';
import { verdictWords } from '../token/token-verdict.ts';
import { AllowSource } from './AllowSource.tsx';

/** What is known of a source, below its name. */
export function SourceFacts({ source, onAllowed }: { source: SourceView; onAllowed: () => void }) {
  const { url, type, namespaces, token, allowed, name } = source;
  // A team's list has not been through the form that refuses such an address: permission would not help.
  const { problem } = parseSourceUrl(url);
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
      {problem !== undefined && (
        <Notice tone="caution">
          <p>{problemText({ code: SOURCE_URL_PROBLEMS[problem] })}</p>
        </Notice>
      )}
      {!allowed && problem === undefined && <AllowSource source={source} onAllowed={onAllowed} />}
    </div>
  );
}
