import { createAlarm, syncStorage } from '../../browser/index.ts';
import { createSettingsSync } from '../../settings/index.ts';

type Ports = Omit<Parameters<typeof createSettingsSync>[0], 'remote' | 'alarm'>;

/** The settings' sync over the browser's, and the alarm that says when something is to be sent. */
export function createSync(ports: Ports) {
  const syncDue = createAlarm('sync');
  return { sync: createSettingsSync({ ...ports, remote: syncStorage, alarm: syncDue.set }), syncDue };
}
