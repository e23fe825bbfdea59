import { useEffect } from 'preact/hooks';
import { t } from '../page/extension.ts';
import { Announcer } from './Announcer.tsx';
import { AboutSection } from './about/AboutSection.tsx';
import { CacheSection } from './cache/CacheSection.tsx';
import { ChainSection } from './chain/ChainSection.tsx';
import { LoadState } from './LoadState.tsx';
import { useOptions } from './options-context.ts';
import './options-page.css';
import { HuggingFaceSection } from './providers/HuggingFaceSection.tsx';
import { OrderSection } from './providers/OrderSection.tsx';
import { PuterSection } from './providers/PuterSection.tsx';
import { SectionNav } from './SectionNav.tsx';
import { SourcesSection } from './sources/SourcesSection.tsx';

export function OptionsPage() {
  const { settings } = useOptions();
  return (
    <div class="page">
      <header class="page-header">
        <h1>{t('options_title')}</h1>
        <p class="quiet">{t('options_lead')}</p>
      </header>
      {settings.value && <SectionNav />}
      <main class="page-main">
        <LoadState />
        {settings.value && <Sections />}
      </main>
      <Announcer />
    </div>
  );
}

function Sections() {
  // The sections appear after the settings were read: only now is there something to scroll to.
  useEffect(() => {
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <>
      <HuggingFaceSection />
      <PuterSection />
      <OrderSection />
      <SourcesSection />
      <ChainSection />
      <CacheSection />
      <AboutSection />
    </>
  );
}
