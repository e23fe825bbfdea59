import { Button } from '../components/Button.tsx';
import { countOf, t } from '../page/extension.ts';
import { useGallery } from './context.ts';
import { EVERYTHING } from './filter.ts';

/** The text of an empty gallery: no pictures yet, none that matches, or none that can be read. */
export function Nothing({ onMakeFirst }: { onMakeFirst: () => void }) {
  const { model } = useGallery();
  if (model.trouble.value) return <Said title={t(`gallery_trouble_${model.trouble.value}`)} />;
  if (!model.complete.value) return <div class="nothing" tabIndex={-1} aria-busy="true" />;
  if (model.bringsBack.value)
    return (
      <div class="nothing" tabIndex={-1} aria-busy="true">
        <p class="quiet">{t('gallery_bringing_back')}</p>
      </div>
    );
  const all = model.pictures.value.length;
  if (all === 0)
    return (
      <Said title={t('gallery_empty_title')} text={t('gallery_empty_text')}>
        <Button variant="primary" onClick={onMakeFirst}>
          {t('gallery_make_first')}
        </Button>
      </Said>
    );
  const words = model.filter.value.words.trim();
  const title = words === '' ? t('gallery_none_chosen') : t('gallery_none_found', words);
  return (
    <Said title={title} text={t('gallery_none_text')}>
      <Button
        onClick={() => {
          model.filter.value = EVERYTHING;
        }}
      >
        {countOf('gallery_show_all', all)}
      </Button>
    </Said>
  );
}

interface SaidProps {
  title: string;
  text?: string;
  children?: preact.ComponentChildren;
}

function Said({ title, text, children }: SaidProps) {
  return (
    <div class="nothing" tabIndex={-1}>
      <h2>{title}</h2>
      {text && <p class="quiet">{text}</p>}
      {children}
    </div>
  );
}
