// As little as a Node.js runtime of the platform can be: asks for an event, answers, over one connection.
'use strict';
const http = require('node:http');

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const agent = new http.Agent({keepAlive: true, maxSockets: 1});

const ask = (method, path, body) => new Promise((resolve, reject) => {
  const headers = body ? {'Content-Length': Buffer.byteLength(body)} : {};
  const request =
      http.request({host, port, agent, method, path: `/2018-06-01/runtime/invocation/${path}`, headers});
  request.on('error', reject).on('response', (response) => {
    let text = '';
    response.on('data', (part) => { text += part; });
    response.on('end', () => resolve([response.headers['lambda-runtime-aws-request-id'], text]));
  });
  request.end(body);
});

const main = async () => {
  for (;;) {
    const [identifier, event] = await ask('GET', 'next');
    await ask('POST', `${identifier}/response`, JSON.stringify({length: JSON.parse(event).document.length}));
  }
};
main();
