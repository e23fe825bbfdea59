import { useEffect, useState } from 'preact/hooks';
import { hasNotifications, onPermissionsChanged, requestNotifications } from '../../page/browser-settings.ts';
import { t } from '../../page/extension.ts';
import { useOptions } from '../../page/settings-context.ts';
import { SavedSwitch } from '../fields/SavedSwitch.tsx';
import { Section } from '../Section.tsx';

/**
 * Whether the user is notified when a picture ends while no page of the extension shows it. Switching this on
 * asks for the browser's permission.
 */
export function NotificationsSection() {
  const { settings, update } = useOptions();
  const [granted, setGranted] = useState(false);
  useEffect(() => {
    const read = () => void hasNotifications().then(setGranted);
    read();
    return onPermissionsChanged(read);
  }, []);

  const set = async (enabled: boolean) => {
    // The first thing done in the click: browsers refuse the request later.
    const allowed = !enabled || (await requestNotifications());
    setGranted(await hasNotifications());
    return allowed ? update({ notifications: { enabled } }) : ({ code: 'NOTIFICATIONS_REFUSED' } as const);
  };
  return (
    <Section id="notifications" title={t('options_notifications')}>
      <div class="rows">
        <SavedSwitch
          label={t('options_notifications_enabled')}
          hint={t('options_notifications_hint')}
          checked={granted && settings.value?.notifications.enabled === true}
          onSave={set}
        />
      </div>
    </Section>
  );
}
