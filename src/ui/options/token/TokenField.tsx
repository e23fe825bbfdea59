import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { TokenView } from '../../../messages/index.ts';
import type { TokenSlot } from '../../../settings/index.ts';
import { t } from '../../page/extension.ts';
import { problemText } from '../../page/problem-text.ts';
import { say } from '../../page/sentence.ts';
import { useOptions } from '../options-context.ts';
import { TokenEditor } from './TokenEditor.tsx';
import { TokenSaved } from './TokenSaved.tsx';
import { verdictWords } from './token-verdict.ts';

export interface TokenFieldProps {
  slot: TokenSlot;
  label: string;
  /** The service the token is for, by the name people know. */
  service: string;
  saved: TokenView | undefined;
  hint?: ComponentChildren;
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
  const { ask, announce, reload } = useOptions();
  const [replacing, setReplacing] = useState(false);
  const [error, setError] = useState<string>();
  /** Whether the control that takes over should have the focus: after an action, not when the page opens. */
  const [acted, setActed] = useState(look.focusFirst ?? false);

  const save = async (token: string) => {
    setError(undefined);
    const reply = await ask('saveToken', { slot, token });
    if (!reply.ok) return setError(problemText(reply.problem));
    const { verdict, account } = reply.value;
    announce(say(verdictWords(verdict, service, account).words));
    setReplacing(false);
    setActed(true);
    await reload();
  };

  const remove = async () => {
    const reply = await ask('removeToken', { slot });
    if (!reply.ok) return problemText(reply.problem);
    setActed(true);
    announce(t('token_removed', label));
    await reload();
    return undefined;
  };

  if (saved && !replacing) {
    const replace = () => {
      setError(undefined);
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
      {...{ label, error }}
      hint={look.hint}
      placeholder={look.placeholder}
      minor={look.minor ?? false}
      focus={acted}
      onSave={save}
      onType={() => setError(undefined)}
      {...(saved && { onCancel: () => setReplacing(false) })}
    />
  );
}
