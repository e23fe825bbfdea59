import type { ComponentChildren } from 'preact';

interface RowButtonProps {
  id?: string;
  title: ComponentChildren;
  text?: ComponentChildren;
  /** The control at the end of the row. */
  children: ComponentChildren;
}

/** A row without a field: text at the start, a button at the end. */
export function RowButton({ id, title, text, children }: RowButtonProps) {
  return (
    <div class="row-button">
      <div>
        <h4 class="row-title" id={id}>
          {title}
        </h4>
        {text && <p>{text}</p>}
      </div>
      {children}
    </div>
  );
}
