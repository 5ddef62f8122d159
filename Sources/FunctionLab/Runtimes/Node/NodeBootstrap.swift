/// The program that starts a Node.js function.
enum NodeBootstrap {
  static let text = #"""
    // Finds the handler, and passes events to it one after the other.
    import http from 'node:http';
    import fs from 'node:fs';
    import path from 'node:path';
    import util from 'node:util';
    import { createRequire } from 'node:module';
    import { pathToFileURL } from 'node:url';
    import { Writable } from 'node:stream';

    const env = process.env;
    const [hostname, port] = env.AWS_LAMBDA_RUNTIME_API.split(':');
    const prefix = '/2018-06-01/runtime/';
    // One connection that stays open; while it waits for nothing it does not keep the process alive.
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1, noDelay: true });
    const streaming = Symbol.for('aws.lambda.runtime.handler.streaming');
    const HIGH_WATER_MARK = Symbol.for('aws.lambda.runtime.handler.streaming.highWaterMark');

    function open(method, where, headers) {
      return http.request({ hostname, port, method, path: prefix + where, agent, headers });
    }

    function call(method, where, body, headers = {}) {
      return new Promise((resolve, reject) => {
        const bytes = body === undefined ? undefined : Buffer.from(body);
        if (bytes) headers = { 'Content-Type': 'application/json', 'Content-Length': bytes.length, ...headers };
        const request = open(method, where, headers);
        request.on('error', reject).on('response', (response) => collect(response, resolve, reject));
        request.end(bytes);
      });
    }

    function collect(response, resolve, reject) {
      const parts = [];
      response.on('data', (part) => parts.push(part)).on('error', reject);
      response.on('end', () => resolve({
        status: response.statusCode, headers: response.headers, body: Buffer.concat(parts).toString('utf8') }));
    }

    // The platform's form of a log line.
    let current = undefined;
    const asJSON = env.AWS_LAMBDA_LOG_FORMAT === 'JSON';
    for (const [name, level] of [['log', 'INFO'], ['debug', 'DEBUG'], ['info', 'INFO'], ['warn', 'WARN'],
      ['error', 'ERROR'], ['trace', 'TRACE']]) {
      console[name] = (...values) => write(level, values);
    }

    function write(level, values) {
      const timestamp = new Date().toISOString();
      if (asJSON) {
        const message = values.length === 1 && typeof values[0] === 'object' ? values[0] : util.format(...values);
        const line = { timestamp, level, requestId: current, message };
        fs.writeSync(1, JSON.stringify(line, (_, value) => value instanceof Error ? fault(value) : value) + '\n');
        return;
      }
      const text = util.format(...values).replace(/\n/g, '\r');
      fs.writeSync(1, `${timestamp}\t${current ?? 'undefined'}\t${level}\t${text}\n`);
    }

    function fault(error) {
      if (util.types.isNativeError(error) || (error && error.name && error.message && error.stack)) {
        return { errorType: error.name, errorMessage: error.message,
          trace: String(error.stack ?? '').split('\n') };
      }
      return { errorType: typeof error, errorMessage: String(error), trace: [] };
    }

    function log(kind, error) {
      const details = error && typeof error === 'object' ? Object.fromEntries(Object.entries(error)) : {};
      const { errorType, errorMessage, trace } = fault(error);
      write('ERROR', [`${kind}\t${JSON.stringify({ errorType, errorMessage, ...details, stack: trace })}`]);
    }

    class RuntimeError extends Error {
      constructor(name, message) { super(message); this.name = 'Runtime.' + name; }
    }

    async function load() {
      const task = env.LAMBDA_TASK_ROOT;
      const handler = env._HANDLER;
      const match = /^(.*?)([^/.]+)\.(.+)$/.exec(handler);
      if (!match || handler.includes('..')) {
        throw new RuntimeError('MalformedHandlerName', `Bad handler: '${handler}'`);
      }
      const file = path.resolve(task, match[1], match[2]);
      const module = await loadModule(file, match[1] + match[2]);
      const name = match[3];
      const pick = (root) => name.split('.').reduce((value, key) => value?.[key], root);
      const found = pick(module) ?? pick(module?.default);
      if (found === undefined) {
        throw new RuntimeError('HandlerNotFound', `${handler} is undefined or not exported`);
      }
      if (typeof found !== 'function') throw new RuntimeError('HandlerNotFound', `${handler} is not a function`);
      return found;
    }

    async function loadModule(file, name) {
      const require = createRequire(path.join(env.LAMBDA_TASK_ROOT, 'index.js'));
      const asModule = (found) => import(pathToFileURL(found).href);
      try {
        if (fs.existsSync(file) && fs.statSync(file).isFile()) return require(file);
        if (fs.existsSync(file + '.js')) {
          return isModuleFolder(path.dirname(file)) ? await asModule(file + '.js') : require(file + '.js');
        }
        if (fs.existsSync(file + '.mjs')) return await asModule(file + '.mjs');
        if (fs.existsSync(file + '.cjs')) return require(file + '.cjs');
        return require(require.resolve(name, { paths: (env.NODE_PATH ?? '').split(':') }));
      } catch (error) {
        if (error instanceof SyntaxError) throw named('UserCodeSyntaxError', error);
        const missing = error?.code === 'MODULE_NOT_FOUND' || error?.code === 'ERR_MODULE_NOT_FOUND';
        throw missing ? named('ImportModuleError', error) : error;
      }
    }

    function named(name, cause) {
      const error = new RuntimeError(name, `${cause.name === 'Error' ? 'Error' : cause.name}: ${cause.message}`);
      error.stack = cause.stack;
      return error;
    }

    // The nearest package.json decides what a file of the ending .js is.
    function isModuleFolder(folder) {
      for (let at = folder; ; at = path.dirname(at)) {
        const file = path.join(at, 'package.json');
        if (fs.existsSync(file)) {
          try { return JSON.parse(fs.readFileSync(file, 'utf8')).type === 'module'; } catch { return false; }
        }
        if (at === path.dirname(at)) return false;
      }
    }

    globalThis.awslambda = {
      streamifyResponse(handler, options) {
        handler[streaming] = 'response';
        if (options?.highWaterMark !== undefined) handler[HIGH_WATER_MARK] = parseInt(options.highWaterMark);
        return handler;
      },
      HttpResponseStream: {
        from(stream, prelude) {
          stream.setContentType('application/vnd.awslambda.http-integration-response');
          stream._prelude(JSON.stringify(prelude));
          return stream;
        },
      },
    };

    function streamFor(request, highWaterMark) {
      let upload;
      let contentType = 'application/octet-stream';
      let prelude;
      let settle;
      const answered = new Promise((resolve, reject) => { settle = { resolve, reject }; });
      const begin = () => {
        if (upload) return;
        upload = open('POST', `invocation/${request}/response`, {
          'Content-Type': contentType, 'Lambda-Runtime-Function-Response-Mode': 'streaming',
          'Transfer-Encoding': 'chunked',
          'Trailer': 'Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body' });
        upload.on('error', settle.reject);
        upload.on('response', (response) => collect(response, settle.resolve, settle.reject));
        if (prelude !== undefined) { upload.write(prelude); upload.write(Buffer.alloc(8)); }
      };
      const stream = new Writable({
        highWaterMark,
        write(chunk, encoding, done) { begin(); upload.write(chunk, encoding, done); },
        final(done) { begin(); upload.end(done); },
      });
      stream.setContentType = (type) => {
        if (upload) throw new RuntimeError('InvalidStreamingOperation', 'Cannot set content-type, too late.');
        contentType = type;
      };
      stream._prelude = (text) => { prelude = text; };
      stream._fail = (error) => {
        begin();
        const { errorType, errorMessage, trace } = fault(error);
        upload.addTrailers({ 'Lambda-Runtime-Function-Error-Type': errorType,
          'Lambda-Runtime-Function-Error-Body':
            Buffer.from(JSON.stringify({ errorType, errorMessage, trace })).toString('base64') });
        upload.end();
      };
      stream._answered = answered;
      stream._hasBegun = () => upload !== undefined;
      return stream;
    }

    function context(headers) {
      const deadline = Number(headers['lambda-runtime-deadline-ms']);
      const parse = (text) => { try { return text ? JSON.parse(text) : undefined; } catch { return undefined; } };
      return {
        callbackWaitsForEmptyEventLoop: true,
        functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION, functionName: env.AWS_LAMBDA_FUNCTION_NAME,
        memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE, logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
        logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
        clientContext: parse(headers['lambda-runtime-client-context']),
        identity: parse(headers['lambda-runtime-cognito-identity']),
        invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
        awsRequestId: headers['lambda-runtime-aws-request-id'],
        getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
      };
    }

    // The value that a handler gives: by its callback, its promise, or neither when nothing is left to do.
    function run(handler, event, given) {
      return new Promise((resolve, reject) => {
        let held;
        const whenIdle = () => { held ? held() : resolve(null); };
        process.once('beforeExit', whenIdle);
        const finish = (settle, value) => { process.removeListener('beforeExit', whenIdle); settle(value); };
        const callback = (error, value) => {
          const last = () => error === undefined || error === null ? finish(resolve, value) : finish(reject, error);
          // Whatever else was started goes on before the answer is sent.
          if (given.callbackWaitsForEmptyEventLoop && error == null) { held ??= last; } else { last(); }
        };
        given.done = callback;
        given.succeed = (value) => callback(null, value);
        given.fail = (error) => callback(error ?? 'handled');
        try {
          const result = handler(event, given, callback);
          if (typeof result?.then === 'function') {
            result.then((value) => finish(resolve, value), (error) => finish(reject, error));
          }
        } catch (error) {
          finish(reject, error);
        }
      });
    }

    async function stream(handler, event, given, request) {
      const output = streamFor(request, handler[HIGH_WATER_MARK]);
      try {
        await handler(event, output, given);
      } catch (error) {
        if (!output._hasBegun()) throw error;
        log('Invoke Error', error);
        output._fail(error);
        return output._answered;
      }
      if (!output.writableEnded) output.end();
      return output._answered;
    }

    async function report(where, error, kind) {
      log(kind, error);
      const { errorType, errorMessage, trace } = fault(error);
      await call('POST', where, JSON.stringify({ errorType, errorMessage, trace }),
        { 'Lambda-Runtime-Function-Error-Type': errorType });
    }

    async function invoke(handler, next) {
      const request = current = next.headers['lambda-runtime-aws-request-id'];
      env._X_AMZN_TRACE_ID = next.headers['lambda-runtime-trace-id'] ?? '';
      const given = context(next.headers);
      try {
        const event = JSON.parse(next.body);
        if (handler[streaming]) return await stream(handler, event, given, request);
        const value = await run(handler, event, given);
        let body;
        try {
          body = JSON.stringify(value === undefined ? null : value) ?? 'null';
        } catch (error) {
          throw new RuntimeError('MarshalError', 'Unable to stringify response body: ' + error.message);
        }
        await call('POST', `invocation/${request}/response`, body);
      } catch (error) {
        await report(`invocation/${request}/error`, error, 'Invoke Error');
      }
    }

    // Outside a handler's promise: the process ends, as on the platform.
    for (const [name, type] of [['uncaughtException', 'Uncaught Exception'],
      ['unhandledRejection', 'Unhandled Promise Rejection']]) {
      process.on(name, (thrown) => {
        const error = name === 'unhandledRejection'
          ? Object.assign(new RuntimeError('UnhandledPromiseRejection', String(thrown)), { reason: fault(thrown) })
          : thrown;
        const where = current ? `invocation/${current}/error` : 'init/error';
        // On a connection of its own: the other may be in use.
        agent.maxSockets = 2;
        report(where, error, type).catch(() => {}).finally(() => process.exit(name === 'uncaughtException' ? 129 : 128));
      });
    }

    async function main() {
      let handler;
      try {
        handler = await load();
      } catch (error) {
        await report('init/error', error, 'Uncaught Exception');
        process.exit(1);
      }
      while (true) {
        const next = await call('GET', 'invocation/next');
        if (next.status !== 200) throw new Error(`the Runtime API answered ${next.status}`);
        await invoke(handler, next);
      }
    }
    main();

    """#
}
