import type { RefObject } from 'preact';
import { Popover } from '../components/Popover.tsx';
import { t } from '../page/extension.ts';
import { ModelChoice } from './ModelChoice.tsx';
import { MoreSettings } from './MoreSettings.tsx';
import type { PopoverName } from './opening.ts';
import './popovers.css';
import { RecentPrompts } from './RecentPrompts.tsx';
import { ShapeChoice } from './ShapeChoice.tsx';
import { StyleChoice } from './StyleChoice.tsx';

const POPOVERS = {
  style: { label: 'popup_style', Content: StyleChoice },
  shape: { label: 'popup_size', Content: ShapeChoice },
  model: { label: 'popup_model', Content: ModelChoice },
  more: { label: 'popup_more', Content: MoreSettings },
  recent: { label: 'popup_recent_prompts', Content: RecentPrompts },
} as const satisfies Record<PopoverName, unknown>;

export interface PopoverBoxProps {
  name: PopoverName;
  opener: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/** The popover of a chip. It covers stage and strip, and leaves the prompt visible. */
export function PopoverBox({ name, opener, onClose }: PopoverBoxProps) {
  const { label, Content } = POPOVERS[name];
  const done = () => {
    onClose();
    opener.current?.focus();
  };
  return (
    <Popover label={t(label)} opener={opener} onClose={onClose} class={`composer-popover popover-${name}`}>
      <Content onClose={done} />
    </Popover>
  );
}
