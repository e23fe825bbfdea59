import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import './toolbar.css';
import { useRoving } from './roving.ts';

interface ToolbarProps {
  label: string;
  class?: string;
  children: ComponentChildren;
}

/** What can be done with what it lies on: one stop of the Tab key, arrows inside. Words go before icons where room is short. */
export function Toolbar({ label, class: place = '', children }: ToolbarProps) {
  const box = useRef<HTMLDivElement>(null);
  useRoving(box);
  return (
    <div ref={box} role="toolbar" aria-label={label} class={`toolbar ${place}`.trim()}>
      {children}
    </div>
  );
}
