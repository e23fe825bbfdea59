import { t } from '../../page/extension.ts';
import { Panel } from '../Panel.tsx';
import { KeysSection } from './KeysSection.tsx';
import { NotificationsSection } from './NotificationsSection.tsx';
import { SelectionSection } from './SelectionSection.tsx';

/** How a picture is started from any page, and how the user is told of its end. */
export function ShortcutsPanel() {
  return (
    <Panel name="shortcuts" lead={t('options_shortcuts_lead')}>
      <KeysSection />
      <SelectionSection />
      <NotificationsSection />
    </Panel>
  );
}
