/// Environment, logs, errors, encodings and the rest of what functions use in Node.
enum NodeRuntime {
  static let calls: [CallModel] = logging + encodings + addresses + patterns + plain + leaving

  static let members: [MemberModel] = [
    MemberModel("{process.env,Deno.env,Bun.env,import.meta.env}", result: .origin(.environment)),
    MemberModel("process.{argv,pid,platform,version,uptime}", result: .clean),
  ]

  private static let loggers =
    """
    {console,winston,winston.createLogger(),winston.default,winston.Logger(),pino(),pino.pino(),\
    pino.default(),bunyan.createLogger(),\
    winston.loggers.get(),lambda-log.default,log4js.getLogger(),@aws-lambda-powertools/logger.Logger(),\
    loglevel,loglevel.getLogger(),lambda-log,lambda-log.LambdaLog(),signale,signale.Signale(),consola,\
    debug(),npmlog,tslog.Logger(),roarr.Roarr,simple-node-logger.createSimpleLogger(),\
    @middy/do-not-wait.logger,firebase-functions.logger,console.console,node-color-log,\
    @dazn/lambda-powertools-logger,fancy-log,global.console}
    """

  private static let logging: [CallModel] = [
    CallModel(
      """
      \(loggers).{log,debug,info,warn,error,trace,fatal,silly,verbose,http,dir,table,notice,critical,\
      success,warning,group,assert}
      """,
      effects: [.into(.log, .allFrom(0)), .clean]),
    CallModel(
      "debug()", "fancy-log", "lambda-log", "process.stdout.write", "process.stderr.write", "util.log",
      "context.log", effects: [.into(.log, .allFrom(0)), .clean]),
    CallModel(
      "?.{logger,log}.{debug,info,warn,error,trace}",
      "*.{logger,log,LOG,_logger}.{debug,info,warn,error,trace,fatal}",
      effects: [.into(.log, .allFrom(0), .likely), .clean]),
    CallModel(
      "\(loggers).{addContext,appendKeys,child,addPersistentLogAttributes}",
      effects: [.keepsReceiver]),
    CallModel("console.{time,timeEnd,clear,count,groupEnd}", effects: [.clean]),
    CallModel(
      """
      {@sentry/node.captureException,@sentry/serverless.captureException,@sentry/node.captureMessage,\
      @sentry/node.init,newrelic.noticeError}
      """,
      effects: [.clean]),
  ]

  private static let encodings: [CallModel] = [
    .readsJSON("JSON.parse"),
    .serializes(
      "JSON.stringify", "fast-json-stable-stringify", "safe-stable-stringify", "json-stringify-safe",
      "json-stable-stringify"),
    CallModel(
      "{Buffer,buffer.Buffer}.from", "Buffer", "buffer.Buffer",
      effects: [
        .result(
          .conditional(
            [.isText(.position(1), ["base64", "base64url"])], .decoded(.position(0)),
            otherwise: .parsed(.position(0))))
      ]),
    .decodes(
      "atob", "base-64.decode", "js-base64.{Base64.decode,Base64.atob,decode,atob,toUint8Array}",
      "{base64url,base64url.default,base64-url,b64u,base64-js}.{decode,toBuffer,toByteArray}",
      "{node-jose,node-jose.default}.util.base64url.decode", "jose.base64url.decode",
      "@hexagon/base64.toString"),
    .parses("TextDecoder().decode", "string_decoder.StringDecoder().write"),
    .keeps(
      "btoa", "TextEncoder().encode", "base-64.encode", "js-base64.Base64.encode",
      "iconv-lite.{decode,encode}"),
    CallModel("{Buffer,buffer.Buffer}.concat", effects: [.result(.madeOf([.anywhereIn(.position(0))]))]),
    CallModel(
      "{Buffer,buffer.Buffer}.{alloc,allocUnsafe}", effects: [.into(.workload, .position(0)), .clean]),
    .clean("{Buffer,buffer.Buffer}.{byteLength,isBuffer,compare}"),
    // They are no defence in a shell; what they keep out of is addresses, headers and markup.
    CallModel(
      "encodeURIComponent",
      effects: [
        .escapes(.position(0), for: .requestURL, .redirect, .responseBody, .responseHeader, .log, .filePath)
      ]),
    CallModel("encodeURI", effects: [.escapes(.position(0), for: .responseHeader, .log)]),
    CallModel("escape", effects: [.escapes(.position(0), for: .responseBody, .responseHeader, .log)]),
    .keeps(
      """
      {decodeURIComponent,decodeURI,unescape,querystring.unescape,he.decode,html-entities.decode,\
      lodash.unescape,lodash/unescape,util.inspect,util.toUSVString,lodash.trim,lodash.camelCase,\
      lodash.toString}
      """
    ),
    CallModel(
      "{util.format,sprintf-js.sprintf,sprintf-js.vsprintf,printf,format-util,string-format}",
      effects: [.result(.madeOf([.allFrom(0)]))]),
    CallModel(
      "{structuredClone,lodash.cloneDeep,lodash/cloneDeep,lodash.clone,rfdc()}",
      effects: [.result(.same(.position(0)))]),
    CallModel(
      "{lodash.get,lodash/get,lodash.default.get,object-path.get,dot-prop.get}",
      effects: [.result(.parsed(.position(0)))]),
    CallModel(
      """
      {lodash.pick,lodash/pick,lodash.omit,lodash/omit,lodash.mapKeys,lodash.mapValues,lodash.pickBy,\
      camelcase-keys,snakecase-keys,lodash.flatten,lodash.uniq,lodash.compact,lodash.values,lodash.sortBy,\
      lodash.toArray,lodash.castArray}
      """,
      effects: [.parsesFirst]),
    CallModel(
      "{lodash,lodash.default}.{map,filter,forEach,each,find,some,every,flatMap}",
      effects: [
        .callback(Callback(.position(1), parameters: [.element(of: .position(0)), .clean])),
        .callback(Callback(.position(2), parameters: [.element(of: .position(0)), .clean])),
        .result(.sequence(of: .joined([.element(of: .position(0)), .callbackResult]))),
      ]),
    .parses(
      """
      {parse-multipart,parse-multipart-data,lambda-multipart-parser,aws-lambda-multipart-parser}.{parse,\
      Parse,getBoundary}
      """,
      "{cookie.parse,content-disposition.parse,mime.getType}"),
    CallModel(
      "{busboy,busboy.default,@fastify/busboy}().on",
      effects: [
        .callback(
          Callback(
            .position(1), parameters: [.clean, .madeOf([.receiver]), .madeOf([.receiver])], isImmediate: false
          )), .keepsReceiver,
      ]),
  ]

  private static let addresses: [CallModel] = [
    CallModel("{URL,url.URL,whatwg-url.URL,globalThis.URL}", effects: [.result(.address(.position(0)))]),
    CallModel("url.parse", "parse-url", "url-parse", effects: [.result(.address(.position(0)))]),
    .parses(
      "{querystring,qs,query-string,fast-querystring,neoqs}.{parse,decode}",
      "{URLSearchParams,url.URLSearchParams}"),
    CallModel(
      "{URLSearchParams,url.URLSearchParams}().{get,getAll}", "*.searchParams.{get,getAll}",
      effects: [.result(.madeOf([.receiver]))]),
    CallModel(
      "{URLSearchParams,url.URLSearchParams}().toString",
      "{querystring,qs,query-string}.{stringify,encode,escape}",
      effects: [
        .result(
          .sanitized(
            .position(0), for: SinkKinds(.requestURL, .redirect, .responseBody, .responseHeader, .log)))
      ]),
    CallModel("url.{resolve,format}", "url-join", effects: [.result(.madeOf([.allFrom(0)]))]),
    CallModel("url.{fileURLToPath,pathToFileURL}", effects: [.keepsFirst]),
  ]

  /// Where the last stream of a pipeline may stand.
  private static let streams = (1..<5).map { Selector.position($0) }

  private static let patterns: [CallModel] = [
    CallModel(
      "{RegExp,xregexp,re2,micromatch.makeRe,minimatch.makeRe}",
      effects: [.into(.regularExpression, .position(0))]),
    CallModel(
      """
      {lodash.escapeRegExp,lodash/escapeRegExp,escape-string-regexp,escape-string-regexp.default,\
      regexp.escape,RegExp.escape,lodash.escaperegexp}
      """,
      effects: [.escapes(.position(0), for: .regularExpression, .slowMatch)]),
  ]

  private static let plain: [CallModel] = [
    .clean(
      """
      {uuid.v4,uuid.v1,uuid.v5,uuid.v7,uuid,uuid/v4,uuid/v1,nanoid.nanoid,nanoid,shortid.generate,cuid,\
      ulid.ulid,ksuid.randomSync,crypto.randomUUID,crypto.randomBytes,crypto.randomInt,\
      crypto.getRandomValues,Math.random,short-uuid.generate,@paralleldrive/cuid2.createId,\
      crypto.webcrypto.randomUUID}
      """
    ),
    .clean(
      "crypto.createHash().{digest,update}", "crypto.createHash().update().{digest,update}",
      "crypto.createHash().update().update().digest", "crypto.{pbkdf2Sync,scryptSync,hash}",
      "{bcrypt,bcryptjs}.{hash,hashSync,genSalt}",
      """
      {argon2.hash,md5,sha1,sha256,object-hash,hash-sum,crypto-js.MD5,crypto-js.SHA256,\
      ssri.fromData}
      """,
      "crypto-js.{MD5,SHA1,SHA256,SHA512}().toString"),
    .makes("crypto.createHmac()", "crypto.createHmac", "crypto.createHmac().update"),
    CallModel(
      "crypto.createHmac().digest", "crypto-js.{HmacSHA1,HmacSHA256,HmacSHA512}",
      effects: [.result(.keyedDigest)]),
    .clean(
      """
      {Date,Date.now,Date.parse,moment,moment.utc,dayjs,luxon.DateTime.now,luxon.DateTime.fromISO,\
      date-fns.parseISO,date-fns.format}
      """,
      "{Date,moment,dayjs}().{toISOString,getTime,format,valueOf,toJSON,unix,toString}",
      "{big.js,bignumber.js,decimal.js}", "performance.now", "process.{hrtime,memoryUsage,nextTick,on}",
      "Math.{floor,ceil,round,max,min,abs,pow,sqrt,trunc}"),
    CallModel(
      "{crypto.pbkdf2,crypto.scrypt,bcrypt.hash,bcryptjs.hash,crypto.randomBytes}",
      effects: [
        .callback(Callback(.last, parameters: [.origin(.error(.whole)), .clean], isImmediate: false))
      ]),
    CallModel(
      "crypto.{createDecipheriv,createDecipher}().{update,final}", "crypto-js.AES.decrypt",
      effects: [.result(.secret("a decrypted text"))]),
    CallModel(
      "{util.promisify,util.callbackify,bluebird.promisify,pify,es6-promisify}",
      effects: [.result(.same(.position(0)))]),
    CallModel(
      "{stream.pipeline,stream/promises.pipeline,pump}",
      effects: [
        .into(.fileContent, .position(0), when: [.any(streams.map { .type($0, ["fs.WriteStream"]) })]),
        .writes(from: .position(0), into: .last), .clean, .nodeCallback,
      ]),
    CallModel(
      """
      {get-stream,get-stream.buffer,raw-body,stream-to-string,stream-to-array,streamToString,\
      concat-stream,stream/consumers.text,stream/consumers.json,stream/consumers.buffer,co-body.json}
      """,
      effects: [.parsesFirst]),
    CallModel(
      "*.pipe", "?.pipe",
      effects: [
        .into(.fileContent, .receiver, when: [.type(.position(0), ["fs.WriteStream"])]),
        .writes(from: .receiver, into: .position(0)), .result(.same(.position(0))),
      ]),
    CallModel(
      "{stream.Readable.from,stream.PassThrough,stream.Transform,readline.createInterface}",
      effects: [.result(.madeOf([.anywhereIn(.position(0))]))]),
    CallModel(
      "{validator,validator.default}.{trim,normalizeEmail,stripLow,blacklist,ltrim,rtrim}",
      effects: [.keepsFirst]),
    CallModel("dotenv.config", effects: [.clean]),
    CallModel(
      """
      {lambda-wrapper.wrap,async-handler,express-async-handler,lambda-middleware.compose}
      """,
      effects: [.result(.same(.position(0)))]),
  ]

  private static let leaving: [CallModel] = [
    CallModel("process.{exit,abort}", effects: [.leaves])
  ]
}
