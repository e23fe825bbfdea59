import { useState } from 'preact/hooks';
import { Button } from '../../components/index.ts';
import { ErrorText } from '../../page/ErrorText.tsx';
import { t } from '../../page/extension.ts';
import { InlineConfirm } from '../../page/InlineConfirm.tsx';
import { problemText } from '../../page/problem-text.ts';
import { useOptions } from '../../page/settings-context.ts';
import { useQuestion } from '../../page/use-question.ts';
import { RowButton } from '../RowButton.tsx';
import { Section } from '../Section.tsx';
import { Said } from './Said.tsx';
import { useUndo } from './use-undo.ts';

/** Resets all settings to their defaults, after a question. */
export function ResetSection() {
  const { ask, show } = useOptions();
  const { asking, open, close, button } = useQuestion();
  const [error, setError] = useState<string>();
  const [said, setSaid] = useState('');
  const { mayUndo, offer, undo } = useUndo('reset', { say: setSaid, fail: setError });

  const reset = async () => {
    const reply = await ask('resetSettings', { confirmed: true });
    close();
    setError(reply.ok ? undefined : problemText(reply.problem));
    if (!reply.ok) return;
    show(reply.value);
    setSaid(t('options_reset_done'));
    offer();
  };

  return (
    <Section id="reset" title={t('options_reset_title')}>
      {asking ? (
        <InlineConfirm
          question={t('options_reset_question')}
          yes={t('options_reset_yes')}
          onYes={reset}
          onNo={close}
        />
      ) : (
        <div class="rows">
          <RowButton title={t('options_reset_what')} text={t('options_reset_what_hint')}>
            <Button
              variant="danger"
              ref={button}
              onClick={() => {
                setSaid('');
                open();
              }}
            >
              {t('options_reset')}
            </Button>
          </RowButton>
        </div>
      )}
      {error && <ErrorText>{error}</ErrorText>}
      <Said sentence={said} onUndo={mayUndo ? () => void undo() : undefined} />
    </Section>
  );
}
