import { describe, expect, test } from 'vitest';
import { settingsHandlers } from '../../../../src/background/handlers/settings.ts';
import { fakeServices } from '../fake-services.ts';
import { secretOf } from '../snapshots.ts';

describe('the token for the user’s own API URL', () => {
  async function bench() {
    const { services, secrets } = fakeServices();
    const handlers = settingsHandlers(services);
    const move = (apiUrl: string) => handlers.updateSettings({ patch: { huggingface: { apiUrl } } });
    await move('https://mine.example/a');
    await secrets.save('endpoint', secretOf('secret-token', { origin: 'https://mine.example' }));
    await secrets.save('huggingface', secretOf('hf_inference'));
    return { handlers, move, slots: async () => Object.keys(await secrets.all()) };
  }

  test.each(['', 'https://other.example/a', 'https://mine.example:8443', 'http://localhost:1'])(
    'goes with the URL when it moves to %j, and no other token does',
    async (apiUrl) => {
      const { move, slots } = await bench();
      expect(await move(apiUrl)).toMatchObject({ ok: true, value: { huggingface: { apiUrl } } });
      expect(await slots()).toEqual(['huggingface']);
    },
  );

  test('stays while the URL stays at its origin, when another setting changes, and when the URL is refused', async () => {
    const { handlers, move, slots } = await bench();
    await move('https://mine.example/b');
    await handlers.updateSettings({ patch: { primary: 'puter' } });
    expect(await move('ftp://other.example')).toMatchObject({ ok: false });
    expect(await slots()).toEqual(['endpoint', 'huggingface']);
  });
});
