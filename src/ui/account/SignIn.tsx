import { useEffect, useRef, useState } from 'preact/hooks';
import type { SignInView } from '../../messages/index.ts';
import { Button, Notice } from '../components/index.ts';
import { ErrorText } from '../page/ErrorText.tsx';
import { openPage, t } from '../page/extension.ts';
import { problemText } from '../page/problem-text.ts';
import { useOptions } from '../page/settings-context.ts';
import './sign-in.css';

interface SignInProps {
  signIn: SignInView;
  /** There was a sign-in, and it has ended. */
  again: boolean;
}

/** Signing in to Hugging Face: the button, then the code to type there, then how it ended. */
export function SignIn({ signIn, again }: SignInProps) {
  const { ask, reload } = useOptions();
  const [starting, setStarting] = useState(false);
  const [error, setError] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const [cancelled, setCancelled] = useState(0);
  useEffect(() => {
    if (cancelled > 0) button.current?.focus();
  }, [cancelled]);

  const start = async () => {
    if (starting) return;
    setStarting(true);
    setError(undefined);
    const reply = await ask('startSignIn', {});
    if (reply.ok) await reload();
    else setError(problemText(reply.problem));
    setStarting(false);
  };
  const cancel = async () => {
    const reply = await ask('cancelSignIn', {});
    if (!reply.ok) return setError(problemText(reply.problem));
    await reload();
    setCancelled((times) => times + 1);
  };

  return (
    <div class="sign-in">
      {signIn.step === 'waiting' ? (
        <Code code={signIn.userCode} page={signIn.page} onCancel={cancel} />
      ) : (
        <>
          {signIn.step !== 'none' && (
            <Notice tone="caution" announce="alert">
              <p>{t(ENDED[signIn.step])}</p>
            </Notice>
          )}
          <div class="actions">
            <Button ref={button} variant="primary" aria-disabled={starting} onClick={start}>
              {t(starting ? 'sign_in_starting' : again ? 'sign_in_again' : 'sign_in')}
            </Button>
          </div>
          <p class="quiet small">{t('sign_in_hint')}</p>
        </>
      )}
      {error && <ErrorText>{error}</ErrorText>}
    </div>
  );
}

const ENDED = {
  expired: 'sign_in_expired',
  denied: 'sign_in_denied',
  failed: 'sign_in_failed',
  'not-saved': 'sign_in_not_saved',
} as const;

function Code({ code, page, onCancel }: { code: string; page: string; onCancel: () => void }) {
  const [copied, setCopied] = useState<boolean>();
  const open = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone, and the focus with it: *Open* takes the focus.
  useEffect(() => {
    if (document.activeElement === document.body) open.current?.focus();
  }, []);
  const copy = () =>
    navigator.clipboard.writeText(code).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <>
      <p>{t('sign_in_type_code')}</p>
      <p class="sign-in-code" dir="ltr">
        {code}
      </p>
      <div class="actions">
        <Button onClick={copy}>{t(copied ? 'sign_in_copied' : 'sign_in_copy')}</Button>
        <Button ref={open} variant="primary" onClick={() => openPage(page)}>
          {t('sign_in_open')}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {t('sign_in_cancel')}
        </Button>
      </div>
      <p class="quiet small" role="status">
        {t('sign_in_waiting', code)}
      </p>
      {copied === false && <ErrorText>{t('sign_in_not_copied')}</ErrorText>}
    </>
  );
}
