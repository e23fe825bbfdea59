import { PROVIDER_NAMES } from '../../../generation/index.ts';
import { t } from '../../page/extension.ts';
import { Panel } from '../Panel.tsx';
import { Section } from '../Section.tsx';
import { DeleteAllSection } from './DeleteAllSection.tsx';
import { ModelField } from './ModelField.tsx';
import { ToolbarSection } from './ToolbarSection.tsx';
import { WaitingAndRoom } from './WaitingAndRoom.tsx';

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
      <Section id="kept" title={t('options_kept')} lead={t('options_kept_text')} />
      <WaitingAndRoom />
      <ToolbarSection />
      <DeleteAllSection />
    </Panel>
  );
}
