import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Announcer } from '../page/Announcer.tsx';
import { t } from '../page/extension.ts';
import { useOptions } from '../page/settings-context.ts';
import { AboutPanel } from './about/AboutPanel.tsx';
import { AccountsPanel } from './accounts/AccountsPanel.tsx';
import { AdvancedPanel } from './advanced/AdvancedPanel.tsx';
import { BackupPanel } from './backup/BackupPanel.tsx';
import { HubsPanel } from './hubs/HubsPanel.tsx';
import { LoadState } from './LoadState.tsx';
import { LockedNotice } from './LockedNotice.tsx';
import { PANELS, type PanelName, type Place } from './navigation/panels.ts';
import { SideNav } from './navigation/SideNav.tsx';
import { usePlace } from './navigation/use-place.ts';
import './options-page.css';
import { PicturesPanel } from './pictures/PicturesPanel.tsx';
import { ShortcutsPanel } from './shortcuts/ShortcutsPanel.tsx';
import { StylesPanel } from './styles/StylesPanel.tsx';

const CONTENT = {
  accounts: AccountsPanel,
  pictures: PicturesPanel,
  styles: StylesPanel,
  shortcuts: ShortcutsPanel,
  backup: BackupPanel,
  hubs: HubsPanel,
  advanced: AdvancedPanel,
  about: AboutPanel,
} as const satisfies Record<PanelName, () => unknown>;

export function OptionsPage() {
  const { settings } = useOptions();
  const place = usePlace();
  const title = `${t(`options_panel_${place.panel}`)} – ${t('options_title')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div class="options">
      <SideNav current={place.panel} />
      <main>
        <LoadState />
        <LockedNotice />
        {settings.value && <Panels place={place} />}
      </main>
      <Announcer />
    </div>
  );
}

/** A panel that was opened stays mounted and is only hidden, so that typed text and undo notices are kept. */
function Panels({ place }: { place: Place }) {
  const main = useRef<HTMLDivElement>(null);
  const seen = useRef(new Set<PanelName>()).current.add(place.panel);
  const isFirst = useRef(true);

  useLayoutEffect(() => {
    const panel = main.current?.querySelector('.panel:not([hidden])');
    const section = place.section === undefined ? null : document.getElementById(place.section);
    if (section) section.scrollIntoView();
    else window.scrollTo(0, 0);
    const isAccount = place.section !== undefined && place.panel === 'accounts';
    const account = isAccount ? section : null;
    const field =
      account?.querySelector<HTMLElement>('input') ?? account?.querySelector<HTMLElement>('button');
    const title = panel?.querySelector<HTMLElement>('[data-panel-title]');
    // When the page opens, only a link to an account moves the focus: to that account's token field.
    if (field) field.focus({ preventScroll: true });
    else if (!isFirst.current) title?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [place]);

  return (
    <div ref={main}>
      {PANELS.filter((name) => seen.has(name)).map((name) => {
        const Content = CONTENT[name];
        return (
          <div key={name} class="panel" hidden={name !== place.panel}>
            <Content />
          </div>
        );
      })}
    </div>
  );
}
