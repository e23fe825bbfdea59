import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';
import './notice.css';

type Tone = 'info' | 'success' | 'caution' | 'error';

interface NoticeProps {
  tone?: Tone;
  title?: ComponentChildren;
  /** Read out at once (`alert`, for errors) or when there is a pause (`status`); left out: not read out by itself. */
  announce?: 'alert' | 'status';
  /** Buttons that help with what the notice says. */
  actions?: ComponentChildren;
  /** At the end of the first line: the button that closes the notice. */
  corner?: ComponentChildren;
  children?: ComponentChildren;
}

const ICONS: Record<Tone, IconName> = {
  info: 'info',
  success: 'check',
  caution: 'warning',
  error: 'warning',
};

/** A few sentences in a frame, with the buttons that help. */
export function Notice({ tone = 'info', title, announce, actions, corner, children }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`}>
      <Icon name={ICONS[tone]} />
      <div class="notice-content">
        <div class="notice-words" {...(announce && { role: announce })}>
          {title && <p class="notice-title">{title}</p>}
          {children}
        </div>
        {actions && <div class="notice-actions">{actions}</div>}
      </div>
      {corner && <div class="notice-corner">{corner}</div>}
    </div>
  );
}
