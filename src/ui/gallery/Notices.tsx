import { useEffect, useState } from 'preact/hooks';
import { type GalleryNotice, NOTICE_KEYS, type NoticeName, parseNotice } from '../../gallery/notices.ts';
import { IconButton } from '../components/IconButton.tsx';
import { Notice } from '../components/Notice.tsx';
import { countOf, localArea, t, together, uiLanguage } from '../page/extension.ts';
import { momentWords } from './day-words.ts';

const NAMES: NoticeName[] = ['removed', 'unsaved'];

/** What happened to pictures while no page was open; each notice is shown until the user closes it. */
export function Notices() {
  const notices = useNotices();
  return (
    <>
      {NAMES.map((name) => {
        const notice = notices[name];
        if (!notice) return null;
        const away = (
          <IconButton
            icon="close"
            label={t('common_close')}
            onClick={() => void localArea.remove(NOTICE_KEYS[name]).catch(() => undefined)}
          />
        );
        return (
          <div class="gallery-notice" key={name}>
            <Notice tone="caution" announce="status" corner={away}>
              <p>
                {together(
                  countOf(`gallery_notice_${name}`, notice.pictures),
                  t(
                    'gallery_notice_last',
                    t('common_moment', ...momentWords(notice.at, Date.now(), uiLanguage())),
                  ),
                )}
              </p>
            </Notice>
          </div>
        );
      })}
    </>
  );
}

type Notices = Partial<Record<NoticeName, GalleryNotice | undefined>>;

function useNotices(): Notices {
  const [notices, setNotices] = useState<Notices>({});
  useEffect(() => {
    const noticesIn = (values: Record<string, unknown>, names: readonly NoticeName[]): Notices =>
      Object.fromEntries(names.map((name) => [name, parseNotice(values[NOTICE_KEYS[name]])]));
    const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
      const changed = NAMES.filter((name) => NOTICE_KEYS[name] in changes);
      const values = Object.fromEntries(
        Object.entries(changes).map(([key, { newValue }]) => [key, newValue]),
      );
      if (changed.length > 0) setNotices((last) => ({ ...last, ...noticesIn(values, changed) }));
    };
    localArea.onChanged.addListener(onChanged);
    void localArea.get(Object.values(NOTICE_KEYS)).then(
      // A notice that changed after this reading began is newer than what was read.
      (stored) => setNotices((last) => ({ ...noticesIn(stored, NAMES), ...last })),
      () => undefined,
    );
    return () => localArea.onChanged.removeListener(onChanged);
  }, []);
  return notices;
}
