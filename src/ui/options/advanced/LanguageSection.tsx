import { LANGUAGE_CHOICES, type LanguageChoice, tagOf } from '../../../language/index.ts';
import { Select } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { useOptions } from '../../page/settings-context.ts';
import { useSave } from '../../page/use-save.ts';
import { SavedMark } from '../fields/SavedMark.tsx';
import { Section } from '../Section.tsx';
import { languageName } from './language-name.ts';

/** The language of pages and notifications. */
export function LanguageSection() {
  const { settings, update } = useOptions();
  const { error, state, save } = useSave();
  return (
    <Section id="language" title={t('options_language')}>
      <div class="rows">
        <Select
          label={t('options_language')}
          hint={t('options_language_hint')}
          error={error}
          aside={<SavedMark state={state} />}
          value={settings.value?.language ?? 'browser'}
          options={LANGUAGE_CHOICES.map(toOption)}
          onChange={(language) => void save(() => update({ language }))}
        />
      </div>
    </Section>
  );
}

function toOption(choice: LanguageChoice) {
  const option = { value: choice, label: languageName(choice) };
  return choice === 'browser' ? option : { ...option, lang: tagOf(choice) };
}
