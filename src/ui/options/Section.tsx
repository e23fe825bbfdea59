import type { ComponentChildren } from 'preact';

interface SectionProps {
  id: string;
  title: string;
  /** One or two sentences on what this is for. */
  lead?: ComponentChildren;
  /** A control beside the heading, such as a switch for the whole section. */
  aside?: ComponentChildren;
  children?: ComponentChildren;
}

/** A section of a panel. Links lead to it by its id. */
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
