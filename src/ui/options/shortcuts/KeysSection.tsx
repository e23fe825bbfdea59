import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/index.ts';
import { type Command, listCommands, openShortcutSettings } from '../../page/browser-settings.ts';
import { t } from '../../page/extension.ts';
import { RowButton } from '../RowButton.tsx';
import { Section } from '../Section.tsx';
import './keys.css';

/** The keyboard shortcuts as the browser has them: the browser keeps them, and changes them on a page of its own. */
export function KeysSection() {
  const [commands, setCommands] = useState<Command[]>([]);
  useEffect(() => {
    const read = () => void listCommands().then(setCommands);
    read();
    // The user may have come back from the browser's page for shortcuts.
    window.addEventListener('focus', read);
    document.addEventListener('visibilitychange', read);
    return () => {
      window.removeEventListener('focus', read);
      document.removeEventListener('visibilitychange', read);
    };
  }, []);
  return (
    <Section id="keys" title={t('options_keys')}>
      <div class="rows">
        <dl class="keys">
          {commands.map((command) => (
            <div class="key-row" key={command.name}>
              <dt>{t(wordsFor(command.name))}</dt>
              <dd>
                {command.shortcut ? (
                  <Keys shortcut={command.shortcut} />
                ) : (
                  <span class="quiet">{t('options_key_unset')}</span>
                )}
              </dd>
            </div>
          ))}
        </dl>
        <RowButton title={t('options_keys_change')} text={t('options_keys_change_hint')}>
          <Button icon="external" onClick={() => void openShortcutSettings()}>
            {t('options_keys_open')}
          </Button>
        </RowButton>
      </div>
    </Section>
  );
}

/**
 * The key of a command's words: the browser would describe the command in its own language, not in the chosen
 * one. The names that browsers give to the command for the toolbar button begin with `_`.
 */
function wordsFor(command: string): string {
  return command.startsWith('_') ? 'options_command_open' : `command_${command.replaceAll('-', '_')}`;
}

/** `Ctrl+Shift+U`, or `⌘⇧U` where a browser writes the keys together. */
function Keys({ shortcut }: { shortcut: string }) {
  const keys = shortcut.split('+').filter(Boolean);
  return (
    <span dir="ltr" class="keys-of">
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
