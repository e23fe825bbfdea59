import { STYLE_LIMITS } from '../../../settings/presets/style.ts';
import { t } from '../../page/extension.ts';

const asCopy = (name: string) => t('options_style_copy_name', name);

/** What the copy of a style is called. The name of one that is as long as it may be loses its last signs. */
export function copyName(name: string, called = asCopy): string {
  const signs = [...name];
  while (signs.length > 0 && called(signs.join('')).length > STYLE_LIMITS.name) signs.pop();
  return called(signs.join(''));
}
