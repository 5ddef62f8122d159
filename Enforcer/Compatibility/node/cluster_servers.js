// cluster: workers that share a port, messages, a worker that dies and is replaced, graceful end.
'use strict';
const cluster = require('node:cluster');
const {once} = require('node:events');
const http = require('node:http');

if (cluster.isWorker) {
  http.createServer((request, response) => {
        if (request.url === '/die') process.exit(3);
        response.end(`worker answers ${request.url}`);
      })
      .listen(0, '127.0.0.1', function listening() { process.send(this.address().port); });
  return;
}

const get = (port, path) => new Promise((resolve) => {
  http.get({host: '127.0.0.1', port, path, agent: false}, (response) => {
        let text = '';
        response.on('data', (part) => { text += part; }).on('end', () => resolve(text));
      }).on('error', (error) => resolve(error.code));
});

const main = async () => {
  const workers = [cluster.fork(), cluster.fork()];
  const ports = await Promise.all(workers.map(async (worker) => (await once(worker, 'message'))[0]));
  console.log('one port:', ports[0] === ports[1]);
  const answers = await Promise.all(Array.from({length: 20}, (_, n) => get(ports[0], `/${n}`)));
  console.log('answers:', answers.every((text, n) => text === `worker answers /${n}`));
  const died = once(cluster, 'exit');
  console.log('dying:', await get(ports[0], '/die'));
  const [dead, code, signal] = await died;
  console.log('died:', workers.includes(dead), code, signal);
  const replacement = cluster.fork();
  await once(replacement, 'message');
  console.log('replaced:', await get(ports[0], '/again'));
  for (const worker of Object.values(cluster.workers)) worker.disconnect();
  while (Object.keys(cluster.workers).length > 0) await once(cluster, 'exit');
  console.log('all gone');
};
main();
