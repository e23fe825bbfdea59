import { useSignal } from '@preact/signals';
import type { Picture } from '../../../gallery/index.ts';
import { Icon } from '../../components/Icon.tsx';
import { t } from '../../page/extension.ts';
import { usePicture } from '../../picture/use-picture.ts';
import { providerName } from '../../words/provider-name.ts';
import { tileRatio } from '../wall/justified-rows.ts';

/** Two pictures on one another; the line between them is moved by hand or with the arrows. */
export function Slider({ first, second }: { first: Picture; second: Picture }) {
  const at = useSignal(50);
  const place = { '--ratio': tileRatio(first.width, first.height), '--at': `${at.value}%` };
  return (
    <div class="two-stage">
      <div class="two" style={place}>
        <Half picture={first} />
        <Half picture={second} over />
        <p class="two-name two-name-first">{t('gallery_compared_by', 'A', providerName(first.provider))}</p>
        <p class="two-name two-name-second">{t('gallery_compared_by', 'B', providerName(second.provider))}</p>
        <input
          class="two-range"
          type="range"
          min="0"
          max="100"
          value={at.value}
          aria-label={t('gallery_compare_share')}
          onInput={(event) => {
            at.value = Number(event.currentTarget.value);
          }}
        />
        <span class="two-line" aria-hidden="true">
          <Icon name="swap" />
        </span>
      </div>
    </div>
  );
}

function Half({ picture, over = false }: { picture: Picture; over?: boolean }) {
  const read = usePicture(picture.id, 0);
  return (
    <img
      class={over ? 'two-half two-over' : 'two-half'}
      data-provider={picture.provider}
      src={read.state === 'ready' ? read.url : undefined}
      alt={picture.request.prompt}
    />
  );
}
