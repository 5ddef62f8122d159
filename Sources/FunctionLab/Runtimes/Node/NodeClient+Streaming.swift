extension NodeClient {
  /// Handlers that answer in pieces.
  static let streaming = #"""
    // Handlers that answer in pieces.
    import { Writable } from 'node:stream';
    import { collect, open } from './client.mjs';
    import { fault, log, RuntimeError } from './logging.mjs';

    const streaming = Symbol.for('aws.lambda.runtime.handler.streaming');
    const highWaterMarkKey = Symbol.for('aws.lambda.runtime.handler.streaming.highWaterMark');

    export function isStreaming(handler) { return handler[streaming] !== undefined; }

    globalThis.awslambda = {
      streamifyResponse(handler, options) {
        handler[streaming] = 'response';
        if (options?.highWaterMark !== undefined) handler[highWaterMarkKey] = parseInt(options.highWaterMark);
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

    export async function stream(handler, event, given, request) {
      const output = streamFor(request, handler[highWaterMarkKey]);
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

    """#
}
