import { parseSourceUrl } from '../../../../hub/input/source-url-input.ts';
import { SOURCE_URL_PROBLEMS, type SourceView } from '../../../../messages/index.ts';
import { Notice } from '../../../components/index.ts';
import { problemText } from '../../../page/problem-text.ts';
import { AllowSource } from './AllowSource.tsx';

/** Why a source cannot be asked, and what helps. */
export function SourceProblem({ source, onAllowed }: { source: SourceView; onAllowed: () => void }) {
  // A deployer's list is not checked by the form, which would refuse such an address. Permission would not help here.
  const { problem } = parseSourceUrl(source.url);
  if (problem !== undefined) {
    return (
      <div class="source-problem">
        <Notice tone="caution">
          <p>{problemText({ code: SOURCE_URL_PROBLEMS[problem] })}</p>
        </Notice>
      </div>
    );
  }
  if (source.allowed) return null;
  return (
    <div class="source-problem">
      <AllowSource source={source} onAllowed={onAllowed} />
    </div>
  );
}
