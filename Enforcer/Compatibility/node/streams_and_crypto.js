// Streams through gzip, brotli and ciphers; hashes, keys, signatures, scrypt on the thread pool.
'use strict';
const crypto = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const {PassThrough, Readable, Transform} = require('node:stream');
const {pipeline} = require('node:stream/promises');
const {promisify} = require('node:util');
const zlib = require('node:zlib');

const main = async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'streams-'));
  const file = path.join(folder, 'data');
  const parts = Array.from({length: 500}, (_, n) => Buffer.alloc(4096, n % 256));
  const key = Buffer.alloc(32, 1);
  const start = Buffer.alloc(16, 2);
  await pipeline(
      Readable.from(parts), zlib.createGzip(), crypto.createCipheriv('aes-256-ctr', key, start),
      fs.createWriteStream(file));
  const hash = crypto.createHash('sha256');
  await pipeline(
      fs.createReadStream(file), crypto.createDecipheriv('aes-256-ctr', key, start), zlib.createGunzip(),
      hash);
  console.log(
      'there and back:',
      hash.digest('hex') === crypto.createHash('sha256').update(Buffer.concat(parts)).digest('hex'));
  console.log('brotli:', zlib.brotliDecompressSync(zlib.brotliCompressSync('text')).toString());
  const upper = new Transform({transform(part, _, done) { done(null, part.toString().toUpperCase()); }});
  const collected = [];
  await pipeline(Readable.from(['a', 'b']), upper, new PassThrough(), async (source) => {
    for await (const part of source) collected.push(part.toString());
  });
  console.log('transformed:', collected);
  await pipeline(
      Readable.from(['x']), new Transform({transform(_, __, done) { done(new Error('in the middle')); }}))
      .catch((error) => console.log('failed:', error.message));

  for (const name of ['md5', 'sha1', 'sha512', 'blake2b512']) {
    console.log(name, crypto.createHash(name).update('parapet').digest('hex').slice(0, 24));
  }
  console.log('hmac:', crypto.createHmac('sha256', 'key').update('text').digest('base64'));
  const derived =
      await Promise.all(Array.from({length: 8}, (_, n) => promisify(crypto.scrypt)(`p${n}`, 'salt', 32)));
  console.log('scrypt:', derived.map((value) => value.toString('hex').slice(0, 8)));
  const pair = await promisify(crypto.generateKeyPair)('ec', {namedCurve: 'P-256'});
  const signature = crypto.sign('sha256', Buffer.from('text'), pair.privateKey);
  console.log(
      'signature:', crypto.verify('sha256', Buffer.from('text'), pair.publicKey, signature),
      crypto.verify('sha256', Buffer.from('other'), pair.publicKey, signature));
  console.log(
      'random:', crypto.randomBytes(16).length, crypto.randomUUID().length,
      crypto.webcrypto.subtle !== undefined);
};
main();
