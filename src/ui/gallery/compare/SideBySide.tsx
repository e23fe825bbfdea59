import type { Picture } from '../../../gallery/index.ts';
import { t } from '../../page/extension.ts';
import { usePicture } from '../../picture/use-picture.ts';
import { providerName } from '../../words/provider-name.ts';
import { letterOf } from './letter-of.ts';

/** The compared pictures side by side, uncropped. */
export function SideBySide({ pictures }: { pictures: readonly Picture[] }) {
  return (
    <ul class="beside" aria-label={t('gallery_pictures')}>
      {pictures.map((picture, place) => (
        <li key={picture.id} class="beside-one">
          <One picture={picture} letter={letterOf(place)} />
        </li>
      ))}
    </ul>
  );
}

function One({ picture, letter }: { picture: Picture; letter: string }) {
  const read = usePicture(picture.id, 0);
  return (
    <figure class="beside-figure" data-provider={picture.provider}>
      <img
        class="beside-image"
        src={read.state === 'ready' ? read.url : undefined}
        alt={picture.request.prompt}
      />
      <figcaption class="two-name">
        {t('gallery_compared_by', letter, providerName(picture.provider))}
      </figcaption>
    </figure>
  );
}
