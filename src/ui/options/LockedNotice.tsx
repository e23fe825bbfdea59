import { Notice } from '../components/index.ts';
import { t } from '../page/extension.ts';
import { useOptions } from '../page/settings-context.ts';
import { UnlockForm } from '../passphrase/UnlockForm.tsx';

/** The notice above every panel, for as long as the tokens are locked. */
export function LockedNotice() {
  const { settings, ask, show, announce } = useOptions();
  if (settings.value?.passphrase !== 'locked') return null;

  const unlock = async (passphrase: string) => {
    const reply = await ask('unlockTokens', { passphrase });
    if (!reply.ok) return reply.problem;
    show(reply.value);
    announce(t('passphrase_unlocked'));
    return undefined;
  };

  return (
    <Notice tone="caution" title={t('passphrase_locked_title')}>
      <p>{t('passphrase_locked_text')}</p>
      <UnlockForm unlock={unlock} />
    </Notice>
  );
}
