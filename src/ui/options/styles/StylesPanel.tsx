import { useCallback, useRef, useState } from 'preact/hooks';
import type { Style } from '../../../settings/index.ts';
import { Toast } from '../../components/index.ts';
import type { ToastWords } from '../../components/Toast.tsx';
import { staysMs } from '../../page/announcement.ts';
import { t } from '../../page/extension.ts';
import { problemText } from '../../page/problem-text.ts';
import { useOptions } from '../../page/settings-context.ts';
import { styleName } from '../../words/style-name.ts';
import { Panel } from '../Panel.tsx';
import { NewStyle } from './NewStyle.tsx';
import { ResetStyles } from './ResetStyles.tsx';
import { StyleList } from './StyleList.tsx';
import './styles-panel.css';
import { useStyles } from './use-styles.ts';

/** The styles: what each adds to the words of a prompt can be seen and changed. */
export function StylesPanel() {
  const { ask } = useOptions();
  const { styles, problem, read } = useStyles();
  const [words, setWords] = useState<ToastWords>();
  const panel = useRef<HTMLDivElement>(null);
  const say = (text: string, run?: () => void) => {
    setWords({ text, ...(run && { action: { label: t('common_undo'), run } }) });
    void read();
  };
  const gone = useCallback(() => setWords(undefined), []);
  const focusList = () => panel.current?.querySelector<HTMLElement>('.styles-list')?.focus();

  const removed = (style: Style) => {
    const undo = async () => {
      const reply = await ask('restoreStyle', { id: style.id });
      say(reply.ok ? t('options_style_restored', styleName(style)) : problemText(reply.problem));
      focusList();
    };
    say(t('options_style_deleted', styleName(style)), () => void undo());
    requestAnimationFrame(() => panel.current?.querySelector<HTMLElement>('.styles-toast button')?.focus());
  };

  return (
    <Panel name="styles" lead={t('options_styles_lead')}>
      <div class="styles" ref={panel}>
        {problem.value && (
          <p class="error-text" role="alert">
            {problemText(problem.value)}
          </p>
        )}
        {styles.value && (
          <StyleList styles={styles.value} onChanged={read} onSaid={say} onRemoved={removed} />
        )}
        <NewStyle onSaid={say} />
        <ResetStyles onSaid={say} />
        <Toast class="styles-toast" words={words} staysMs={words ? staysMs(words) : 0} onGone={gone} />
      </div>
    </Panel>
  );
}
