import { STYLE_LIMITS } from '../../../settings/presets/style.ts';
import { t } from '../../page/extension.ts';

const asCopy = (name: string) => t('options_style_copy_name', name);

/** The name of a style's copy. A name that would be too long loses its last characters. */
export function copyName(name: string, called = asCopy): string {
  const signs = [...name];
  while (signs.length > 0 && called(signs.join('')).length > STYLE_LIMITS.name) signs.pop();
  return called(signs.join(''));
}
