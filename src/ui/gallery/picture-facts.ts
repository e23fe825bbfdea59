import type { Picture } from '../../gallery/index.ts';
import { styleUsed } from '../../generation/own-style.ts';
import { t } from '../page/extension.ts';
import { providerName } from '../words/provider-name.ts';
import { styleName } from '../words/style-name.ts';

export interface Fact {
  /** The key of its name in `_locales`. */
  key: string;
  value: string;
}

/** The facts of a picture as the page shows them; unknown ones are left out. */
export function pictureFacts(picture: Picture): Fact[] {
  const { model, request, provider, width, height, warnings = [], page } = picture;
  const seedIgnored = warnings.some(({ code }) => code === 'seed-ignored');
  const seed = request.seed === undefined ? undefined : String(request.seed);
  const style = styleUsed(request);
  const facts: [string, string | undefined][] = [
    ['gallery_fact_model', model],
    ['gallery_fact_style', style && styleName(style)],
    [
      'gallery_fact_size',
      width && height ? t('gallery_size_pixels', String(width), String(height)) : undefined,
    ],
    ['gallery_fact_seed', seedIgnored ? t('gallery_seed_ignored', providerName(provider)) : seed],
    ['gallery_fact_page', page],
  ];
  return facts.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));
}
