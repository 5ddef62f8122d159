extension NodeClient {
  /// Finds a function's handler, in modules of both kinds.
  static let loader = #"""
    // Finds a function's handler.
    import fs from 'node:fs';
    import path from 'node:path';
    import { createRequire } from 'node:module';
    import { pathToFileURL } from 'node:url';
    import { RuntimeError } from './logging.mjs';

    const env = process.env;

    export async function load() {
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
      const error = new RuntimeError(name, `${cause.name}: ${cause.message}`);
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

    """#
}
