import type { Handlers } from '../../messages/index.ts';
import {
  chosenValues,
  differencesOf,
  parseSecrets,
  readBackup,
  SHORTEST_PASSPHRASE,
  STYLE_LIMITS,
  seal,
  sourcesToTake,
  type TokenSlot,
  unseal,
  writeBackup,
} from '../../settings/index.ts';
import { done, refused, refusedFor, storing } from '../reply.ts';
import type { Services } from '../services.ts';
import { whileAwake } from '../while-awake.ts';

type BackupHandlers = Pick<
  Handlers,
  'exportSettings' | 'previewImport' | 'importSettings' | 'resetSettings' | 'undoReplacing'
>;

/** Export, preview and import of the settings file, and reset. */
export function backupHandlers({
  settings,
  secrets,
  styles,
  wayBack,
  current,
  clock,
  known,
  keepAlive,
  announceSettings,
}: Omit<Services, 'runner'>): BackupHandlers {
  const awake = whileAwake(keepAlive);

  return {
    exportSettings: ({ passphrase }) =>
      storing(() =>
        awake(async () => {
          if (passphrase !== undefined && passphrase.length < SHORTEST_PASSPHRASE)
            return refused('PASSPHRASE_TOO_SHORT', { subject: String(SHORTEST_PASSPHRASE) });
          const [own, ownStyles, tokens] = await Promise.all([settings.own(), styles.own(), secrets.read()]);
          // Locked tokens cannot be read: the file would lack them, and the user would notice only when they import it.
          if (passphrase !== undefined && tokens.lock === 'locked') return refused('TOKENS_LOCKED');
          // A sign-in is not exported: its refresh token works once, so a second machine would end the sign-in of the first.
          const toExport = Object.entries(tokens.secrets).filter(([, { signedIn }]) => !signedIn);
          const sealed =
            passphrase === undefined ? undefined : await seal(Object.fromEntries(toExport), passphrase);
          const backup = {
            ...own,
            ...(ownStyles && { styles: ownStyles }),
            ...(sealed && { tokens: sealed }),
          };
          return done({ text: writeBackup(backup, clock.now()) });
        }),
      ),

    previewImport: ({ text }) =>
      storing(async () => {
        const read = readBackup(text, known);
        if ('problem' in read) return refused(read.problem);
        const [state, now] = await Promise.all([current(), styles.read()]);
        const differences = differencesOf(read.backup, { settings: state.settings, styles: now.styles });
        return done({ differences, unreadable: read.unreadable });
      }),

    importSettings: ({ text, take, passphrase }) =>
      storing(() =>
        awake(async () => {
          const read = readBackup(text, known);
          if ('problem' in read) return refused(read.problem);
          const { backup } = read;
          // Decrypted before anything is changed: with a wrong passphrase nothing is imported.
          const opened =
            backup.tokens && take.includes('tokens')
              ? parseSecrets(await unseal(backup.tokens, passphrase ?? ''))
              : {};
          if (!opened) return refused('PASSPHRASE_WRONG');
          if (Object.keys(opened).length > 0 && (await secrets.read()).lock === 'locked')
            return refused('TOKENS_LOCKED');
          const taken = take.includes('styles') ? backup.styles : undefined;
          // Refused as a whole: an import that drops some of them would lose what the user believes to have back.
          if (taken && taken.length > STYLE_LIMITS.styles)
            return refused('BACKUP_STYLES_TOO_MANY', { subject: String(STYLE_LIMITS.styles) });
          const now = (await settings.read()).settings;
          const sources = take.includes('sources') ? sourcesToTake(backup, now) : undefined;
          await wayBack.keep();
          const problem = await settings.take(chosenValues(backup, take), sources);
          if (problem) return refusedFor(problem);
          if (taken) await styles.replaceAll(taken);
          for (const [slot, { renewal: _, signedIn: __, ...secret }] of Object.entries(opened))
            await secrets.save(slot as TokenSlot, secret);
          return done(await announceSettings());
        }),
      ),

    resetSettings: () =>
      storing(async () => {
        await wayBack.keep();
        const problem = await settings.reset();
        if (problem) return refusedFor(problem);
        return done(await announceSettings());
      }),

    undoReplacing: () =>
      storing(async () =>
        (await wayBack.goBack()) ? done(await announceSettings()) : refused('NOTHING_KEPT'),
      ),
  };
}
