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
  /** The address the page shows for the token, when the slot belongs to an address. */
  goesTo?: string;
  /** Shown below a token that lacks the permission: where to get a better one. */
  whenLacking?: ComponentChildren;
  placeholder?: string;
  /** The save button is not the main action here. */
  minor?: boolean;
  /** The token was saved by another control on this page, which had the focus: the saved token takes it. */
  focusSaved?: boolean;
  /** The field was just opened by a control that is gone: its first control takes the focus. */
  focusFirst?: boolean;
}

/** A token to type and save. It is never read back: a saved one is shown by its last characters. */
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
