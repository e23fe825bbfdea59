import type { ComponentChildren } from 'preact';

/** An error that is announced at once. */
export function ErrorText({ children }: { children: ComponentChildren }) {
  return (
    <p class="error-text" role="alert">
      {children}
    </p>
  );
}
