import { useEffect, useState } from 'preact/hooks';
import { asGalleryChanged } from '../../../messages/index.ts';
import { DEFINITION } from '../../../settings/definition.ts';
import { Button } from '../../components/index.ts';
import { onBroadcast, openGallery, t, uiLanguage } from '../../page/extension.ts';
import { useOptions } from '../../page/settings-context.ts';
import { asFileSize } from '../../words/file-size.ts';
import { SavedNumberField } from '../fields/SavedNumberField.tsx';
import { SavedSwitch } from '../fields/SavedSwitch.tsx';
import { RowButton } from '../RowButton.tsx';
import { Section } from '../Section.tsx';

/**
 * The kept pictures: how many there are, how much room they take and may take, and the button that leads to
 * their export.
 */
export function KeptSection() {
  const { settings, update } = useOptions();
  const room = useRoom();
  const view = settings.value;
  if (!view) return null;
  const { limitMegabytes, blurs, keepsPage, keepsPrivate } = view.pictures;
  return (
    <Section id="kept" title={t('options_kept')} lead={t('options_kept_text')}>
      <div class="rows">
        <RowButton title={room?.kept ?? t('options_kept_none')} text={room?.left}>
          <Button onClick={() => openGallery()}>{t('options_kept_export')}</Button>
        </RowButton>
        <SavedNumberField
          label={t('options_pictures_limit')}
          hint={t('options_pictures_limit_hint')}
          value={limitMegabytes}
          limits={DEFINITION.pictures.limitMegabytes.limits}
          whole
          onSave={(value) => update({ pictures: { limitMegabytes: value } })}
        />
        <SavedSwitch
          label={t('options_pictures_blurs')}
          hint={t('options_pictures_blurs_hint')}
          checked={blurs}
          onSave={(value) => update({ pictures: { blurs: value } })}
        />
        <SavedSwitch
          label={t('options_pictures_keepsPage')}
          hint={t('options_pictures_keepsPage_hint')}
          checked={keepsPage}
          onSave={(value) => update({ pictures: { keepsPage: value } })}
        />
        <SavedSwitch
          label={t('options_pictures_keepsPrivate')}
          hint={t('options_pictures_keepsPrivate_hint')}
          checked={keepsPrivate}
          onSave={(value) => update({ pictures: { keepsPrivate: value } })}
        />
      </div>
    </Section>
  );
}

/**
 * How much is kept and how much room is left, in words; read again when the page is seen again, and when
 * pictures were added or deleted.
 */
function useRoom(): { kept: string; left?: string } | undefined {
  const { ask } = useOptions();
  const [room, setRoom] = useState<{ kept: string; left?: string }>();
  useEffect(() => {
    const look = async () => {
      const reply = await ask('galleryState', {});
      if (!reply.ok) return;
      const language = uiLanguage();
      const { pictures, byteLength } = reply.value;
      const number = new Intl.NumberFormat(language).format(pictures);
      const kept = t('options_kept_sum', number, asFileSize(byteLength, language));
      const estimate = await navigator.storage?.estimate().catch(() => undefined);
      const { usage, quota } = estimate ?? {};
      const left =
        usage === undefined || quota === undefined
          ? undefined
          : t('options_kept_left', asFileSize(Math.max(0, quota - usage), language));
      setRoom({ kept, ...(left !== undefined && { left }) });
    };
    const seen = () => void look();
    seen();
    document.addEventListener('visibilitychange', seen);
    const stop = onBroadcast((message) => {
      if (asGalleryChanged(message) && document.visibilityState === 'visible') seen();
    });
    return () => {
      stop();
      document.removeEventListener('visibilitychange', seen);
    };
  }, [ask]);
  return room;
}
