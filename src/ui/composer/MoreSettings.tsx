import { useEffect } from 'preact/hooks';
import { Stepper } from '../components/Stepper.tsx';
import { t, together } from '../page/extension.ts';
import { usePopup } from '../stage/context.ts';
import { MOST_PICTURES } from './draft.ts';
import { NegativePromptField } from './NegativePromptField.tsx';
import { servicesOf, whoBills } from './price-words.ts';
import { SeedField } from './SeedField.tsx';

/** The popover with settings that are changed less often. */
export function MoreSettings() {
  const popup = usePopup();
  const { keeper, prices } = popup;
  const services = servicesOf(popup).join();
  useEffect(() => {
    for (const name of servicesOf(popup)) prices.ask(name);
  }, [services, popup, prices]);
  return (
    <div class="more">
      <NegativePromptField />
      <div class="more-pair">
        <SeedField />
        <Stepper
          label={t('popup_pictures')}
          value={keeper.draft.value.pictures}
          min={1}
          max={MOST_PICTURES}
          less={t('popup_pictures_less')}
          more={t('popup_pictures_more')}
          onChange={(pictures) => keeper.change({ pictures })}
        />
      </div>
      <p class="quiet smaller">{together(t('popup_pictures_hint'), ...whoBills(popup))}</p>
    </div>
  );
}
