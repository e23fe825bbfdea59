import { useState } from 'preact/hooks';
import { findRequestProblem, MAX_PROMPT_LENGTH } from '../../generation/request.ts';
import { isActive } from '../../jobs/index.ts';
import { Button, TextArea } from '../components/index.ts';
import { t } from '../page/extension.ts';
import { problemText } from '../page/problem-text.ts';
import { useFocusOnMount } from '../page/use-focus-on-mount.ts';
import type { FirstPicture } from './first-picture.ts';

const SUGGESTIONS = ['welcome_suggestion_fox', 'welcome_suggestion_cat', 'welcome_suggestion_rings'];

/** The first prompt, with three suggestions. A suggestion fills the field; only Generate starts a picture. */
export function FirstPrompt({ picture }: { picture: FirstPicture }) {
  const [first = ''] = SUGGESTIONS;
  const [prompt, setPrompt] = useState(t(first));
  const [wrong, setWrong] = useState<string>();
  const button = useFocusOnMount<HTMLButtonElement>(true);
  const problem = picture.problem.value;
  const busy = picture.starting.value || (picture.job.value !== undefined && isActive(picture.job.value));

  const generate = (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const request = { prompt, style: 'none' as const };
    const code = findRequestProblem(request);
    setWrong(code && problemText({ code, subject: String(MAX_PROMPT_LENGTH) }));
    if (!code) void picture.generate(request);
  };

  return (
    <form class="first-prompt" onSubmit={generate}>
      <TextArea
        label={t('popup_prompt')}
        value={prompt}
        error={wrong ?? (problem && problemText(problem))}
        onInput={(text) => {
          setPrompt(text);
          setWrong(undefined);
        }}
      />
      <div class="welcome-actions">
        {SUGGESTIONS.map((key) => (
          <Button key={key} small aria-pressed={prompt === t(key)} onClick={() => setPrompt(t(key))}>
            {t(key)}
          </Button>
        ))}
      </div>
      <Button type="submit" variant="primary" big ref={button} aria-disabled={busy}>
        {t('popup_generate')}
      </Button>
    </form>
  );
}
