extension NodeClient {
  /// The loop that passes events to the handler.
  static let index = #"""
    // Passes events to the handler, one after the other.
    import { agent, call } from './client.mjs';
    import { fault, invocation, log, RuntimeError } from './logging.mjs';
    import { load } from './loader.mjs';
    import { isStreaming, stream } from './streaming.mjs';

    const env = process.env;

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

    async function report(where, error, kind) {
      log(kind, error);
      const { errorType, errorMessage, trace } = fault(error);
      await call('POST', where, JSON.stringify({ errorType, errorMessage, trace }),
        { 'Lambda-Runtime-Function-Error-Type': errorType });
    }

    async function invoke(handler, next) {
      const request = invocation.request = next.headers['lambda-runtime-aws-request-id'];
      env._X_AMZN_TRACE_ID = next.headers['lambda-runtime-trace-id'] ?? '';
      const given = context(next.headers);
      try {
        const event = JSON.parse(next.body);
        if (isStreaming(handler)) return await stream(handler, event, given, request);
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
        const where = invocation.request ? `invocation/${invocation.request}/error` : 'init/error';
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
