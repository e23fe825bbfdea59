import type { RefObject } from 'preact';
import type { Picture } from '../../gallery/index.ts';
import { sentWords, styleUsed } from '../../generation/own-style.ts';
import type { Job } from '../../jobs/index.ts';
import { Popover } from '../components/Popover.tsx';
import { t } from '../page/extension.ts';
import { Trail } from '../stage/progress/Trail.tsx';
import { warningWords } from '../words/made-words.ts';
import { styleName } from '../words/style-name.ts';

export interface HowMadeProps {
  job: Job;
  picture: Picture;
  opener: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/** How a picture was made: the services that were asked, who pays, the facts, and the warnings. */
export function HowMade({ job, picture, opener, onClose }: HowMadeProps) {
  const { provider, route, model, request, warnings = [] } = picture;
  const seedUsed = !warnings.some(({ code }) => code === 'seed-ignored');
  const { width, height, seed } = request;
  const style = styleUsed(request);
  const facts: [string, string | undefined][] = [
    [t('popup_model'), model],
    [t('popup_route'), route],
    [t('popup_size'), width && height ? t('popup_size_pixels', String(width), String(height)) : undefined],
    [t('popup_seed'), seedUsed && seed !== undefined ? String(seed) : undefined],
    [t('popup_style'), style && styleName(style)],
    [t('popup_negative_prompt'), sentWords(request).negativePrompt],
  ];
  return (
    <Popover label={t('popup_how_made')} opener={opener} onClose={onClose} class="picture-how">
      <Trail job={job} />
      {warnings.map((warning) => (
        <p class="picture-warning" key={warning.code}>
          {warningWords(warning, provider)}
        </p>
      ))}
      <dl class="picture-facts">
        {facts.map(
          ([term, fact]) =>
            fact && (
              <>
                <dt>{term}</dt>
                <dd>
                  <bdi>{fact}</bdi>
                </dd>
              </>
            ),
        )}
      </dl>
    </Popover>
  );
}
