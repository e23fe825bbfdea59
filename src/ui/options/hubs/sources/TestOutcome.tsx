import type { SourceView } from '../../../../messages/index.ts';
import { Spinner } from '../../../components/index.ts';
import { t } from '../../../page/extension.ts';
import { problemText } from '../../../page/problem-text.ts';
import { say } from '../../../page/sentence.ts';
import type { Tested } from '../hubs-state.ts';
import { testSentences } from './test-sentences.ts';

/** The results of *Test*, read out when they arrive. */
export function TestOutcome({ source, tested }: { source: SourceView; tested: Tested | undefined }) {
  return (
    <div class="source-test" role="status">
      {tested === 'running' && (
        <p class="quiet">
          <Spinner /> {t('source_testing')}
        </p>
      )}
      {typeof tested === 'object' && !tested.ok && <p class="error-text">{problemText(tested.problem)}</p>}
      {typeof tested === 'object' &&
        tested.ok &&
        testSentences(tested.value, source).map(({ tone, words }) => (
          <p key={words.key} class={`token-${tone}`}>
            {say(words)}
          </p>
        ))}
    </div>
  );
}
