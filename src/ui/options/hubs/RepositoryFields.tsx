import type { RepositoryType } from '../../../hub/types.ts';
import { Select, TextField } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import './repository-fields.css';

interface RepositoryFieldsProps {
  label: string;
  text: string;
  type: RepositoryType;
  error: string | undefined;
  onText: (text: string) => void;
  onType: (type: RepositoryType) => void;
}

const TYPES = ['model', 'dataset', 'space'] as const;

/** Fields for a repository: an id or an address, and the type. */
export function RepositoryFields({ label, text, type, error, onText, onType }: RepositoryFieldsProps) {
  return (
    <div class="repository-fields">
      <TextField
        label={label}
        error={error}
        placeholder={t('options_repository_placeholder')}
        dir="ltr"
        spellcheck={false}
        maxLength={2000}
        value={text}
        onInput={onText}
      />
      <Select
        label={t('options_repository_type')}
        value={type}
        options={TYPES.map((value) => ({ value, label: t(`options_repository_${value}`) }))}
        onChange={onType}
      />
    </div>
  );
}
