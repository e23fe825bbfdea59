import { afterAll, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

type Properties = [owner: object, properties: PropertyDescriptorMap];

/** The properties of an object and of the objects in it, three levels deep: `browser`, `browser.storage`, `browser.storage.local`. */
function propertiesOf(owner: object, levels = 3): Properties[] {
  const properties = Object.getOwnPropertyDescriptors(owner) as PropertyDescriptorMap;
  const inner = Object.values(properties).flatMap(({ value }): Properties[] =>
    levels > 1 && typeof value === 'object' && value !== null ? propertiesOf(value, levels - 1) : [],
  );
  return [[owner, properties], ...inner];
}

const atFirst = propertiesOf(fakeBrowser);

/** Files share a worker, and with it the one fake `browser`: what a file put there is taken out for the next one. */
afterAll(() => {
  vi.restoreAllMocks();
  for (const [owner, properties] of atFirst) {
    for (const name of Object.getOwnPropertyNames(owner))
      if (!(name in properties)) Reflect.deleteProperty(owner, name);
    Object.defineProperties(owner, properties);
  }
  fakeBrowser.reset();
});
