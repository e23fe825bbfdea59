import { useState } from 'preact/hooks';
import { parseSourceUrl } from '../../../../hub/input/source-url-input.ts';
import { type Problem, SOURCE_URL_PROBLEMS } from '../../../../messages/index.ts';
import { requestOrigin, t } from '../../../page/extension.ts';
import { problemText } from '../../../page/problem-text.ts';
import { useOptions } from '../../../page/settings-context.ts';
import { fromDraft, type SourceDraft, type StoredSource } from './source-draft.ts';
import { fieldOf, type SourceError } from './source-error.ts';

/**
 * Stores a source, new or changed, after asking for permission for its address. Resolves with its id;
 * undefined when it was not stored, and `error` says why.
 */
export function useSaveSource(before?: StoredSource) {
  const { ask, reload } = useOptions();
  const [error, setError] = useState<SourceError>();

  const save = async (draft: SourceDraft): Promise<string | undefined> => {
    const address = parseSourceUrl(draft.url);
    if (address.problem !== undefined) return refuse({ code: SOURCE_URL_PROBLEMS[address.problem] });
    // Before any other await: browsers ask only while the click is being handled.
    const granted = address.url === before?.url || (await requestOrigin(address.url));
    if (!granted) {
      return fail({ text: t('options_permission_refused', new URL(address.url).host), field: 'url' });
    }
    const fields = fromDraft(draft, address.url);
    const reply = before
      ? await ask('changeSource', { id: before.id, change: fields })
      : await ask('addSource', { source: { ...fields, enabled: true } });
    if (!reply.ok) return refuse(reply.problem);
    setError(undefined);
    await reload();
    return reply.value?.id ?? before?.id;
  };

  const fail = (reason: SourceError): undefined => {
    setError(reason);
    return undefined;
  };
  const refuse = (problem: Problem) => {
    const field = fieldOf(problem.code);
    return fail({ text: problemText(problem), ...(field && { field }) });
  };

  return { error, setError, save };
}
