import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Notice } from '../../components/Notice.tsx';

interface FinderQuestionProps {
  text: string;
  /** The sources that the text speaks of, with their hosts. */
  places: string;
  children: ComponentChildren;
}

/** A question in the finder, with its buttons. It is scrolled into view and announced at once. */
export function FinderQuestion({ text, places, children }: FinderQuestionProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div class="confirm" ref={place}>
      <Notice tone="caution" announce="alert" actions={children}>
        <p>{text}</p>
        {places && <p class="quiet">{places}</p>}
      </Notice>
    </div>
  );
}
