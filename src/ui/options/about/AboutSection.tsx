import { Disclosure } from '../../components/index.ts';
import { ownVersion, t } from '../../page/extension.ts';
import { Section } from '../Section.tsx';
import { ShippedList } from './ShippedList.tsx';

export function AboutSection() {
  return (
    <Section id="about" title={t('options_title_about')} lead={t('options_about_version', ownVersion())}>
      <div class="group">
        <h3>{t('options_privacy')}</h3>
        <p>
          {t('options_privacy_prompts')} {t('options_privacy_hubs')} {t('options_privacy_rest')}
        </p>
      </div>
      <div class="group ruled">
        <p>{t('options_licence')}</p>
        <Disclosure summary={t('options_shipped')}>
          <ShippedList />
        </Disclosure>
      </div>
    </Section>
  );
}
