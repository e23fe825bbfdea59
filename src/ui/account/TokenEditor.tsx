import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../components/index.ts';
import { t } from '../page/extension.ts';
import { useFocusOnMount } from '../page/use-focus-on-mount.ts';
import { isSurelyToken } from './is-surely-token.ts';
import { SecretField } from './SecretField.tsx';

interface TokenEditorProps {
  label: string;
  hint?: ComponentChildren;
  placeholder?: string | undefined;
  error: string | undefined;
  focus: boolean;
  minor: boolean;
  onSave: (token: string) => Promise<void>;
  onType: () => void;
  onCancel?: () => void;
}

export function TokenEditor({ label, hint, placeholder, error, focus, minor, ...on }: TokenEditorProps) {
  const [text, setText] = useState('');
  const [saving, setSaving] = useState(false);
  const input = useFocusOnMount<HTMLInputElement>(focus);

  const save = async (token: string) => {
    if (saving) return;
    setSaving(true);
    await on.onSave(token);
    setSaving(false);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void save(text);
  };
  // A pasted text that is certainly a token is saved at once.
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (text !== '' || !isSurelyToken(pasted)) return;
    event.preventDefault();
    setText(pasted.trim());
    void save(pasted);
  };

  return (
    <form class="token-form" onSubmit={submit} onPaste={paste} noValidate>
      <SecretField
        inputRef={input}
        {...{ label, hint, error, placeholder }}
        value={text}
        onInput={(typed) => {
          setText(typed);
          on.onType();
        }}
      />
      <Button type="submit" variant={minor ? 'plain' : 'primary'} aria-disabled={saving}>
        {t(saving ? 'token_checking' : 'token_save')}
      </Button>
      {on.onCancel && <Button onClick={on.onCancel}>{t('options_cancel')}</Button>}
    </form>
  );
}
