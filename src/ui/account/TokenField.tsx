import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { TokenView } from '../../messages/index.ts';
import type { TokenSlot } from '../../settings/index.ts';
import { t } from '../page/extension.ts';
import { TokenEditor } from './TokenEditor.tsx';
import { TokenSaved } from './TokenSaved.tsx';
import { useToken } from './use-token.ts';

export interface TokenFieldProps {
  slot: TokenSlot;
  label: string;
  /** The service the token is for, by the name people know. */
  service: string;
  saved: TokenView | undefined;
  hint?: ComponentChildren;
  /** The address the page says that the token goes to, where the slot belongs to one. */
  goesTo?: string;
  /** Below a token that lacks the permission: where to get a better one. */
  whenLacking?: ComponentChildren;
  placeholder?: string;
  /** When something else nearby is the thing to do. */
  minor?: boolean;
  /** It was saved by something else on this page, which had the focus. */
  focusSaved?: boolean;
  /** It was just opened, by something that is gone: its first control has the focus. */
  focusFirst?: boolean;
}

/** A token is written and never read back: once saved it is shown by its last characters. */
export function TokenField({ slot, label, service, saved, ...look }: TokenFieldProps) {
  const token = useToken(slot, service, look.goesTo);
  const [replacing, setReplacing] = useState(false);
  /** Whether the control that takes over should have the focus: after an action, not when the page opens. */
  const [acted, setActed] = useState(look.focusFirst ?? false);

  const save = async (text: string) => {
    if (!(await token.save(text))) return;
    setReplacing(false);
    setActed(true);
  };

  const remove = async () => {
    const wrong = await token.remove(t('token_removed', label));
    if (wrong === undefined) setActed(true);
    return wrong;
  };

  if (saved && !replacing) {
    const replace = () => {
      token.clear();
      setActed(true);
      setReplacing(true);
    };
    return (
      <TokenSaved
        {...{ label, service, saved }}
        whenLacking={look.whenLacking}
        focus={acted || (look.focusSaved ?? false)}
        onReplace={replace}
        onRemove={remove}
      />
    );
  }
  return (
    <TokenEditor
      label={label}
      error={token.error}
      hint={look.hint}
      placeholder={look.placeholder}
      minor={look.minor ?? false}
      focus={acted}
      onSave={save}
      onType={token.clear}
      {...(saved && { onCancel: () => setReplacing(false) })}
    />
  );
}
