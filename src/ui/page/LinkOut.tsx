import type { ComponentChildren } from 'preact';
import { t } from './extension.ts';

/** A link that leaves the extension, in a tab of its own. */
export function LinkOut({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <span class="visually-hidden"> {t('options_new_tab')}</span>
    </a>
  );
}
