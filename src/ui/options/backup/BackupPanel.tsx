import { t } from '../../page/extension.ts';
import { Panel } from '../Panel.tsx';
import { ExportSection } from './ExportSection.tsx';
import { ImportSection } from './ImportSection.tsx';
import { ResetSection } from './ResetSection.tsx';
import { SyncSection } from './SyncSection.tsx';

/** Export and import of the settings, and reset. */
export function BackupPanel() {
  return (
    <Panel name="backup" lead={t('options_backup_lead')}>
      <ExportSection />
      <ImportSection />
      <SyncSection />
      <ResetSection />
    </Panel>
  );
}
