import { useId } from 'preact/hooks';
import { Mark } from '../../components/Mark.tsx';
import { t } from '../../page/extension.ts';
import { PANELS, type PanelName } from './panels.ts';
import './side-nav.css';

/** The navigation: links at the side, or a select in a narrow window. */
export function SideNav({ current }: { current: PanelName }) {
  const id = useId();
  const title = (name: PanelName) => t(`options_panel_${name}`);
  return (
    <nav class="side-nav" aria-label={t('options_nav')}>
      <h1 class="side-brand">
        <Mark />
        <span class="side-name">{t('extension_name')}</span>
      </h1>
      <ul class="side-links">
        {PANELS.map((name) => (
          <li key={name}>
            <a href={`#${name}`} {...(name === current && { 'aria-current': 'page' })}>
              {title(name)}
            </a>
          </li>
        ))}
      </ul>
      <div class="side-select">
        <label class="visually-hidden" for={id}>
          {t('options_section')}
        </label>
        <select
          id={id}
          class="field-input"
          value={current}
          onChange={(event) => {
            location.hash = event.currentTarget.value;
          }}
        >
          {PANELS.map((name) => (
            <option key={name} value={name}>
              {title(name)}
            </option>
          ))}
        </select>
      </div>
    </nav>
  );
}
