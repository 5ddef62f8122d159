import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const run = promisify(execFile);
const s3 = new S3Client({
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 10000 },
});

const { UPLOADS_BUCKET, THUMBNAILS_BUCKET } = process.env;
const KEY = /^uploads\/([a-z0-9]{1,40}(?:-[a-z0-9]{1,40}){0,5})\.jpg$/;
const LARGEST_BYTES = 20 * 1024 * 1024;
const SIZES = [120, 480, 1200];
const JPEG_START = Buffer.from([0xff, 0xd8, 0xff]);
const BOUNDS = Object.entries({ memory: '256MiB', map: '512MiB', width: '12KP', height: '12KP' }).flatMap(
  ([resource, most]) => ['-limit', resource, most],
);

/** The picture that the event announced, in that version, if it is one. */
async function picture(record) {
  const { key, size, versionId } = record.s3.object;
  const name = KEY.exec(decodeURIComponent(key.replaceAll('+', ' ')))?.[1];
  if (record.eventSource !== 'aws:s3' || record.s3.bucket.name !== UPLOADS_BUCKET || !name) return null;
  if (size > LARGEST_BYTES) return null;
  const { Body } = await s3.send(
    new GetObjectCommand({ Bucket: UPLOADS_BUCKET, Key: `uploads/${name}.jpg`, VersionId: versionId }),
  );
  const bytes = Buffer.from(await Body.transformToByteArray());
  return bytes.subarray(0, 3).equals(JPEG_START) ? { name, bytes } : null;
}

/** No shell; file names are ours; the program's time and memory are bounded. */
async function shrink(folder, size) {
  const source = path.join(folder, 'source.jpg');
  const target = path.join(folder, `${size}.jpg`);
  await run(
    '/opt/bin/magick',
    [
      ...BOUNDS,
      `jpeg:${source}`,
      '-auto-orient',
      '-strip',
      '-thumbnail',
      `${size}x${size}>`,
      `jpeg:${target}`,
    ],
    { timeout: 15000, env: { PATH: '/opt/bin' } },
  );
  return readFile(target);
}

async function publish({ name, bytes }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'picture-'));
  try {
    await writeFile(path.join(folder, 'source.jpg'), bytes);
    for (const size of SIZES) {
      await s3.send(
        new PutObjectCommand({
          Bucket: THUMBNAILS_BUCKET,
          Key: `${size}/${name}.jpg`,
          Body: await shrink(folder, size),
          ContentType: 'image/jpeg',
        }),
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const handler = async (event) => {
  for (const record of event.Records) {
    const found = await picture(record);
    if (!found) {
      console.warn({ message: 'not a picture we accept', bytes: record.s3.object.size });
      continue;
    }
    await publish(found);
    console.info({ message: 'thumbnails written', name: found.name });
  }
};
