import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/index.ts';
import { t } from '../../page/extension.ts';

interface OrderButtonsProps {
  /** Id of the element that names the moved item. */
  describedBy: string;
  index: number;
  count: number;
  disabled?: boolean;
  onMove: (offset: -1 | 1) => void;
}

/** Moves one item of a list; the focus stays with the item, so that it can be moved on. */
export function OrderButtons({ describedBy, index, count, disabled = false, onMove }: OrderButtonsProps) {
  const buttons = useRef<HTMLSpanElement>(null);
  const pressed = useRef<-1 | 1 | undefined>(undefined);
  const place = useRef(index);

  // A moved element loses the focus. At an end of the list its button is disabled, so the other button gets the focus.
  useLayoutEffect(() => {
    const moved = place.current !== index;
    place.current = index;
    if (!moved || pressed.current === undefined) return;
    const [up, down] = buttons.current?.querySelectorAll('button') ?? [];
    const [towards, back] = pressed.current === -1 ? [up, down] : [down, up];
    pressed.current = undefined;
    (towards?.disabled ? back : towards)?.focus();
  }, [index]);

  const move = (offset: -1 | 1) => () => {
    pressed.current = offset;
    onMove(offset);
  };
  const shared = { small: true, iconOnly: true, variant: 'quiet', 'aria-describedby': describedBy } as const;
  return (
    <span class="order-buttons" ref={buttons}>
      <Button {...shared} icon="up" disabled={disabled || index === 0} onClick={move(-1)}>
        {t('options_move_up')}
      </Button>
      <Button {...shared} icon="down" disabled={disabled || index === count - 1} onClick={move(1)}>
        {t('options_move_down')}
      </Button>
    </span>
  );
}
