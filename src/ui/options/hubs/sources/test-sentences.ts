import type { SourceTest, SourceView } from '../../../../messages/index.ts';
import { type VerdictWords, verdictWords } from '../../../account/token-verdict.ts';
import { sentence } from '../../../page/name-sentence.ts';

/** The results of *Test*, one sentence each: whether it is reachable, its type and version, whether its token is valid. */
export function testSentences(test: SourceTest, source: Pick<SourceView, 'name' | 'type'>): VerdictWords[] {
  if (!test.reachable) return [{ tone: 'error', words: sentence('source_test_unreachable') }];
  if (test.wants)
    return [
      { tone: 'error', words: sentence(`source_test_wants_${test.wants.replace('-', '_')}`, source.name) },
    ];
  const said = [hubSentence(test, source.type)];
  if (test.token) said.push(verdictWords(test.token, source.name, test.account));
  return said;
}

function hubSentence({ type, version, status }: SourceTest, expected: SourceView['type']): VerdictWords {
  if (type === undefined) {
    return status === undefined
      ? { tone: 'error', words: sentence('source_test_no_hub') }
      : { tone: 'error', words: sentence('source_test_no_hub_status', status) };
  }
  if (type !== expected) return { tone: 'caution', words: sentence(`source_test_other_${type}`) };
  return version === undefined
    ? { tone: 'success', words: sentence(`source_test_${type}`) }
    : { tone: 'success', words: sentence(`source_test_${type}_version`, version) };
}
