import './letter.css';

/** The first letter of a service's name, as its sign. Hidden from screen readers. */
export function Letter({ name }: { name: string }) {
  return (
    <span class="letter" aria-hidden="true">
      {name.slice(0, 1)}
    </span>
  );
}
