// fs.promises, streams, watchers, links, modes, large files, and the codes of what fails.
'use strict';
const fs = require('node:fs');
const {once} = require('node:events');
const os = require('node:os');
const path = require('node:path');

const attempt = async (label, promise) =>
    console.log(label, await promise.then(() => 'worked', (error) => error.code));

const main = async () => {
  process.umask(0o022);
  const folder = await fs.promises.mkdtemp(path.join(os.tmpdir(), 'files-'));
  const at = (name) => path.join(folder, name);
  await fs.promises.writeFile(at('text'), 'first\n', {mode: 0o640});
  await fs.promises.appendFile(at('text'), 'second\n');
  console.log(
      'text:', await fs.promises.readFile(at('text'), 'utf8'),
      (await fs.promises.stat(at('text'))).mode.toString(8));
  console.log('descriptor:', fs.openSync(at('text'), 'r') > 2);
  await fs.promises.mkdir(at('a/b/c'), {recursive: true});
  await fs.promises.copyFile(at('text'), at('a/copy'));
  await fs.promises.symlink('copy', at('a/link'));
  await fs.promises.rename(at('a/copy'), at('a/b/moved'));
  console.log('listing:', (await fs.promises.readdir(folder, {recursive: true})).sort());
  await attempt('missing:', fs.promises.readFile(at('none')));
  await attempt('exists:', fs.promises.writeFile(at('text'), '', {flag: 'wx'}));
  await attempt('folder:', fs.promises.readFile(folder));
  await attempt('not a folder:', fs.promises.readdir(at('text')));
  await attempt('broken link:', fs.promises.readFile(at('a/link')));
  await attempt('not empty:', fs.promises.rmdir(at('a')));
  await attempt('read-only:', fs.promises.writeFile('/proc/version', 'x'));

  const handle = await fs.promises.open(at('large'), 'w+');
  await handle.truncate(3 * 2 ** 30);
  await handle.write('end', 3 * 2 ** 30 - 3);
  console.log(
      'large:', (await handle.stat()).size,
      (await handle.read(Buffer.alloc(3), 0, 3, 3 * 2 ** 30 - 3)).buffer.toString());
  await handle.close();
  const reads = await Promise.all(Array.from({length: 100}, () => fs.promises.readFile(at('text'), 'utf8')));
  console.log('hundred:', reads.every((text) => text === 'first\nsecond\n'));
  const watcher = fs.watch(folder);
  const changed = once(watcher, 'change');
  await fs.promises.writeFile(at('new'), '');
  console.log('watched:', (await changed)[1]);
  watcher.close();
  const lines = [];
  for await (const line of require('node:readline').createInterface({input: fs.createReadStream(at('text'))}))
    lines.push(line);
  console.log('lines:', lines);
  await fs.promises.rm(folder, {recursive: true});
  console.log('gone:', fs.existsSync(folder));
};
main();
