import { useState } from 'preact/hooks';
import type { SettingsView } from '../../../messages/index.ts';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ask, t } from '../../page/extension.ts';
import { askedHosts } from '../../words/asked-hosts.ts';

/** Before the user has agreed to look-ups: who would be asked, for what, and the button that agrees. */
export function AgreeNotice({ settings, onAgreed }: { settings: SettingsView; onAgreed: () => void }) {
  const [busy, setBusy] = useState(false);

  async function agree() {
    if (busy) return;
    setBusy(true);
    const reply = await ask('agreeToLookUps', {});
    setBusy(false);
    if (reply.ok) onAgreed();
  }

  return (
    <Notice
      actions={
        <div>
          <Button small variant="primary" aria-disabled={busy} onClick={() => void agree()}>
            {t('popup_lookups_agree')}
          </Button>
        </div>
      }
    >
      <p>{t('popup_lookups_text', askedHosts(settings))}</p>
    </Notice>
  );
}
