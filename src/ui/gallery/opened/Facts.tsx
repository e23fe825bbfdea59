import type { Picture } from '../../../gallery/index.ts';
import { t, uiLanguage } from '../../page/extension.ts';
import { asFileSize } from '../../words/file-size.ts';
import { pictureFacts } from '../picture-facts.ts';

const KIND: Record<Picture['type'], string> = {
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
  'image/avif': 'AVIF',
  'image/gif': 'GIF',
};

/** A table of how the picture was made. */
export function Facts({ picture }: { picture: Picture }) {
  const file = `${KIND[picture.type]} · ${asFileSize(picture.byteLength, uiLanguage())}`;
  const facts = [...pictureFacts(picture), { key: 'gallery_fact_file', value: file }];
  return (
    <section>
      <h2 class="pane-title">{t('gallery_facts')}</h2>
      <dl class="facts">
        {facts.map(({ key, value }) => (
          <div key={key} class="fact">
            <dt>{t(key)}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
