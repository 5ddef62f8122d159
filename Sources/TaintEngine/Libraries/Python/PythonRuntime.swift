/// Environment, logs, errors, encodings, numbers and what else functions use of the standard library.
enum PythonRuntime {
  static let calls: [CallModel] = environment + logging + errors + encodings + patterns + plain

  static let members: [MemberModel] = [
    MemberModel("os.{environ,environb}", result: .origin(.environment)),
    MemberModel("sys.argv", result: .clean),
    MemberModel("string.{ascii_letters,digits,punctuation}", result: .clean),
  ]

  private static let environment: [CallModel] = [
    CallModel(
      "os.{getenv,environ.get,environ.pop,environ.setdefault,getenvb}", "environs.Env()", "decouple.config",
      effects: [.result(.variable(.position(0), orElse: .position(1)))]),
    CallModel("os.environ.{copy,items,values}", effects: [.result(.origin(.environment))]),
    CallModel("os.environ.{keys}", effects: [.clean]),
    CallModel("dotenv.{dotenv_values}", effects: [.result(.origin(.environment))]),
    CallModel("dotenv.{load_dotenv,find_dotenv}", effects: [.clean]),
  ]

  private static let loggers =
    """
    {logging,logging.getLogger(),aws_lambda_powertools.Logger(),aws_lambda_powertools.logging.Logger(),\
    aws_lambda_powertools.logging.logger.Logger(),logging.getLogger().getChild(),\
    structlog.get_logger(),structlog.getLogger(),loguru.logger,logging.Logger(),logging.LoggerAdapter(),\
    flask.current_app.logger,flask.Flask().logger,chalice.Chalice().log,aws_lambda_logging,\
    lambda_logging.getLogger(),absl.logging,logzero.logger}
    """

  private static let logging: [CallModel] = [
    CallModel(
      "\(loggers).{debug,info,warning,warn,error,critical,exception,fatal,trace,success,msg}",
      effects: [.into(.log, .anyArgument), .clean]),
    CallModel("\(loggers).log", effects: [.into(.log, .allFrom(1)), .clean]),
    CallModel(
      "\(loggers).{append_keys,bind,structure_logs}",
      effects: [.into(.log, .anyArgument, .likely), .keepsReceiver]),
    CallModel(
      "print", "pprint.pprint", "sys.stdout.write", "sys.stderr.write", "warnings.warn",
      "logging.basicConfig().info", "rich.print", "rich.console.Console().print", "click.echo",
      effects: [.into(.log, .anyArgument), .clean]),
    CallModel(
      "?.{logger,log}.{debug,info,warning,error,exception,critical}",
      "*.{logger,log,_logger,_log,LOGGER,LOG}.{debug,info,warning,error,exception,critical}",
      effects: [.into(.log, .anyArgument, .likely), .clean]),
    CallModel(
      """
      {logging.getLogger,logging.basicConfig,logging.getLogger().setLevel,logging.getLogger().addHandler,\
      logging.StreamHandler,logging.Formatter}
      """,
      effects: [.makes("logging.getLogger()")]),
    CallModel(
      """
      {sentry_sdk.capture_exception,sentry_sdk.capture_message,sentry_sdk.init,\
      aws_lambda_powertools.Tracer().put_metadata,aws_lambda_powertools.Tracer().put_annotation,\
      aws_lambda_powertools.Metrics().add_metric}
      """,
      effects: [.clean]),
    .keeps("pprint.pformat"),
  ]

  private static let errors: [CallModel] = [
    CallModel(
      """
      traceback.{format_exc,format_tb,format_stack,format_exception,format_exception_only,\
      StackSummary.format}
      """,
      "traceback.TracebackException.from_exception().format", effects: [.result(.origin(.error(.stack)))]),
    CallModel("traceback.{print_exc,print_stack,print_exception}", effects: [.clean]),
    CallModel("sys.exc_info", effects: [.result(.origin(.error(.whole)))]),
    CallModel("{sys.exit,os._exit,exit,quit,os.abort}", effects: [.leaves]),
    CallModel("inspect.{stack,trace,getsource,currentframe}", effects: [.result(.origin(.error(.stack)))]),
  ]

  private static let encodings: [CallModel] = [
    CallModel(
      "io.{StringIO,BytesIO,TextIOWrapper,BufferedReader}",
      effects: [.result(.joined([.instance("io.buffer"), .madeOf([.position(0)])]))]),
    CallModel(
      "io.buffer.{read,getvalue,readlines,readline,getbuffer,read1}",
      effects: [.result(.madeOf([.receiver]))]),
    CallModel(
      "io.buffer.{write,writelines}", effects: [.writes(from: .position(0), into: .receiver), .clean]),
    CallModel("io.buffer.{seek,close,tell,truncate,flush}", effects: [.clean]),
    .keeps(
      """
      base64.{b64encode,urlsafe_b64encode,standard_b64encode,b32encode,b16encode,encodebytes,b85encode,\
      a85encode}
      """,
      "binascii.{hexlify,b2a_hex,b2a_base64}", "codecs.{encode}", "quopri.encodestring"),
    .decodes(
      "base64.{b64decode,urlsafe_b64decode,standard_b64decode,decodebytes,decodestring}",
      "binascii.a2b_base64",
      "{jwt,jose,authlib.common}.{utils,encoding}.{base64url_decode,urlsafe_b64decode}",
      "josepy.json_util.decode_b64jose", "jwcrypto.common.base64url_decode"),
    .parses(
      "base64.{b32decode,b16decode,b85decode}", "binascii.{unhexlify,a2b_hex}", "codecs.{decode}",
      "quopri.decodestring"),
    .keeps(
      "{urllib.parse,urllib,six.moves.urllib.parse}.{unquote,unquote_plus,urldefrag,unquote_to_bytes}",
      "unicodedata.normalize", "unidecode.unidecode", "html2text.html2text", "textwrap.{dedent,fill,shorten}",
      "copy.{copy,deepcopy}", "bytes", "bytearray", "memoryview", "sys.intern"),
    CallModel(
      "{urllib.parse,urllib,six.moves.urllib.parse}.{quote,quote_plus}",
      effects: [.escapes(.position(0), for: .requestURL, .redirect, .responseBody, .responseHeader, .log)]),
    CallModel(
      "{urllib.parse,urllib}.urlencode",
      effects: [.escapes(.position(0), for: .requestURL, .redirect, .responseBody, .responseHeader, .log)]),
    CallModel(
      "{urllib.parse,urlparse,six.moves.urllib.parse}.{urlparse,urlsplit}",
      effects: [.result(.address(.position(0)))]),
    .parses(
      "{urllib.parse,urlparse,six.moves.urllib.parse}.{parse_qs,parse_qsl}",
      "http.cookies.SimpleCookie", "cgi.parse_qs", "cgi.parse_header", "yarl.URL", "furl.furl",
      "requests_toolbelt.MultipartDecoder", "multipart.parse_form_data"),
    CallModel(
      "{urllib.parse,urlparse}.{urljoin,urlunparse,urlunsplit}", effects: [.result(.madeOf([.allFrom(0)]))]),
    CallModel("{struct.unpack,struct.unpack_from,array.array}", effects: [.clean]),
  ]

  private static let patterns: [CallModel] = [
    CallModel(
      "{re,regex,re2}.{match,fullmatch,search,findall,finditer,split}",
      effects: [
        .into(.regularExpression, .argument(0, "pattern")),
        .into(.slowMatch, .argument(1, "string"), when: [.backtracks(.argument(0, "pattern"))]),
      ]),
    CallModel(
      "{re,regex}.{sub,subn}",
      effects: [
        .into(.regularExpression, .argument(0, "pattern")),
        .into(.slowMatch, .argument(2, "string"), when: [.backtracks(.argument(0, "pattern"))]),
      ]),
    CallModel("{re,regex}.{compile,template}", effects: [.into(.regularExpression, .argument(0, "pattern"))]),
    CallModel(
      "{re,regex}.compile().{match,fullmatch,search,findall,finditer,split}",
      effects: [.into(.slowMatch, .position(0), when: [.backtracks(.constructed(.receiver, 0))])]),
    CallModel(
      "{re,regex}.compile().{sub,subn}",
      effects: [.into(.slowMatch, .position(1), when: [.backtracks(.constructed(.receiver, 0))])]),
    CallModel("{re,regex}.escape", effects: [.escapes(.position(0), for: .regularExpression)]),
    CallModel("fnmatch.{fnmatch,fnmatchcase,filter,translate}", effects: [.clean]),
  ]

  private static let plain: [CallModel] = [
    .clean(
      "uuid.{uuid1,uuid3,uuid4,uuid5}",
      """
      {random,secrets}.{random,randint,choice,choices,token_hex,token_urlsafe,token_bytes,randbelow,\
      randrange,sample,uniform,getrandbits}
      """,
      "random.{SystemRandom().choice,SystemRandom().randint}",
      "{time.time,time.time_ns,time.monotonic,time.perf_counter,time.gmtime,time.localtime,time.mktime}",
      """
      hashlib.{md5,sha1,sha224,sha256,sha384,sha512,sha3_256,sha3_512,blake2b,blake2s,new,pbkdf2_hmac,\
      scrypt}
      """
    ),
    .makes("hmac.new()", "hmac.{new,HMAC}", "hmac.new().copy"),
    CallModel("hmac.digest", "hmac.new().{hexdigest,digest}", effects: [.result(.keyedDigest)]),
    .clean(
      "hashlib.{md5,sha1,sha224,sha256,sha384,sha512,new,blake2b,blake2s}().{hexdigest,digest,update,copy}",
      "hmac.new().update",
      "{zlib.crc32,zlib.adler32,binascii.crc32}",
      """
      {bcrypt.hashpw,bcrypt.gensalt,passlib.hash.bcrypt.hash,argon2.PasswordHasher().hash,\
      werkzeug.security.generate_password_hash}
      """,
      "ulid.{ULID,new}", "shortuuid.{uuid,random}", "nanoid.generate"),
    .clean(
      """
      datetime.{datetime.now,datetime.utcnow,datetime.today,date.today,datetime.fromtimestamp,\
      datetime.strptime,datetime.fromisoformat,date.fromisoformat,timedelta,datetime.utcfromtimestamp}
      """,
      "{dateutil.parser.parse,dateutil.parser.isoparse,arrow.get,pendulum.parse,time.strptime}",
      "datetime.{datetime,date}", "{decimal.Decimal,fractions.Fraction}",
      "{math,statistics,cmath}.{floor,ceil,sqrt,pow,log,fabs,mean,median}",
      "time.sleep",
      "platform.{node,system,machine,python_version}", "gc.collect", "calendar.timegm"),
    .keeps("datetime.datetime.{strftime}", "inflection.underscore"),
  ]
}
