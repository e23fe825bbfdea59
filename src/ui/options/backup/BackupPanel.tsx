import { t } from '../../page/extension.ts';
import { Panel } from '../Panel.tsx';
import { ExportSection } from './ExportSection.tsx';
import { ImportSection } from './ImportSection.tsx';
import { ResetSection } from './ResetSection.tsx';

/** What the user set, to a file and back, and back to the first day. */
export function BackupPanel() {
  return (
    <Panel name="backup" lead={t('options_backup_lead')}>
      <ExportSection />
      <ImportSection />
      <ResetSection />
    </Panel>
  );
}
