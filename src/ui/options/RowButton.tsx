import type { ComponentChildren } from 'preact';

interface RowButtonProps {
  id?: string;
  title: ComponentChildren;
  text?: ComponentChildren;
  /** What stands at the end of the row. */
  children: ComponentChildren;
}

/** A row of a group that holds something else than a field: what it is at the start, what to press at the end. */
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
