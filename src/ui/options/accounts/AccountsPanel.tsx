import { AccountList } from '../../account/AccountList.tsx';
import { t } from '../../page/extension.ts';
import { Panel } from '../Panel.tsx';
import { Section } from '../Section.tsx';
import { ForgetPuterField } from './ForgetPuterField.tsx';
import { PassphraseSection } from './PassphraseSection.tsx';
import { ServiceList } from './ServiceList.tsx';

/** The accounts of the services, and the order in which they are asked. */
export function AccountsPanel() {
  return (
    <Panel name="accounts" lead={t('options_accounts_lead')}>
      <div class="accounts">
        <AccountList />
      </div>
      <ServiceList />
      <PassphraseSection />
      <Section id="forgetting" title={t('options_forget_title')}>
        <div class="rows">
          <ForgetPuterField />
        </div>
      </Section>
      <Section id="what-goes-where" title={t('options_where')} lead={t('options_where_text')} />
    </Panel>
  );
}
