import './spinner.css';

/** Shows that something is in progress; the text beside it says what. Hidden from screen readers. */
export function Spinner() {
  return <span class="spinner" aria-hidden="true" />;
}
