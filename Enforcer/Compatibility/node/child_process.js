// spawn, exec, execFile, fork and their synchronous forms: streams, signals, timeouts, IPC, errors.
'use strict';
const {exec, execFile, execFileSync, execSync, fork, spawn, spawnSync} = require('node:child_process');
const {once} = require('node:events');
const {promisify} = require('node:util');

if (process.argv[2] === 'child') {
  process.on('message', (message) => {
    if (message === 'stop')
      process.disconnect();
    else
      process.send({doubled: message.map((value) => value * 2), size: JSON.stringify(message).length});
  });
  return;
}

const collect = async (child) => {
  const parts = [];
  child.stdout.on('data', (part) => parts.push(part));
  const [code, signal] = await once(child, 'close');
  return [Buffer.concat(parts), code, signal];
};

const main = async () => {
  const cat = spawn('cat');
  const payload = Buffer.alloc(3 << 20, 'abcdefgh');
  cat.stdin.end(payload);
  const [output, code] = await collect(cat);
  console.log('cat:', code, output.equals(payload));
  console.log('shell:', await promisify(exec)('echo out; echo err >&2'));
  console.log('file:', (await promisify(execFile)('printf', ['%s-%s', 'a', 'b'])).stdout);
  console.log('cwd:', (await promisify(exec)('pwd', {cwd: '/usr'})).stdout.trim());
  console.log(
      'environment:',
      (await promisify(exec)('env', {env: {ONLY: 'this', PATH: '/usr/bin:/bin'}}))
          .stdout.split('\n')
          .filter((line) => /^(ONLY|PATH|LD_|PARAPET)/.test(line))
          .sort());
  for (const line of execSync('env', {encoding: 'utf8'}).split('\n').sort()) {
    if (line && !line.startsWith('_=')) console.log('child', line);
  }
  console.log('exit:', (await collect(spawn('sh', ['-c', 'exit 7']))).slice(1));
  console.log('sync:', spawnSync('cat', {input: 'text'}).stdout.toString(), spawnSync('false').status);
  console.log('execFileSync:', execFileSync('seq', ['3'], {encoding: 'utf8'}).split('\n').length);
  try {
    execSync('exit 9', {stdio: 'pipe'});
  } catch (error) {
    console.log('thrown:', error.status, error.message);
  }
  const missing = spawn('/nonexistent/program');
  console.log('missing:', (await once(missing, 'error'))[0].code, spawnSync('no-such-program').error.code);
  console.log('not executable:', spawnSync('/etc/passwd').error.code);
  const sleeping = spawn('sleep', ['10']);
  sleeping.kill('SIGTERM');
  console.log('killed:', await once(sleeping, 'exit'));
  console.log('timeout:', spawnSync('sleep', ['10'], {timeout: 100}).signal);
  const abort = new AbortController();
  const aborted = spawn('sleep', ['10'], {signal: abort.signal});
  const error = once(aborted, 'error');
  abort.abort();
  console.log('aborted:', (await error)[0].name);
  console.log(
      'detached:', (await collect(spawn('sh', ['-c', 'echo on its own'], {detached: true})))[0].toString());
  const extra = spawn('sh', ['-c', 'echo fourth >&3'], {stdio: ['ignore', 'pipe', 'inherit', 'pipe']});
  console.log('descriptor 3:', (await once(extra.stdio[3], 'data'))[0].toString());
  const results =
      await Promise.all(Array.from({length: 40}, (_, n) => collect(spawn('sh', ['-c', `echo ${n}`]))));
  console.log('forty:', results.every(([text], n) => text.toString() === `${n}\n`));
  try {
    execSync('seq 100000', {maxBuffer: 1000, stdio: 'pipe'});
  } catch (error) {
    console.log('too much:', error.code);
  }

  const child = fork(__filename, ['child']);
  for (const message of [[1, 2, 3], Array.from({length: 50000}, (_, n) => n)]) {
    child.send(message);
    const [answer] = await once(child, 'message');
    console.log('message:', answer.size, answer.doubled.length, answer.doubled.at(-1));
  }
  child.send('stop');
  console.log('fork ends:', await once(child, 'exit'));
  console.log('inherited:', spawnSync(process.execPath, ['-p', 'process.argv.length']).stdout.toString());
};
main();
