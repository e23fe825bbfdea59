import { useEffect, useState } from 'preact/hooks';
import { ownUrl, t } from '../../page/extension.ts';
import { type Release, readChangelog } from './read-changelog.ts';

/** What changed in each version, from the file that comes with the extension. */
export function Changelog() {
  const [releases, setReleases] = useState<Release[]>();
  useEffect(() => {
    fetch(ownUrl('/changelog.txt'))
      .then((answer) => answer.text())
      .then((text) => setReleases(readChangelog(text)))
      .catch(() => setReleases([]));
  }, []);
  if (!releases) return null;
  if (releases.length === 0) return <p class="quiet">{t('options_changelog_missing')}</p>;
  return (
    <div lang="en" dir="ltr">
      {releases.map(({ version, points }) => (
        <section key={version} aria-label={version}>
          <h4>{version}</h4>
          <ul class="changelog">
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
