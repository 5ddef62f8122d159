/// Ways of values through JavaScript.
enum JavaScriptProgram {
  static let text = #"""
    'use strict';
    import { execSync } from 'node:child_process';
    import express from 'express';
    import fs from 'fs';
    import path from 'path';
    import { S3Client, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
    import { helper, default as dflt } from './lib/helper.js';
    import * as ns from './lib/helper.js';
    const client = new S3Client({});
    const state = { users: [] };
    let counter;
    const isValid = (s) => /^[a-z0-9-]+$/.test(s);
    function Person(n) { this.n = n; }
    Person.prototype.run = function () { execSync('p ' + this.n); };  // expect: osCommand
    const withErr = (fn) => async (event, ctx) => { try { return await fn(event, ctx); } catch (e) { return { statusCode: 500, body: JSON.stringify({ m: e.message }) }; } };
    class A { static s(x) { execSync('s ' + x); } #p; constructor(x) { this.#p = x; } get v() { return this.#p; } arrow = (y) => { execSync(y + this.v); }; }  // expect: osCommand
    class B extends A { constructor(x) { super(x); } go() { execSync(super.v); } }  // expect: osCommand
    function merge(t, s) { for (const k in s) { if (typeof s[k] === 'object') { t[k] = t[k] || {}; merge(t[k], s[k]); } else { t[k] = s[k]; } } return t; }  // expect: objectMerge
    const main = async (event) => {
      const body = JSON.parse(event.body || '{}');
      helper(body.h);
      dflt(body.d);
      ns.helper(body.n);
      new Person(body.p).run();
      A.s(body.s);
      const b = new B(body.b); b.go(); b.arrow(body.arrow);
      if (isValid(body.ok)) execSync('ok ' + body.ok);
      if (!isValid(body.ok2)) throw new Error('bad');
      execSync('ok2 ' + body.ok2);
      switch (body.kind) { case 'a': execSync(body.kind); break; default: execSync('k ' + body.kind); }  // expect: osCommand
      const out = await client.send(new GetObjectCommand({ Bucket: process.env.B, Key: body.key }));
      const text = await out.Body.transformToString();
      execSync(text);  // expect: osCommand
      await client.send(new PutObjectCommand({ Bucket: 'x', Key: 'k', Body: event.body }));
      state.users.push(body.user);  // expect: sharedState
      counter = body.counter;  // expect: sharedState
      const { a: { deep }, ...rest } = body;
      execSync(deep); execSync(rest.other);  // expect: osCommand
      const m = new Map(); m.set('x', body.map); execSync(m.get('x'));  // expect: osCommand
      const o = { ...body, safe: 'x' }; execSync(o.safe); execSync(o.unsafe);  // expect: osCommand
      const v = await new Promise((resolve, reject) => { fs.readFile('/tmp/' + path.basename(body.f), (err, d) => err ? reject(err) : resolve(body.res)); });
      execSync(v);  // expect: osCommand
      const [x1, x2] = await Promise.all([Promise.resolve(body.x1), 'const']);
      execSync(x1); execSync(x2);  // expect: osCommand
      const typ = typeof body.num === 'number' ? body.num : 0; execSync('t ' + typ);
      const run = execSync.bind(null); run(body.bind);  // expect: osCommand
      const cmd = `${['a', body.join].join(' ')}`; execSync(cmd);  // expect: osCommand
      let acc = ''; for (const i of body.list) { acc += i.name; } execSync(acc);  // expect: osCommand
      const red = body.list.reduce((s, i) => s + i.r, ''); execSync(red);  // expect: osCommand
      Object.entries(body.ent).forEach(([k, val]) => execSync(k + val));  // expect: osCommand
      merge({}, body.mergeme);
      for (let i = 0; i < body.loop; i++) { counter++; }  // expect: sharedState
      execSync(body.opt?.chain ?? 'x');  // expect: osCommand
      const html = `<p>${body.html}</p>`;
      setTimeout(() => execSync(body.timer), 10);  // expect: osCommand
      process.on('x', function (d) { execSync(d); });
      require(body.req);  // expect: codeExecution
      console.log(event);
      return { statusCode: 200, headers: { 'Content-Type': 'text/html', 'X-A': body.hdr }, body: html };
    };
    export const handler = withErr(main);
    const app = express();
    app.get('/x', (req, res) => { execSync(req.query.q); res.send(`<b>${req.query.r}</b>`); });  // expect: osCommand
    """#

  static let helper = #"""
    import { execSync } from 'child_process';
    export function helper(x) { execSync('h ' + x); }  // expect: osCommand
    export default (y) => execSync('d ' + y);  // expect: osCommand
    """#
}
