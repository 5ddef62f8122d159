internal import SourceModel
internal import TaintEngine

/// Packages that are known to start no program and to open no connection but what the code asks of them.
enum QuietLibraries {
  /// - Parameter name: Of npm the package's name; of Python the dotted module.
  static func contains(_ name: String, _ language: SourceLanguage) -> Bool {
    if LibraryPrograms.of(name) != nil || ConnectingLibraries.of(name) != nil
      || TaintEngine.standard.knows(library: name, language)
    {
      return true
    }
    if language != .python, name.hasPrefix("node:") { return true }
    let top =
      language == .python
      ? String(name.split(separator: ".").first ?? "")
      : name.hasPrefix("@") ? name : String(name.split(separator: "/").first ?? "")
    if families.contains(where: { name.hasPrefix($0) }) { return true }
    return (language == .python ? python : script).contains(top)
  }

  /// Whether it comes with the platform's SDKs, which write no files.
  static func isOfPlatform(_ name: String) -> Bool {
    let python = ["boto3", "botocore", "aws_lambda_powertools", "aws_xray_sdk", "s3transfer", "jmespath"]
    return name == "aws-sdk" || name == "aws-lambda" || families.contains { name.hasPrefix($0) }
      || python.contains { name == $0 || name.hasPrefix($0 + ".") }
  }

  /// Beginnings of names.
  private static let families = [
    "@aws-sdk/", "@smithy/", "aws-sdk/", "@aws-lambda-powertools/", "@middy/", "@types/",
  ]

  private static func names(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  private static let python = names(
    """
    annotated_types arrow attr attrs aws_lambda_powertools aws_xray_sdk babel bcrypt bleach boto3 botocore brotli \
    bs4 cachetools cattr cattrs certifi cffi chardet charset_normalizer click colorama cryptography dateparser \
    dateutil defusedxml django docx dotenv emoji faker fastapi flask flask_cors google.protobuf html5lib humanize \
    idna inflection isodate itsdangerous jinja2 jmespath jose json5 jsonpatch jsonpath_ng jsonschema jwt lxml \
    mangum markdown markdownify markupsafe marshmallow mypy_boto3_s3 networkx nltk numpy openpyxl orjson pandas \
    passlib pendulum phonenumbers PIL pkg_resources polars pyarrow pydantic pydantic_core pydantic_settings \
    pygments pynamodb pyparsing pypdf PyPDF2 pytz qrcode rapidjson regex reportlab rsa ruamel s3transfer scipy \
    serverless_wsgi setuptools shapely simplejson six sklearn slugify soupsieve sqlalchemy sqlparse starlette \
    tabulate tenacity toml tomli tqdm typing_extensions tzlocal ujson unidecode validators voluptuous werkzeug \
    wrapt xlrd xlsxwriter xmltodict yaml
    """)

  private static let script = names(
    """
    @hapi/joi @sinclair/typebox ajv ajv-formats async aws-lambda aws-sdk aws-serverless-express aws-xray-sdk \
    aws-xray-sdk-core base64-js bcryptjs bluebird body-parser busboy camelcase chalk class-transformer \
    class-validator compression cookie cookie-parser cors crypto-js csv-parse csv-parser csv-stringify dayjs \
    date-fns date-fns-tz debug decimal.js deepmerge dotenv ejs escape-html express express-validator fast-xml-parser \
    file-type form-data graphql graphql-tag handlebars helmet hono html-entities http-errors http-status-codes \
    immer inversify io-ts jimp joi js-yaml json5 jsonpath jsonschema jsonwebtoken jwk-to-pem jwks-rsa jwt-decode \
    jose json2csv koa lambda-api linkedom lodash luxon marked mime mime-types moment moment-timezone ms mustache \
    nanoid node-uuid nunjucks object-hash p-limit p-map papaparse parse-multipart pdf-lib pdfkit pg-format pino \
    prom-client pug qs querystring ramda randomstring reflect-metadata regenerator-runtime retry rxjs safe-json-stringify \
    sanitize-html semver serverless-http sharp slugify source-map-support sqlstring stripe-signature superstruct \
    tslib ts-pattern typedi ulid underscore uuid validator vtl winston xml2js xmlbuilder xss yaml yup zod
    """)
}
