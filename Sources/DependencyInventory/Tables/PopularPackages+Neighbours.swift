extension PopularPackages {
  /// Real packages whose names are close to those.
  static let neighboursNPM = """
    tsutils trough isstream @jest/get-type one-time is-regexp crypt pascalcase ip-regex js-base64
    babel-runtime babel-core global parse-path parse-url postcss-values-parser jsonschema urijs
    ansicolors random-bytes rollup-pluginutils babel-code-frame foreach callsite just-diff is-object
    babel-types babel-plugin-syntax-jsx babel-traverse safe-json-stringify dom-serialize error
    babel-template binaryextensions aws-cdk flatten babel-generator ansi-wrap nprogress clipboard
    babel-helpers babel-helper-function-name parseuri babel-plugin-syntax-object-rest-spread
    babel-plugin-transform-regenerator babel-helper-replace-supers babel-helper-optimise-call-expression
    charset babel-plugin-transform-object-rest-spread stream mem-fs murmurhash
    babel-helper-remap-async-to-generator babel-plugin-transform-async-to-generator
    babel-plugin-transform-exponentiation-operator babel-plugin-transform-class-properties uglify-es
    is-window babel-plugin-syntax-class-properties ansi-color babel-preset-env prompt emitter-component
    json-schema-to-zod graphiql babel-plugin-syntax-async-generators
    babel-plugin-transform-async-generator-functions cli-spinner buffer-json
    babel-plugin-transform-react-jsx babel-plugin-transform-react-jsx-source
    babel-plugin-transform-react-display-name babel-plugin-transform-member-expression-literals
    babel-plugin-transform-property-literals babel-preset-react babel-plugin-transform-react-jsx-self
    is-blob tslint-config-prettier brace has-own ansistyles @aws-cdk/core babel-plugin-transform-runtime
    parsejson mimer findup yaml-js postcss-jsx fs-promise is-type isnumber isbuffer ttypescript
    react-vis path-parser promise.any is-array protobuf.js httperrors object-values parse-uri fs.extra
    rs-module-lexer edn-data typescript-eslint-parser it-glob as-number ip-bigint tslint-plugin-prettier
    ps-node react-if inherit crc32 URIjs accept args-parser is-node isostring common-dir d3-tile
    getstream promised-retry babel-plugin-transform-dynamic-import console readdir promis
    preact-transition-group schedule normalizeurl lrucache did-you-mean prettierx retry-promise mpromise
    defaulty ts-promise promish csv-loader reqwest path-normalize CSSselect color-namer CSSwhat
    hash-object mkdir import-locals
    """

  /// Real packages whose names are close to those.
  static let neighboursPyPI = """
    mypy-boto3-sts pyaml construct tensorboardx pymupdfb cchardet apache-airflow-providers-sftp
    mypy-boto3-ses mypy-boto3-sns pytest-timeouts spython schedula dataset mypy-boto3-ds mypy-boto3-drs
    jsons jsonpath python-jsonpath sqlglotc grapheme googleads unicorn ncclient pyshark arnparse
    sqlalchemy-databricks pytest-csv cwcwidth git-python bpython grequests google-cloud-filestore
    pycaret rison fastai acachecontrol isolate faiss-gpu persistent user-agent jdatetime postgres
    json-diff git-url-parse property-cached google-oauth websocket expiring-dict pbspark efinance
    oauth2-client ngboost django-filer identity cronitor xunitparser pythena python-ffmpeg pymantic
    ruamel-yaml-clibz zai-sdk retworkx deep-merge python-cas datazets ctransformers dbt-score pytrie
    aresponses scheduler types-pymssql
    """

  /// Real gems whose names are close to those.
  static let neighboursRubyGems = """
    rspec-its racks
    """
}
