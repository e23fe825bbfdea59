import { ICON_PATHS, type IconName, TURNING } from './icon-paths.ts';

/** Icons that are made of dots. */
const THICK: readonly IconName[] = ['more', 'drag'];

/** An icon. Decoration only: the text beside it, or the button's name, says what it means. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      class={TURNING.includes(name) ? 'icon icon-turns' : 'icon'}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width={THICK.includes(name) ? 3 : 2}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
