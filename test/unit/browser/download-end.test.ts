import { describe, expect, test } from 'vitest';
import { type Downloads, downloadEnd } from '../../../src/browser/download-end.ts';

type Listener = Parameters<Downloads['onChanged']['addListener']>[0];

function setUp(found: { state?: string; error?: string } = { state: 'in_progress' }) {
  const listeners = new Set<Listener>();
  const downloads: Downloads = {
    onChanged: {
      addListener: (listener) => void listeners.add(listener),
      removeListener: (listener) => void listeners.delete(listener),
    },
    search: async () => [found],
  };
  const tell = (id: number, state: string, error?: string) => {
    for (const listener of [...listeners])
      listener({ id, state: { current: state }, ...(error && { error: { current: error } }) });
  };
  return { downloads, tell, listeners };
}

describe('the end of a download', () => {
  test('is when it is on the disk, whatever becomes of others', async () => {
    const { downloads, tell, listeners } = setUp();
    const ended = downloadEnd(downloads, 7);
    tell(8, 'interrupted', 'FILE_NO_SPACE');
    tell(7, 'in_progress');
    tell(7, 'complete');
    await ended;
    expect(listeners.size).toBe(0);
  });

  test.each(['FILE_NO_SPACE', 'FILE_ACCESS_DENIED', 'FILE_BLOCKED'])(
    'rejects where the browser could not write it: %s',
    async (error) => {
      const { downloads, tell, listeners } = setUp();
      const ended = downloadEnd(downloads, 7);
      tell(7, 'interrupted', error);
      await expect(ended).rejects.toThrow(error);
      expect(listeners.size).toBe(0);
    },
  );

  test('is what the user says', async () => {
    const { downloads, tell } = setUp();
    const ended = downloadEnd(downloads, 7);
    tell(7, 'interrupted', 'USER_CANCELED');
    await ended;
  });

  test('is known where it came before anybody listened', async () => {
    await downloadEnd(setUp({ state: 'complete' }).downloads, 7);
    const failed = setUp({ state: 'interrupted', error: 'FILE_NO_SPACE' });
    await expect(downloadEnd(failed.downloads, 7)).rejects.toThrow('FILE_NO_SPACE');
  });

  test('is not waited for without end', async () => {
    const { downloads, listeners } = setUp();
    await downloadEnd(downloads, 7, 1);
    expect(listeners.size).toBe(0);
  });
});
