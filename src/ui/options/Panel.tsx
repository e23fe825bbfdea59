import type { ComponentChildren } from 'preact';
import { t } from '../page/extension.ts';
import type { PanelName } from './navigation/panels.ts';
import './panel.css';

interface PanelProps {
  name: PanelName;
  children: ComponentChildren;
  lead?: ComponentChildren;
}

/** One panel of the options. */
export function Panel({ name, lead, children }: PanelProps) {
  return (
    <>
      <header class="panel-header">
        <h2 tabIndex={-1} data-panel-title>
          {t(`options_panel_${name}`)}
        </h2>
        {lead && <p class="quiet">{lead}</p>}
      </header>
      {children}
    </>
  );
}
