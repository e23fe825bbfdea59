import { createAlarm, syncStorage } from '../../browser/index.ts';
import { createSettingsSync } from '../../settings/index.ts';

type Ports = Omit<Parameters<typeof createSettingsSync>[0], 'remote' | 'alarm'>;

/** Creates the settings' sync over the browser's sync storage, and the alarm that tells when changes are due to be sent. */
export function createSync(ports: Ports) {
  const syncDue = createAlarm('sync');
  return { sync: createSettingsSync({ ...ports, remote: syncStorage, alarm: syncDue.set }), syncDue };
}
