import { useRef, useState } from 'preact/hooks';
import { Button } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { InlineConfirm } from '../../page/InlineConfirm.tsx';
import { problemText } from '../../page/problem-text.ts';
import { useOptions } from '../../page/settings-context.ts';
import { RowButton } from '../RowButton.tsx';
import { Section } from '../Section.tsx';

/** Resets all settings to their defaults, after a question. */
export function ResetSection() {
  const { ask, show } = useOptions();
  const [asking, setAsking] = useState(false);
  /** Closes the question and returns the focus to the button that opened it. */
  const answered = useRef(false);
  const [error, setError] = useState<string>();
  const [said, setSaid] = useState('');

  const close = () => {
    answered.current = true;
    setAsking(false);
  };
  const reset = async () => {
    const reply = await ask('resetSettings', { confirmed: true });
    close();
    setError(reply.ok ? undefined : problemText(reply.problem));
    if (!reply.ok) return;
    show(reply.value);
    setSaid(t('options_reset_done'));
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
              ref={(button: HTMLButtonElement | null) => {
                if (answered.current) button?.focus();
                if (button) answered.current = false;
              }}
              onClick={() => {
                setSaid('');
                setAsking(true);
              }}
            >
              {t('options_reset')}
            </Button>
          </RowButton>
        </div>
      )}
      {error && (
        <p class="error-text" role="alert">
          {error}
        </p>
      )}
      <p class="section-lead" role="status">
        {said}
      </p>
    </Section>
  );
}
