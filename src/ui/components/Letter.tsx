import './letter.css';

/** A service is known by the first letter of its name. For the eye alone. */
export function Letter({ name }: { name: string }) {
  return (
    <span class="letter" aria-hidden="true">
      {name.slice(0, 1)}
    </span>
  );
}
