import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { TokenView } from '../../messages/index.ts';
import { Button } from '../components/index.ts';
import { ErrorText } from '../page/ErrorText.tsx';
import { t } from '../page/extension.ts';
import { InlineConfirm } from '../page/InlineConfirm.tsx';
import { useFocusOnMount } from '../page/use-focus-on-mount.ts';
import { useQuestion } from '../page/use-question.ts';
import './token.css';
import { TokenVerdictLine } from './TokenVerdictLine.tsx';

interface TokenSavedProps {
  label: string;
  service: string;
  saved: TokenView;
  whenLacking: ComponentChildren;
  focus: boolean;
  onReplace: () => void;
  /** Resolves with a sentence when it failed. */
  onRemove: () => Promise<string | undefined>;
}

export function TokenSaved({ label, service, saved, whenLacking, focus, ...on }: TokenSavedProps) {
  const id = useId();
  const { asking, open, close, button } = useQuestion();
  const [error, setError] = useState<string>();
  const replaceButton = useFocusOnMount<HTMLButtonElement>(focus);

  const remove = async () => {
    const wrong = await on.onRemove();
    if (wrong === undefined) return;
    setError(wrong);
    close();
  };

  return (
    <fieldset class="token" aria-labelledby={id}>
      <p class="token-label" id={id}>
        {label}
      </p>
      <div class="token-row">
        <p class="token-state">{saved.locked ? t('token_saved_locked') : t('token_saved', saved.endsIn)}</p>
        <span class="actions">
          <Button small ref={replaceButton} onClick={on.onReplace} aria-describedby={id}>
            {t('token_replace')}
          </Button>
          <Button small ref={button} onClick={open} aria-describedby={id}>
            {t('token_remove')}
          </Button>
        </span>
      </div>
      {asking && (
        <InlineConfirm
          question={t('token_remove_question')}
          yes={t('token_remove_yes')}
          onYes={remove}
          onNo={close}
        />
      )}
      {error && <ErrorText>{error}</ErrorText>}
      <TokenVerdictLine service={service} token={saved} />
      {saved.verdict === 'lacks-permission' && whenLacking}
    </fieldset>
  );
}
