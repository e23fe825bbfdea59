import type { ComponentChildren } from 'preact';
import './section.css';

interface SectionProps {
  id: string;
  title: string;
  /** One or two sentences on what this is for. */
  lead?: ComponentChildren;
  /** Beside the heading: the switch of the whole section. */
  aside?: ComponentChildren;
  children: ComponentChildren;
}

export function Section({ id, title, lead, aside, children }: SectionProps) {
  return (
    <section class="section" id={id} aria-labelledby={`${id}-heading`}>
      <div class="section-top">
        <h2 id={`${id}-heading`}>{title}</h2>
        {aside}
      </div>
      {lead && <p class="section-lead">{lead}</p>}
      <div class="section-body">{children}</div>
    </section>
  );
}
