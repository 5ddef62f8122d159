/// Packages that code uses without importing them: others load them by name, or the platform starts them.
enum LoadedByOthers {
  /// By the package that loads them; drivers and plugins that its documentation tells to install beside it.
  static let partners: [String: Set<String>] = [
    "knex": databaseDrivers, "sequelize": databaseDrivers, "typeorm": databaseDrivers,
    "objection": databaseDrivers,
    "bookshelf": databaseDrivers, "@mikro-orm/core": databaseDrivers, "drizzle-orm": databaseDrivers,
    "sqlalchemy": pythonDrivers, "django": pythonDrivers, "databases": pythonDrivers, "peewee": pythonDrivers,
    "sqlmodel": pythonDrivers, "pandas": pythonFormats, "polars": pythonFormats,
    "requests": ["pysocks", "chardet"],
    "nodemailer": ["nodemailer-ses-transport"], "winston": ["winston-transport"], "react": ["react-dom"],
    "express": ["ejs", "pug", "hbs", "express-handlebars", "nunjucks"],
    "flask": ["asgiref", "python-dotenv"],
    "fastapi": ["python-multipart", "email-validator", "uvicorn", "orjson", "ujson"],
    "pydantic": ["email-validator"], "beautifulsoup4": ["lxml", "html5lib"], "celery": ["redis", "kombu"],
    "pino": ["pino-pretty"], "@prisma/client": ["prisma"], "pyjwt": ["cryptography"],
    "aws-xray-sdk-core": ["continuation-local-storage", "cls-hooked"],
  ]

  private static let databaseDrivers: Set<String> = [
    "pg", "pg-hstore", "pg-native", "mysql", "mysql2", "sqlite3", "better-sqlite3", "mssql", "tedious",
    "oracledb",
    "mariadb", "mongodb", "@aws-sdk/client-rds-data", "data-api-client", "typeorm-aurora-data-api-driver",
  ]
  private static let pythonDrivers: Set<String> = [
    "psycopg", "psycopg2", "psycopg2-binary", "pg8000", "asyncpg", "mysqlclient", "pymysql", "aiomysql",
    "aiosqlite",
    "oracledb", "cx-oracle", "pyodbc", "sqlalchemy-aurora-data-api", "mysql-connector-python",
  ]
  private static let pythonFormats: Set<String> = [
    "openpyxl", "xlrd", "xlsxwriter", "pyarrow", "fastparquet", "lxml", "tabulate", "s3fs", "fsspec", "numpy",
    "pytz",
  ]

  /// Helpers of compilers, servers, agents and tools that are started rather than imported.
  static let names: Set<String> = [
    "tslib", "core-js", "core-js-pure", "regenerator-runtime", "source-map-support", "@babel/runtime",
    "@babel/runtime-corejs3", "@swc/helpers", "tsx", "ts-node", "gunicorn", "uvicorn", "waitress",
    "hypercorn",
    "daphne", "setuptools", "wheel", "pip", "awslambdaric", "aws-lambda-ric", "newrelic", "ddtrace",
    "datadog-lambda",
    "datadog-lambda-js", "dd-trace", "opentelemetry-distro", "aws-opentelemetry-distro", "awscli", "aws-cdk",
    "serverless", "serverless-wsgi", "tzdata", "certifi", "urllib3", "pg-native", "bufferutil",
    "utf-8-validate",
    "encoding", "react-dom", "mangum",
  ]

  /// Beginnings and endings of names of plugins, types and settings.
  static let beginnings = [
    "@types/", "types-", "serverless-", "@serverless/", "@middy/", "eslint", "@eslint/", "babel-", "@babel/",
    "pytest", "opentelemetry-instrumentation", "@opentelemetry/", "webpack", "django-", "flask-", "pytz-",
    "@fastify/", "fastify-", "@nestjs/platform-", "@nestjs/microservices",
  ]
  static let endings = ["-stubs", "-types", "-plugin", "-loader", "-extension", "-webpack-plugin"]
}
