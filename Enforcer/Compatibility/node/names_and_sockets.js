// dns.lookup and dns.resolve (c-ares) against a name server of its own, TCP, UDP, Unix sockets, refusals.
'use strict';
const dgram = require('node:dgram');
const dns = require('node:dns');
const {once} = require('node:events');
const fs = require('node:fs');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');

// Answers every question for an address with 127.0.0.9, and every other with an empty answer.
const answer = (query) => {
  let end = 12;
  while (query[end] !== 0) end += query[end] + 1;
  const address = query.readUInt16BE(end + 1) === 1;
  const header = Buffer.from(query.subarray(0, 12));
  header.writeUInt16BE(0x8180, 2);
  header.writeUInt16BE(address ? 1 : 0, 6);
  header.writeUInt32BE(0, 8);
  const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 127, 0, 0, 9]);
  return Buffer.concat([header, query.subarray(12, end + 5), ...(address ? [record] : [])]);
};

const names = async () => {
  const server = dgram.createSocket('udp4');
  server.on('message', (query, from) => server.send(answer(query), from.port, from.address));
  server.bind(0, '127.0.0.1');
  await once(server, 'listening');
  const resolver = new dns.promises.Resolver();
  resolver.setServers([`127.0.0.1:${server.address().port}`]);
  console.log('resolve4:', await resolver.resolve4('bucket.example.org'));
  console.log('resolveMx:', await resolver.resolveMx('example.org').catch((error) => error.code));
  server.close();
  console.log(
      'lookup:', (await dns.promises.lookup('127.0.0.1')).address,
      (await dns.promises.lookup('localhost', 4)).address);
  console.log('reverse:', net.isIP('::1'), (await dns.promises.lookupService('127.0.0.1', 1)).service);
};

const converse = async (label, where) => {
  const server = net.createServer((socket) => socket.pipe(socket)).listen(where);
  await once(server, 'listening');
  const client = net.connect(where.path ?? {port: server.address().port, host: where.host});
  client.end('x'.repeat(200_000));
  let received = 0;
  for await (const part of client) received += part.length;
  console.log(label, received);
  server.close();
};

const main = async () => {
  await names();
  await converse('tcp:', {port: 0, host: '127.0.0.1'});
  await converse('tcp, version 6:', {port: 0, host: '::1'});
  await converse('unix:', {path: path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'unix-')), 'socket')});
  const [refused] = await once(net.connect(1, '127.0.0.1'), 'error');
  console.log('refused:', refused.code, refused.syscall, refused.errno);
  const receiver = dgram.createSocket('udp6').bind(0, '::1');
  await once(receiver, 'listening');
  const sender = dgram.createSocket('udp6');
  sender.send('datagram', receiver.address().port, '::1');
  console.log('udp:', (await once(receiver, 'message'))[0].toString());
  sender.close();
  receiver.close();
};
main();
