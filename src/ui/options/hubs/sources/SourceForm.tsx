import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button, Select, TextField } from '../../../components/index.ts';
import { ErrorText } from '../../../page/ErrorText.tsx';
import { t } from '../../../page/extension.ts';
import { useFocusOnMount } from '../../../page/use-focus-on-mount.ts';
import type { SourceDraft } from './source-draft.ts';
import type { SourceError } from './source-error.ts';

interface SourceFormProps {
  label: string;
  initial: SourceDraft;
  error: SourceError | undefined;
  /** Called when a field changes, so that the error can be removed. */
  onType: () => void;
  /** Content below the fields: the token. */
  children?: ComponentChildren;
  onSave: (draft: SourceDraft) => Promise<void>;
  onCancel: () => void;
}

const TYPES = ['kohakuhub', 'huggingface'] as const;

/** Name, address, type and pinned owners of a source. */
export function SourceForm({ label, initial, error, children, ...on }: SourceFormProps) {
  const [draft, setDraft] = useState(initial);
  const [saving, setSaving] = useState(false);
  const name = useFocusOnMount<HTMLInputElement>(true);
  const errorAt = (field: keyof SourceDraft) => (error?.field === field ? error.text : undefined);
  const set = (change: Partial<SourceDraft>) => {
    setDraft((before) => ({ ...before, ...change }));
    on.onType();
  };

  const submit = async (event: Event) => {
    event.preventDefault();
    if (saving) return;
    setSaving(true);
    // Called without any await before: browsers ask for permission only while the click is being handled.
    await on.onSave(draft);
    setSaving(false);
  };

  return (
    <form class="group source-form" onSubmit={submit} aria-label={label} noValidate>
      <div class="pair">
        <TextField
          ref={name}
          label={t('source_name')}
          error={errorAt('name')}
          value={draft.name}
          maxLength={60}
          onInput={(text) => set({ name: text })}
        />
        <Select
          label={t('source_type')}
          value={draft.type}
          options={TYPES.map((value) => ({ value, label: t(`source_type_${value}`) }))}
          onChange={(type) => set({ type })}
        />
      </div>
      <TextField
        label={t('source_url')}
        type="url"
        dir="ltr"
        spellcheck={false}
        error={errorAt('url')}
        value={draft.url}
        onInput={(url) => set({ url })}
      />
      <TextField
        label={t('source_owners')}
        hint={t('source_owners_hint')}
        dir="ltr"
        spellcheck={false}
        error={errorAt('owners')}
        value={draft.owners}
        onInput={(owners) => set({ owners })}
      />
      {children}
      {error && !error.field && <ErrorText>{error.text}</ErrorText>}
      <div class="actions">
        <Button type="submit" variant="primary" aria-disabled={saving}>
          {t(saving ? 'options_saving' : 'source_save')}
        </Button>
        <Button onClick={on.onCancel}>{t('options_cancel')}</Button>
      </div>
    </form>
  );
}
