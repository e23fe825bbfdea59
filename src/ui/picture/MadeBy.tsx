import type { Picture } from '../../gallery/index.ts';
import type { ProviderWarning } from '../../generation/index.ts';
import { t, uiLanguage } from '../page/extension.ts';
import { asSeconds } from '../words/durations.ts';
import { providerName } from '../words/provider-name.ts';

/** With which model and seed the picture was made, and what was not honoured. Who made it stands above it for the eye. */
export function MadeBy({ picture }: { picture: Picture }) {
  const { provider, route, model, elapsedMs, request, warnings = [] } = picture;
  const name = providerName(provider);
  const seedUsed = !warnings.some((warning) => warning.code === 'seed-ignored');
  const facts = [
    model,
    route && t('popup_made_over', route),
    seedUsed && request.seed !== undefined && t('popup_made_with_seed', request.seed),
  ];
  return (
    <>
      <p class="visually-hidden">{t('popup_made_by', name, asSeconds(elapsedMs, uiLanguage()))}</p>
      <p class="quiet">{facts.filter(Boolean).join(' · ')}</p>
      {warnings.map((warning) => (
        <p class="figure-warning" key={warning.code}>
          {warningText(warning, name)}
        </p>
      ))}
    </>
  );
}

function warningText({ code, detail = '' }: ProviderWarning, name: string): string {
  return t(`popup_warning_${code}`, name, detail);
}
