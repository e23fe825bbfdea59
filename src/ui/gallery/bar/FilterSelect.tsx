import { t } from '../../page/extension.ts';

interface FilterSelectProps {
  label: string;
  /** Undefined: every value. */
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
}

/** The browser's own select, which works with every input and screen reader, styled as a chip. */
export function FilterSelect({ label, value, options, onChange }: FilterSelectProps) {
  return (
    <select
      class={value === undefined ? 'filter' : 'filter filter-set'}
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    >
      <option value="">{value === undefined ? label : t('gallery_filter_all', label)}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
