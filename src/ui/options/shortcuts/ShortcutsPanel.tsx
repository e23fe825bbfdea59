import { t } from '../../page/extension.ts';
import { Panel } from '../Panel.tsx';
import { KeysSection } from './KeysSection.tsx';
import { NotificationsSection } from './NotificationsSection.tsx';
import { SelectionSection } from './SelectionSection.tsx';

/** How a picture is begun from anywhere, and how its end is heard of. */
export function ShortcutsPanel() {
  return (
    <Panel name="shortcuts" lead={t('options_shortcuts_lead')}>
      <KeysSection />
      <SelectionSection />
      <NotificationsSection />
    </Panel>
  );
}
