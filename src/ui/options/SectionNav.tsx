import { t } from '../page/extension.ts';
import { SECTION_IDS } from './section-names.ts';
import './section-nav.css';
import { useSectionInView } from './use-section-in-view.ts';

/** The way around on wide screens. */
export function SectionNav() {
  const current = useSectionInView();
  return (
    <nav class="section-nav" aria-label={t('options_nav')}>
      <ul>
        {SECTION_IDS.map((id) => (
          <li key={id}>
            <a href={`#${id}`} {...(id === current && { 'aria-current': 'location' })}>
              {t(`options_title_${id}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
