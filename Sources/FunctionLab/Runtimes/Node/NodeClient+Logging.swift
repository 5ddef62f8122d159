extension NodeClient {
  /// The platform's form of log lines and errors.
  static let logging = #"""
    // What a function writes, and how errors are told.
    import fs from 'node:fs';
    import util from 'node:util';

    // The request that is worked on, if any.
    export const invocation = { request: undefined };

    // The platform's form of a log line.
    const asJSON = process.env.AWS_LAMBDA_LOG_FORMAT === 'JSON';
    for (const [name, level] of [['log', 'INFO'], ['debug', 'DEBUG'], ['info', 'INFO'], ['warn', 'WARN'],
      ['error', 'ERROR'], ['trace', 'TRACE']]) {
      console[name] = (...values) => write(level, values);
    }

    function write(level, values) {
      const timestamp = new Date().toISOString();
      if (asJSON) {
        const message = values.length === 1 && typeof values[0] === 'object' ? values[0] : util.format(...values);
        const line = { timestamp, level, requestId: invocation.request, message };
        fs.writeSync(1, JSON.stringify(line, (_, value) => value instanceof Error ? fault(value) : value) + '\n');
        return;
      }
      const text = util.format(...values).replace(/\n/g, '\r');
      fs.writeSync(1, `${timestamp}\t${invocation.request ?? 'undefined'}\t${level}\t${text}\n`);
    }

    export function fault(error) {
      if (util.types.isNativeError(error) || (error && error.name && error.message && error.stack)) {
        return { errorType: error.name, errorMessage: error.message,
          trace: String(error.stack ?? '').split('\n') };
      }
      return { errorType: typeof error, errorMessage: String(error), trace: [] };
    }

    export function log(kind, error) {
      const details = error && typeof error === 'object' ? Object.fromEntries(Object.entries(error)) : {};
      const { errorType, errorMessage, trace } = fault(error);
      write('ERROR', [`${kind}\t${JSON.stringify({ errorType, errorMessage, ...details, stack: trace })}`]);
    }

    export class RuntimeError extends Error {
      constructor(name, message) { super(message); this.name = 'Runtime.' + name; }
    }

    """#
}
