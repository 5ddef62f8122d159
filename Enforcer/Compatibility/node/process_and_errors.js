// The process: environment, signals, exit codes, uncaught errors, async hooks, timers, standard streams.
'use strict';
const {AsyncLocalStorage, createHook, executionAsyncId} = require('node:async_hooks');
const {spawnSync} = require('node:child_process');
const {once} = require('node:events');
const fs = require('node:fs');
const {setTimeout: sleep} = require('node:timers/promises');

for (const name of Object.keys(process.env).sort()) console.log('own', `${name}=${process.env[name]}`);
console.log(
    'block of the kernel:',
    fs.readFileSync('/proc/self/environ', 'latin1')
        .split('\0')
        .map((entry) => entry.split('=')[0])
        .filter(Boolean)
        .sort());

const run = (code, options = []) => {
  const {status, signal, stdout, stderr} =
      spawnSync(process.execPath, [...options, '-e', code], {encoding: 'utf8'});
  console.log(
      JSON.stringify(code), status, signal, stdout, stderr.replace(/node:[^)\n]*|v\d[\w.]*|\d+:\d+/g, '…'));
};

const main = async () => {
  // Listening for a signal alone does not keep a process alive.
  const alive = setInterval(() => {}, 1000);
  for (const signal of ['SIGUSR2', 'SIGHUP', 'SIGTERM']) {
    const received = once(process, signal);
    process.kill(process.pid, signal);
    console.log('signal:', ...(await received));
  }
  clearInterval(alive);
  run("throw new TypeError('uncaught')");
  run("Promise.reject(new Error('unhandled'))");
  run('process.exit(12)');
  run("process.on('exit', (code) => console.log('exiting', code)); process.exitCode = 5");
  run("process.kill(process.pid, 'SIGKILL')");
  run('process.abort()');
  run("process.on('uncaughtException', (error) => console.log('caught', error.message)); null.x");
  run("console.error('to standard error'); console.log('to standard output')");
  run('require("no-such-module")');
  run('process.stdout.write("x".repeat(200000), () => process.exit(0))', []);
  run('function f() { f(); } try { f() } catch (error) { console.log(error.name) }');
  run('console.log(process.env.NODE_OPTIONS, process.execArgv)', ['--stack-size=500']);

  const storage = new AsyncLocalStorage();
  console.log('storage:', await storage.run('kept', async () => {
    await sleep(5);
    return storage.getStore();
  }));
  let created = 0;
  const hook = createHook({init() { created += 1; }}).enable();
  await new Promise((resolve) => { setImmediate(resolve); });
  hook.disable();
  console.log('hooks:', created > 0, executionAsyncId() > 0);
  const order = [];
  process.nextTick(() => order.push('tick'));
  Promise.resolve().then(() => order.push('microtask'));
  setImmediate(() => order.push('immediate'));
  await sleep(20);
  console.log('order:', order.sort());
  console.log('streams:', process.stdout.isTTY, process.stdin.isTTY, process.stdout.fd, process.stderr.fd);
  console.log(
      'memory:', process.memoryUsage().rss > 0, process.resourceUsage().maxRSS > 0, process.title.length > 0);
};
main();
