import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Profile {
  readonly path: string;
  /** Removes it, if it was made for this launch. */
  discard(): Promise<void>;
}

/** The folder `path`, made if it is missing; without `path` a fresh one that `discard` removes. */
async function openProfile(path: string | undefined): Promise<Profile> {
  if (path !== undefined) {
    await mkdir(path, { recursive: true });
    return { path, discard: () => Promise.resolve() };
  }
  const fresh = await mkdtemp(join(tmpdir(), 'aside-profile-'));
  return {
    path: fresh,
    discard: () => rm(fresh, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}

/** Opens a profile and starts something on it; if that fails, the profile is discarded. */
export async function startOnProfile<Session>(
  path: string | undefined,
  start: (profile: Profile) => Promise<Session>,
): Promise<{ profile: Profile; session: Session }> {
  const profile = await openProfile(path);
  try {
    return { profile, session: await start(profile) };
  } catch (error) {
    await profile.discard();
    throw error;
  }
}
