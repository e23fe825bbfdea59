import type { ComponentChildren } from 'preact';

interface SectionProps {
  id: string;
  title: string;
  /** One or two sentences on what this is for. */
  lead?: ComponentChildren;
  /** Beside the heading: the switch of the whole section. */
  aside?: ComponentChildren;
  children?: ComponentChildren;
}

/** A part of a panel that links can lead to. */
export function Section({ id, title, lead, aside, children }: SectionProps) {
  return (
    <section class="section" id={id} aria-labelledby={`${id}-heading`}>
      <div class="section-top">
        <h3 id={`${id}-heading`}>{title}</h3>
        {aside}
      </div>
      {lead && <p class="section-lead">{lead}</p>}
      {children}
    </section>
  );
}
