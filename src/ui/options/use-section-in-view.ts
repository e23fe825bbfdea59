import { useEffect, useState } from 'preact/hooks';
import { SECTION_IDS, type SectionId } from './section-names.ts';

/** The section that fills the upper part of the window. */
export function useSectionInView(): SectionId {
  const [current, setCurrent] = useState<SectionId>(SECTION_IDS[0]);
  useEffect(() => {
    const visible = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) visible.add(target.id);
          else visible.delete(target.id);
        }
        setCurrent((before) => SECTION_IDS.find((id) => visible.has(id)) ?? before);
      },
      { rootMargin: '-15% 0px -70% 0px' },
    );
    for (const id of SECTION_IDS) {
      const section = document.getElementById(id);
      if (section) observer.observe(section);
    }
    return () => observer.disconnect();
  }, []);
  return current;
}
