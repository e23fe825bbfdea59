import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import './toolbar.css';
import { useRoving } from './roving.ts';

interface ToolbarProps {
  label: string;
  class?: string;
  children: ComponentChildren;
}

/** Buttons for the thing they lie on: one stop of the Tab key, arrows between them. Labels are hidden before icons when space is short. */
export function Toolbar({ label, class: place = '', children }: ToolbarProps) {
  const box = useRef<HTMLDivElement>(null);
  useRoving(box);
  return (
    <div ref={box} role="toolbar" aria-label={label} class={`toolbar ${place}`.trim()}>
      {children}
    </div>
  );
}
