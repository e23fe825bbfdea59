import type { ComponentChildren } from 'preact';

interface RowButtonProps {
  id?: string;
  title: ComponentChildren;
  text?: ComponentChildren;
  /** The title as a heading: `h3` in a panel without sections. */
  heading?: 'h3' | 'h4';
  /** The control at the end of the row. */
  children: ComponentChildren;
}

/** A row without a field: text at the start, a button at the end. */
export function RowButton({ id, title, text, heading: Title = 'h4', children }: RowButtonProps) {
  return (
    <div class="row-button">
      <div>
        <Title class="row-title" id={id}>
          {title}
        </Title>
        {text && <p>{text}</p>}
      </div>
      {children}
    </div>
  );
}
