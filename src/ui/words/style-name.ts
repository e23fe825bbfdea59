import type { Style } from '../../settings/index.ts';
import { hasText, t } from '../page/extension.ts';

/** What a style is called: by the user, or by us where they kept it. */
export function styleName({ id, name }: Pick<Style, 'id' | 'name'>): string {
  return name ?? (isOurs(id) ? t(`style_${id}`) : id);
}

/** A small picture of the style, drawn for it; undefined for one of the user's own. */
export function styleSample(id: string): string | undefined {
  return isOurs(id) ? `/samples/style-${id.replaceAll('-', '_')}.svg` : undefined;
}

function isOurs(id: string): boolean {
  return /^[a-z0-9-]{1,20}$/.test(id) && hasText(`style_${id}`);
}
