import type { ComponentChildren } from 'preact';
import { Icon } from '../../components/Icon.tsx';
import type { IconName } from '../../components/icon-paths.ts';
import './stage-note.css';

interface StageNoteProps {
  sign: IconName;
  /** The failure is temporary or no failure at all; otherwise the user must act. */
  patient?: boolean;
  title: ComponentChildren;
  /** Left out: not read out by itself. */
  announce?: 'alert';
  /** Buttons that help: one main button, the others quiet. */
  actions?: ComponentChildren;
  details?: ComponentChildren;
  children?: ComponentChildren;
}

/** A failure on the stage: the title names the cause, the text says what to do, the buttons do it. */
export function StageNote(props: StageNoteProps) {
  const { sign, patient = false, title, announce, actions, details, children } = props;
  return (
    <div class="stage-fill stage-note">
      <span class={patient ? 'note-sign note-patient' : 'note-sign'}>
        <Icon name={sign} />
      </span>
      <div class="note-words" {...(announce && { role: announce })}>
        <h2>{title}</h2>
        {children}
      </div>
      {actions && <div class="note-actions">{actions}</div>}
      <div class="note-details">{details}</div>
    </div>
  );
}
