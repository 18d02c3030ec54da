import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { downloadsOf } from './await-download.ts';
import { hasEnded, orKill, startGroup } from './child-group.ts';
import { connectMarionette, type Marionette } from './marionette.ts';
import { poll } from './poll.ts';

export interface FirefoxProcess {
  readonly child: ChildProcess;
  readonly marionette: Marionette;
  /** Host part of the extension's pages. */
  readonly uuid: string;
}

interface StartOptions {
  readonly program: string;
  readonly profile: string;
  readonly extension: string;
  readonly addonId: string;
  readonly headless: boolean;
  readonly width: number;
  readonly height: number;
}

/** Writes a profile's preferences and sideloads the extension into it as one that stays. Returns its pages' host. */
async function prepareProfile({ profile, extension, addonId }: StartOptions): Promise<string> {
  const idFile = join(profile, 'aside-uuid');
  const uuid = await readFile(idFile, 'utf8').catch(() => randomUUID());
  await writeFile(idFile, uuid);
  const preferences = {
    'marionette.port': 0,
    'extensions.webextensions.uuids': JSON.stringify({ [addonId]: uuid }),
    'extensions.webextOptionalPermissionPrompts': false,
    'xpinstall.signatures.required': false,
    'extensions.autoDisableScopes': 0,
    'extensions.startupScanScopes': 1,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.homepage': 'about:blank',
    'browser.startup.page': 0,
    'browser.aboutwelcome.enabled': false,
    'browser.download.folderList': 2,
    'browser.download.dir': downloadsOf(profile),
    'browser.download.alwaysOpenPanel': false,
    'browser.sessionstore.resume_from_crash': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.reportingpolicy.firstRun': false,
    'app.update.enabled': false,
    'extensions.update.enabled': false,
    'app.normandy.enabled': false,
    'termsofuse.bypassNotification': true,
  };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  await writeFile(join(profile, 'user.js'), lines.join(''));
  await mkdir(join(profile, 'extensions'), { recursive: true });
  await writeFile(join(profile, 'extensions', `${addonId}.xpi`), zipSync(await readTree(extension)));
  return uuid;
}

/** Writes the extension's file as it would be released under another version. */
export async function zipAsVersion(extension: string, version: string, file: string): Promise<void> {
  const tree = await readTree(extension);
  const manifest: unknown = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'));
  const renamed = new TextEncoder().encode(JSON.stringify({ ...(manifest as object), version }));
  await writeFile(file, zipSync({ ...tree, 'manifest.json': renamed }));
}

/** Starts an installed Firefox on a profile with the extension in it, and connects to it. */
export async function startFirefox(options: StartOptions): Promise<FirefoxProcess> {
  const uuid = await prepareProfile(options);
  const portFile = join(options.profile, 'MarionetteActivePort');
  await rm(portFile, { force: true });
  const args = ['--marionette', '--remote-allow-system-access', '--no-remote', '--profile', options.profile];
  const size = ['--width', String(options.width), '--height', String(options.height)];
  const child = startGroup(
    options.program,
    [...args, ...size, ...(options.headless ? ['--headless'] : [])],
    'ignore',
  );
  return orKill(child, async () => {
    const marionette = await poll(
      'Firefox to answer',
      async () => {
        if (hasEnded(child)) return 'ended' as const;
        // The file is there a moment before its text.
        const port = Number(await readFile(portFile, 'utf8'));
        return port > 0 && connectMarionette(port);
      },
      60_000,
    );
    if (marionette === 'ended') throw new Error('Firefox ended while it started');
    return { child, marionette, uuid };
  });
}

/** The add-on's id, from the built manifest. */
export async function readAddonId(extension: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

async function readTree(folder: string): Promise<Record<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(
    files.map(
      async (path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), await readFile(path)] as const,
    ),
  );
  return Object.fromEntries(contents);
}
