import { Chip } from '../components/Chip.tsx';
import { t } from '../page/extension.ts';
import { usePopup } from '../stage/context.ts';
import { styleName } from '../words/style-name.ts';
import { type Draft, sizeOf } from './draft.ts';
import { ignoredOf } from './ignored.ts';
import type { Opening, PopoverName } from './opening.ts';

/** The chips: each shows one setting of the draft, and opens its popover. */
export function Chips({ open, onOpen }: Opening) {
  const { keeper, settings, styles } = usePopup();
  const draft = keeper.draft.value;
  const chosen = styles.value.find(({ id }) => id === draft.style);
  const ignored = ignoredOf(settings.value, draft).length > 0;
  const { width, height } = sizeOf(draft);
  const wide = Number.isFinite(width / height) ? Math.min(1.8, Math.max(0.5, width / height)) : 1;
  const shared = (name: PopoverName) => ({
    opens: name,
    expanded: open.value === name,
    onClick: () => onOpen(open.value === name ? undefined : name),
  });
  return (
    <div class="chips">
      <Chip {...shared('style')} name={t('popup_style')} value={chosen && styleName(chosen)} />
      <Chip
        {...shared('shape')}
        name={t('popup_size')}
        value={shapeWords(draft)}
        sign={<i class="chip-shape" style={{ '--wide': `${wide}` }} aria-hidden="true" />}
      />
      <Chip
        {...shared('model')}
        name={t('popup_model')}
        value={draft.model.trim().split('/').at(-1) || undefined}
      />
      <Chip
        {...shared('more')}
        icon={ignored ? 'warning' : 'more'}
        about={ignored ? t('popup_more_ignored') : undefined}
        name={t('popup_more')}
        brief={t('popup_more_brief')}
        set={draft.seed.trim() !== '' || draft.negativePrompt.trim() !== '' || draft.pictures > 1}
      />
    </div>
  );
}

function shapeWords({ shape, width, height }: Draft): string | undefined {
  if (shape === 'own') return t('popup_size_pixels', width || '…', height || '…');
  return shape === 'square' ? undefined : t(`popup_size_${shape}`);
}
