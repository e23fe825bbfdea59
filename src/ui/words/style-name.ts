import type { Style } from '../../settings/index.ts';
import { hasText, t } from '../page/extension.ts';

/** The name of a style: the user's own or, where the user kept it, the shipped name. */
export function styleName({ id, name }: Pick<Style, 'id' | 'name'>): string {
  return name ?? (isOurs(id) ? t(`style_${id}`) : id);
}

/** The path of a small picture drawn for a shipped style; undefined for the user's own styles. */
export function styleSample(id: string): string | undefined {
  return isOurs(id) ? `/samples/style-${id.replaceAll('-', '_')}.svg` : undefined;
}

function isOurs(id: string): boolean {
  return /^[a-z0-9-]{1,20}$/.test(id) && hasText(`style_${id}`);
}
