// HTTP, HTTPS and HTTP/2 servers with clients: uploads, kept connections, fetch, refused certificates.
'use strict';
const {once} = require('node:events');
const fs = require('node:fs');
const http = require('node:http');
const http2 = require('node:http2');
const https = require('node:https');
const path = require('node:path');

const folder = process.env.COMPATIBILITY_TLS;
const cert = fs.readFileSync(path.join(folder, 'certificate.pem'));
const identity = {
  cert,
  key: fs.readFileSync(path.join(folder, 'key.pem'))
};

const handler = async (request, response) => {
  let size = 0;
  for await (const part of request) size += part.length;
  response.writeHead(request.url === '/missing' ? 404 : 200, {'x-size': size});
  response.end(`${request.method} ${request.url}`);
};

const listen = async (server) => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server.address().port;
};

const ask = async (module, options, body) => {
  const request = module.request({host: '127.0.0.1', servername: 'localhost', ...options});
  request.end(body);
  const [response] = await once(request, 'response');
  let text = '';
  for await (const part of response) text += part;
  return [response.statusCode, response.headers['x-size'], text];
};

const main = async () => {
  const plain = http.createServer(handler);
  const port = await listen(plain);
  const agent = new http.Agent({keepAlive: true, maxSockets: 2});
  for (const url of ['/a', '/missing']) console.log('http:', await ask(http, {port, agent, path: url}));
  console.log('upload:', await ask(http, {port, agent, method: 'POST', path: '/u'}, Buffer.alloc(1_500_000)));
  const many = await Promise.all(Array.from({length: 30}, (_, n) => ask(http, {port, agent, path: `/${n}`})));
  console.log('thirty:', many.every(([, , text], n) => text === `GET /${n}`));
  const fetched = await fetch(`http://127.0.0.1:${port}/fetched`, {method: 'PUT', body: 'text'});
  console.log('fetch:', fetched.status, fetched.headers.get('x-size'), await fetched.text());
  agent.destroy();

  const secure = https.createServer(identity, handler);
  const securePort = await listen(secure);
  console.log('https:', await ask(https, {port: securePort, ca: cert, path: '/s', agent: false}));
  const refused = https.get({host: '127.0.0.1', port: securePort, servername: 'localhost'});
  console.log('refused:', (await once(refused, 'error'))[0].code);
  const two = http2.createSecureServer(identity, (_, response) => response.end('by HTTP/2'));
  const client = http2.connect(`https://localhost:${await listen(two)}`, {
    ca: cert,
    lookup: (_, o, done) =>
        (o.all ? done(null, [{address: '127.0.0.1', family: 4}]) : done(null, '127.0.0.1', 4))
  });
  const stream = client.request({':path': '/'});
  let text = '';
  for await (const part of stream) text += part;
  console.log('http2:', text, client.socket.getProtocol(), client.socket.alpnProtocol);
  client.close();
  for (const server of [plain, secure, two]) server.close();
  plain.closeAllConnections();
};
main();
