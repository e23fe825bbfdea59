import { Notice } from '../../../components/index.ts';
import type { ChainVerdict } from '../../../lookup/chain-verdict.ts';
import { say } from '../../../page/sentence.ts';

const TONES = { confirmed: 'success', provisional: 'caution', absent: 'info', failed: 'error' } as const;

/** The result of the lookup: which source has the repository and why, or why none was found and what to do. */
export function ChainVerdictBox({ verdict }: { verdict: ChainVerdict }) {
  const { tone, headline, reasons, notes, advice } = verdict;
  return (
    <Notice tone={TONES[tone]} title={say(headline)}>
      {[...reasons, ...notes, ...(advice ? [advice] : [])].map((words) => (
        <p key={`${words.key} ${words.values?.join()}`}>{say(words)}</p>
      ))}
    </Notice>
  );
}
