import { Disclosure } from '../../components/index.ts';
import { ownVersion, t } from '../../page/extension.ts';
import { Panel } from '../Panel.tsx';
import { Section } from '../Section.tsx';
import { Changelog } from './Changelog.tsx';
import { ShippedList } from './ShippedList.tsx';

/** The version, the privacy statement and the licences. */
export function AboutPanel() {
  return (
    <Panel name="about" lead={t('options_about_version', ownVersion())}>
      <Section id="privacy" title={t('options_privacy')}>
        <p>{t('options_privacy_prompts')}</p>
        <p>{t('options_privacy_hubs')}</p>
        <p>{t('options_privacy_rest')}</p>
      </Section>
      <Section id="changelog" title={t('options_changelog')}>
        <Changelog />
      </Section>
      <Section id="licence" title={t('options_licence_title')}>
        <p>{t('options_licence')}</p>
        <Disclosure summary={t('options_shipped')}>
          <ShippedList />
        </Disclosure>
      </Section>
    </Panel>
  );
}
