extension NodeClient {
  /// The Runtime API over one connection.
  static let client = #"""
    // The Runtime API over one connection that stays open.
    import http from 'node:http';

    const [hostname, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
    const prefix = '/2018-06-01/runtime/';
    // While it waits for nothing, a connection of an agent does not keep the process alive.
    export const agent = new http.Agent({ keepAlive: true, maxSockets: 1, noDelay: true });

    export function open(method, where, headers) {
      return http.request({ hostname, port, method, path: prefix + where, agent, headers });
    }

    export function call(method, where, body, headers = {}) {
      return new Promise((resolve, reject) => {
        const bytes = body === undefined ? undefined : Buffer.from(body);
        if (bytes) headers = { 'Content-Type': 'application/json', 'Content-Length': bytes.length, ...headers };
        const request = open(method, where, headers);
        request.on('error', reject).on('response', (response) => collect(response, resolve, reject));
        request.end(bytes);
      });
    }

    export function collect(response, resolve, reject) {
      const parts = [];
      response.on('data', (part) => parts.push(part)).on('error', reject);
      response.on('end', () => resolve({
        status: response.statusCode, headers: response.headers, body: Buffer.concat(parts).toString('utf8') }));
    }

    """#
}
