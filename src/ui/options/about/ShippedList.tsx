import { t } from '../../page/extension.ts';
import { LinkOut } from '../../page/LinkOut.tsx';
import { SHIPPED } from './shipped.ts';
import './shipped-list.css';

export function ShippedList() {
  return (
    <ul class="shipped" aria-label={t('options_shipped')}>
      {SHIPPED.map(({ name, licence, url, inside }) => (
        <li key={name}>
          <LinkOut href={url}>{name}</LinkOut>
          <span class="quiet">
            {licence}
            {inside !== undefined && ` · ${t('options_shipped_inside', inside)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
