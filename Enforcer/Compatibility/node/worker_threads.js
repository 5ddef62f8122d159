// Worker threads that compute, exchange messages and memory, start children, fail and end.
'use strict';
const {execFileSync} = require('node:child_process');
const {createHash} = require('node:crypto');
const {once} = require('node:events');
const {isMainThread, parentPort, threadId, Worker, workerData, MessageChannel} =
    require('node:worker_threads');

if (!isMainThread) {
  if (workerData.fail) throw new RangeError('inside the worker');
  if (workerData.exit) process.exit(workerData.exit);
  const counter = new Int32Array(workerData.shared);
  for (let index = 0; index < 1000; index += 1) Atomics.add(counter, 0, 1);
  const child = execFileSync('sh', ['-c', `echo ${workerData.number}`], {encoding: 'utf8'}).trim();
  const digest = createHash('sha256').update(String(workerData.number)).digest('hex');
  parentPort.postMessage({child, digest, own: process.env.OWN, numbered: threadId > 0});
  return;
}

const main = async () => {
  const shared = new SharedArrayBuffer(4);
  const start = (data, options) => new Worker(__filename, {workerData: {shared, ...data}, ...options});
  const workers =
      Array.from({length: 6}, (_, number) => start({number}, {env: {...process.env, OWN: `${number}`}}));
  const exits = workers.map((worker) => once(worker, 'exit'));
  const answers = await Promise.all(workers.map((worker) => once(worker, 'message')));
  console.log(answers.map(([answer]) => answer));
  await Promise.all(exits);
  console.log('counted:', new Int32Array(shared)[0]);
  console.log('error:', (await once(start({fail: true}), 'error'))[0].message);
  console.log('exit:', await once(start({exit: 4}), 'exit'));
  const endless = new Worker('while (true) {}', {eval: true});
  console.log('terminated:', await endless.terminate());
  const {port1, port2} = new MessageChannel();
  const buffer = new ArrayBuffer(1000);
  port1.postMessage(buffer, [buffer]);
  console.log('transferred:', (await once(port2, 'message'))[0].byteLength, buffer.byteLength);
  port1.close();
};
main();
