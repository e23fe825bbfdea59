import { useState } from 'preact/hooks';
import { parseSourceUrl } from '../../../../hub/input/source-url-input.ts';
import type { SourceProbe } from '../../../../messages/index.ts';
import { SecretField } from '../../../account/SecretField.tsx';
import { Notice } from '../../../components/index.ts';
import { t, together } from '../../../page/extension.ts';
import { problemText } from '../../../page/problem-text.ts';
import { useOptions } from '../../../page/settings-context.ts';
import { SourceForm } from './SourceForm.tsx';
import { type SourceDraft, type StoredSource, toDraft } from './source-draft.ts';
import { useSaveSource } from './use-save-source.ts';

/** What is known of a hub before it is saved; `known` is false when only the user says that it is one. */
export type FoundHub = SourceProbe & { known: boolean; token: string };

/** The second step of adding a hub: what was found out, to be checked, with pins and a token if wanted. */
export function NewSourceForm(props: { found: FoundHub; onDone: () => void; onCancel: () => void }) {
  const { found, onDone, onCancel } = props;
  const { ask, announce, reload } = useOptions();
  const [token, setToken] = useState(found.token);
  /**
   * Set when the source is stored but its token is not: saving again then changes the source instead of
   * adding it twice.
   */
  const [stored, setStored] = useState<StoredSource>();
  const { error, setError, save } = useSaveSource(stored);

  const finish = async (draft: SourceDraft) => {
    const id = await save(draft);
    if (id === undefined) return;
    if (token.trim() !== '') {
      const typed = parseSourceUrl(draft.url);
      const { origin } = new URL(typed.problem === undefined ? typed.url : found.url);
      const reply = await ask('saveToken', { slot: `source:${id}`, token, origin });
      await reload();
      if (!reply.ok) {
        setStored({ id, url: draft.url });
        const text = together(t('source_saved_without_token', draft.name), problemText(reply.problem));
        return setError({ text });
      }
    }
    announce(t('source_added', draft.name));
    onDone();
  };

  return (
    <div class="group">
      <Notice tone={found.known ? 'success' : 'caution'} announce="status">
        {foundSentence(found)}
      </Notice>
      <SourceForm
        label={t('source_add')}
        initial={toDraft({ ...found, namespaces: [] })}
        error={error}
        onType={() => setError(undefined)}
        onSave={finish}
        onCancel={onCancel}
      >
        <SecretField
          label={t('token_optional')}
          hint={t('token_source_hint', new URL(found.url).host)}
          value={token}
          onInput={setToken}
        />
      </SourceForm>
    </div>
  );
}

function foundSentence({ known, type, version }: FoundHub): string {
  if (!known) return t('source_unknown');
  return version === undefined ? t(`source_found_${type}`) : t(`source_found_${type}_version`, version);
}
