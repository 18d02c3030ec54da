import { expect, onTestFinished, test } from 'vitest';
import { createBackupFolder } from '../../../lib/platform/backup-folder';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function openFolder() {
  const folder = createBackupFolder(`test-${crypto.randomUUID()}`);
  onTestFinished(() => folder.clear());
  return folder;
}

test('keeps files, replaces them whole, and removes them', async () => {
  const folder = openFolder();
  expect(await folder.names()).toEqual([]);
  await folder.write('a', bytesOf('a longer text'));
  await folder.write('a', bytesOf('short'));
  await folder.write('b', bytesOf('other'));
  expect((await folder.names()).toSorted()).toEqual(['a', 'b']);
  expect(await (await folder.read('a')).text()).toBe('short');
  await folder.remove('a');
  await folder.remove('a');
  expect(await folder.names()).toEqual(['b']);
  await expect(folder.read('a')).rejects.toMatchObject({ name: 'NotFoundError' });
});

test('is gone with all that was in it once it is cleared, and there again when it is needed', async () => {
  const folder = openFolder();
  await folder.clear();
  await folder.write('a', bytesOf('text'));
  await folder.clear();
  expect(await folder.names()).toEqual([]);
  await folder.write('b', bytesOf('text'));
  expect(await folder.names()).toEqual(['b']);
});
