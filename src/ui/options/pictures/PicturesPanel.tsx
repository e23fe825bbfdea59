import { PROVIDER_NAMES } from '../../../generation/index.ts';
import { t } from '../../page/extension.ts';
import { Panel } from '../Panel.tsx';
import { Section } from '../Section.tsx';
import { DeleteAllSection } from './DeleteAllSection.tsx';
import { KeptSection } from './KeptSection.tsx';
import { ModelField } from './ModelField.tsx';
import { SavingSection } from './SavingSection.tsx';
import { ToolbarSection } from './ToolbarSection.tsx';
import { WaitingSection } from './WaitingSection.tsx';

/** The settings of new pictures, and how they are kept. */
export function PicturesPanel() {
  return (
    <Panel name="pictures" lead={t('options_pictures_lead')}>
      <Section id="new-picture" title={t('options_new_picture')}>
        <div class="rows">
          {PROVIDER_NAMES.map((name) => (
            <ModelField key={name} provider={name} />
          ))}
        </div>
      </Section>
      <SavingSection />
      <KeptSection />
      <WaitingSection />
      <ToolbarSection />
      <DeleteAllSection />
    </Panel>
  );
}
