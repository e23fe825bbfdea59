import type { ComponentChildren, Ref } from 'preact';
import { useState } from 'preact/hooks';
import { Button, TextField } from '../components/index.ts';
import { t } from '../page/extension.ts';
import './token.css';

interface SecretFieldProps {
  label: string;
  hint?: ComponentChildren;
  error?: string | undefined;
  placeholder?: string | undefined;
  value: string;
  onInput: (text: string) => void;
  inputRef?: Ref<HTMLInputElement>;
}

/** A field for a token. What is typed is hidden, unless *Show* is pressed. */
export function SecretField({ placeholder = '', inputRef = null, ...field }: SecretFieldProps) {
  const [shown, setShown] = useState(false);
  const toggle = (
    <span class="token-show">
      <Button small variant="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
        {t('token_show')}
      </Button>
    </span>
  );
  return (
    <TextField
      {...field}
      ref={inputRef}
      placeholder={placeholder}
      aside={field.value === '' ? undefined : toggle}
      type={shown ? 'text' : 'password'}
      // Without these, browsers offer to fill in or save a login.
      autocomplete={shown ? 'off' : 'new-password'}
      spellcheck={false}
      dir="ltr"
    />
  );
}
