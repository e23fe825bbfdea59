import { FILE_NAME_FIELDS, isDownloadFolder, isFileNamePattern } from '../../../web/file-names.ts';
import { t } from '../../page/extension.ts';
import { useOptions } from '../../page/settings-context.ts';
import { SavedSelect } from '../fields/SavedSelect.tsx';
import { SavedSwitch } from '../fields/SavedSwitch.tsx';
import { SavedTextField } from '../fields/SavedTextField.tsx';
import { Section } from '../Section.tsx';
import { useMaySave } from './use-may-save.ts';

const FIELDS = FILE_NAME_FIELDS.map((field) => `{${field}}`).join(' ');

/** What a saved file contains, its name and its folder, and whether each picture is saved by itself. */
export function SavingSection() {
  const { settings, update } = useOptions();
  const { allowed, allow } = useMaySave();
  const view = settings.value;
  if (!view) return null;
  const { metadata, fileType, fileName, folder, savesItself } = view.pictures;
  const set = (pictures: Partial<typeof view.pictures>) => update({ pictures });
  const unallowed = allowed === false && (savesItself || folder !== '');

  return (
    <Section id="saving" title={t('options_saving_title')} lead={t('options_saving_lead')}>
      <div class="rows">
        <SavedSelect
          label={t('options_pictures_metadata')}
          hint={t('options_pictures_metadata_hint')}
          value={metadata}
          options={(['all', 'no-words', 'mark'] as const).map((value) => ({
            value,
            label: t(`options_metadata_${value}`),
          }))}
          onSave={(value) => set({ metadata: value })}
        />
        <SavedSelect
          label={t('options_pictures_fileType')}
          hint={t('options_pictures_fileType_hint')}
          value={fileType}
          options={(['kept', 'png', 'jpeg', 'webp'] as const).map((value) => ({
            value,
            label: t(`options_type_${value}`),
          }))}
          onSave={(value) => set({ fileType: value })}
        />
        <SavedTextField
          label={t('options_pictures_fileName')}
          hint={t('options_pictures_fileName_hint', FIELDS)}
          value={fileName}
          check={(text) => (isFileNamePattern(text) ? undefined : t('problem_FILE_NAME_INVALID'))}
          onSave={(value) => set({ fileName: value })}
        />
        <SavedTextField
          label={t('options_pictures_folder')}
          hint={t('options_pictures_folder_hint')}
          value={folder}
          check={(text) => (isDownloadFolder(text) ? undefined : t('problem_FOLDER_INVALID'))}
          onSave={(value) => set({ folder: value })}
        />
        <SavedSwitch
          label={t('options_pictures_savesItself')}
          hint={t('options_pictures_savesItself_hint')}
          checked={savesItself}
          onSave={async (value) => {
            // Before any other await: browsers ask only while the click is being handled.
            if (value && !(await allow())) return { code: 'SAVING_REFUSED' };
            return set({ savesItself: value });
          }}
        />
      </div>
      {unallowed && (
        <p class="section-lead saving-unallowed" role="status">
          {t('options_saving_unallowed')}{' '}
          <button type="button" class="link" onClick={() => void allow()}>
            {t('options_saving_allow')}
          </button>
        </p>
      )}
    </Section>
  );
}
