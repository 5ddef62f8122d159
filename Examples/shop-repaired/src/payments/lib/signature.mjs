import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const HEADER = /^t=(\d{10}),v1=([0-9a-f]{64})$/;
const OLDEST_SECONDS = 300;

/** Compares digests, so neither content nor length can be measured. */
export function sameSecret(given, expected) {
  const digest = (text) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/**
 * Whether the provider signed exactly these bytes, not long ago.
 * The header reads `t=<seconds>,v1=<hex of HMAC-SHA256 over "<seconds>.<body>">`.
 */
export function isSigned(header, body, signingKey, now = Date.now()) {
  const parts = HEADER.exec(header ?? '');
  if (!parts || Math.abs(now / 1000 - Number(parts[1])) > OLDEST_SECONDS) return false;
  const expected = createHmac('sha256', signingKey).update(`${parts[1]}.${body}`).digest();
  return timingSafeEqual(Buffer.from(parts[2], 'hex'), expected);
}
