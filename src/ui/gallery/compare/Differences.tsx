import type { Picture } from '../../../gallery/index.ts';
import { Button } from '../../components/Button.tsx';
import { listOf, t, uiLanguage } from '../../page/extension.ts';
import { asSeconds } from '../../words/durations.ts';
import { providerName } from '../../words/provider-name.ts';
import { useGallery } from '../context.ts';
import { type Fact, pictureFacts } from '../picture-facts.ts';
import { differencesOf } from './differences.ts';
import { letterOf } from './letter-of.ts';

/** A table of the facts that differ between the compared pictures; one line names those that are the same. */
export function Differences({ pictures }: { pictures: readonly Picture[] }) {
  const { actions } = useGallery();
  const { differ, same } = differencesOf(pictures.map(comparedFacts));
  return (
    <table class="differ">
      <caption class="visually-hidden">{t('gallery_what_differs')}</caption>
      <thead>
        <tr>
          <td />
          {pictures.map((picture, place) => (
            <th key={picture.id} scope="col">
              {letterOf(place)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {differ.map(({ key, values }) => (
          <tr key={key}>
            <th scope="row">{t(key)}</th>
            {values.map((value, place) => (
              <td key={pictures[place]?.id}>
                <bdi>{value ?? '–'}</bdi>
              </td>
            ))}
          </tr>
        ))}
        {same.length > 0 && (
          <tr>
            <th scope="row">{t('gallery_the_same')}</th>
            <td class="quiet" colSpan={pictures.length}>
              {listOf(same.map((key) => t(key)))}
            </td>
          </tr>
        )}
        <tr>
          <th scope="row">
            <span class="visually-hidden">{t('popup_more_actions')}</span>
          </th>
          {pictures.map((picture) => (
            <td key={picture.id}>
              <Button small icon="save" onClick={() => void actions.save(picture.id)}>
                {t('popup_save')}
              </Button>{' '}
              <Button
                small
                icon="heart"
                aria-pressed={picture.favourite === true}
                onClick={() => void actions.favour([picture.id], picture.favourite !== true)}
              >
                {t('gallery_favourite')}
              </Button>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function comparedFacts(picture: Picture): Fact[] {
  const { provider, route, elapsedMs, request } = picture;
  const made = [providerName(provider), route, asSeconds(elapsedMs, uiLanguage())].filter(Boolean);
  return [
    { key: 'gallery_fact_prompt', value: request.prompt },
    { key: 'gallery_service', value: made.join(' · ') },
    ...pictureFacts(picture),
  ];
}
