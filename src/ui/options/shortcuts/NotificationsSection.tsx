import { useEffect, useState } from 'preact/hooks';
import { hasNotifications, onPermissionsChanged, requestNotifications } from '../../page/browser-settings.ts';
import { t } from '../../page/extension.ts';
import { useOptions } from '../../page/settings-context.ts';
import { SavedSwitch } from '../fields/SavedSwitch.tsx';
import { Section } from '../Section.tsx';

/** Whether the end of a picture is told while no page of ours shows it. The browser's permission is asked for here alone. */
export function NotificationsSection() {
  const { settings, update } = useOptions();
  const [granted, setGranted] = useState(false);
  useEffect(() => {
    const read = () => void hasNotifications().then(setGranted);
    read();
    return onPermissionsChanged(read);
  }, []);

  const set = async (enabled: boolean) => {
    // First of all in the click: browsers refuse it later.
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
