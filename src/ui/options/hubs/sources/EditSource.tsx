import type { SourceView } from '../../../../messages/index.ts';
import { TokenField } from '../../../account/TokenField.tsx';
import { Button } from '../../../components/index.ts';
import { t } from '../../../page/extension.ts';
import { useOptions } from '../../../page/settings-context.ts';
import { SourceForm } from './SourceForm.tsx';
import { toDraft } from './source-draft.ts';
import { useSaveSource } from './use-save-source.ts';

/** The form to change a source, in its place in the list. Of a source that a deployer set, only the token can be changed. */
export function EditSource({ source, onDone }: { source: SourceView; onDone: () => void }) {
  const { announce } = useOptions();
  const { error, setError, save } = useSaveSource(source);
  return (
    <div class="group source-editor">
      {!source.locked && (
        <SourceForm
          label={t('source_edit_named', source.name)}
          initial={toDraft(source)}
          error={error}
          onType={() => setError(undefined)}
          onSave={async (draft) => {
            if ((await save(draft)) === undefined) return;
            announce(t('source_saved', draft.name));
            onDone();
          }}
          onCancel={onDone}
        />
      )}
      <div class={source.locked ? undefined : 'ruled'}>
        <TokenField
          slot={`source:${source.id}`}
          label={t('token_source', source.name)}
          service={source.name}
          saved={source.token}
          goesTo={source.url}
          hint={t('token_source_hint', new URL(source.url).host)}
          minor
          focusFirst={source.locked}
        />
      </div>
      {source.locked && (
        <div class="actions">
          <Button onClick={onDone}>{t('options_close')}</Button>
        </div>
      )}
    </div>
  );
}
