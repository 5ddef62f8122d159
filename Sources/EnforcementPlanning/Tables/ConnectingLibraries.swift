internal import SourceModel

/// Packages that open connections by themselves: to hosts of their own, or to hosts that they are told.
enum ConnectingLibraries {
  /// - Parameter name: Of npm the package's name; of Python the dotted module.
  /// - Returns: The library's name, and its hosts; empty where it is told them. `nil` for other libraries.
  static func of(_ name: String) -> (library: String, hosts: [String])? {
    if let hosts = table[name] { return (name, hosts) }
    guard let cut = name.lastIndex(where: { $0 == "." || $0 == "/" }) else { return nil }
    return of(String(name[..<cut]))
  }

  /// Whether it only requests what a call tells it, so that a database of the template is none of its hosts.
  static func isClient(_ library: String) -> Bool {
    rows[1].names.split(whereSeparator: \.isWhitespace).contains { $0 == library }
  }

  private static let table: [String: [String]] = {
    var result: [String: [String]] = [:]
    for (names, hosts) in rows {
      for name in names.split(whereSeparator: \.isWhitespace) {
        result[String(name)] = hosts.split(separator: " ").map(String.init)
      }
    }
    return result
  }()

  /// From the packages' documentation.
  private static let rows: [(names: String, hosts: String)] = [
    // Databases, queues and mail: the server stands in an address or in options.
    (
      """
      mongodb mongoose mongoist monk pymongo motor mongoengine pg pg-promise pg-pool postgres slonik mysql mysql2
      serverless-mysql promise-mysql mariadb tedious mssql oracledb sequelize typeorm knex objection
      @mikro-orm/core drizzle-orm @prisma/client psycopg2 psycopg pg8000 asyncpg aiopg pymysql MySQLdb aiomysql
      mysql.connector pymssql pyodbc cx_Oracle sqlalchemy peewee tortoise databases django.db redis ioredis
      node-redis aioredis redis.asyncio memcached pymemcache memjs cassandra cassandra-driver neo4j neo4j-driver
      gremlin gremlin_python elasticsearch @elastic/elasticsearch opensearchpy @opensearch-project/opensearch
      kafkajs kafka confluent_kafka aiokafka node-rdkafka amqplib pika aio_pika nats stomp mqtt paho.mqtt
      nodemailer ldapjs ldap3 paramiko asyncssh ssh2 ssh2-sftp-client basic-ftp pysftp influxdb influxdb_client
      clickhouse_driver clickhouse_connect snowflake.connector snowflake-sdk socket.io-client ws websocket
      websockets grpc @grpc/grpc-js @apollo/client graphql-request gql
      """, ""
    ),
    // Requests, where no call of them tells the host.
    (
      """
      axios got superagent request request-promise request-promise-native needle ky node-fetch cross-fetch
      isomorphic-fetch undici phin unirest bent requests httpx aiohttp urllib3 httplib2 pycurl
      """, ""
    ),
    ("stripe", "api.stripe.com:443 files.stripe.com:443 uploads.stripe.com:443"),
    ("twilio", "*.twilio.com:443"), ("@sendgrid/mail @sendgrid/client sendgrid", "api.sendgrid.com:443"),
    ("mailgun-js mailgun.js", "api.mailgun.net:443 api.eu.mailgun.net:443"),
    ("@mailchimp/mailchimp_marketing mailchimp_marketing", "*.api.mailchimp.com:443"),
    ("openai", "api.openai.com:443"), ("anthropic @anthropic-ai/sdk", "api.anthropic.com:443"),
    ("cohere cohere-ai", "api.cohere.com:443 api.cohere.ai:443"),
    ("@slack/web-api slack_sdk slack slackclient @slack/bolt slack_bolt", "slack.com:443 *.slack.com:443"),
    ("telegram telebot telegraf node-telegram-bot-api aiogram", "api.telegram.org:443"),
    ("linebot @line/bot-sdk", "api.line.me:443 api-data.line.me:443"),
    ("discord discord.js", "discord.com:443 gateway.discord.gg:443"),
    ("@octokit/rest @octokit/core octokit github PyGithub", "api.github.com:443"),
    ("tweepy twitter-api-v2", "api.twitter.com:443 api.x.com:443 upload.twitter.com:443"),
    ("braintree", "api.braintreegateway.com:443 payments.braintree-api.com:443"),
    ("@paypal/checkout-server-sdk paypalrestsdk", "api.paypal.com:443 api-m.paypal.com:443"),
    ("razorpay", "api.razorpay.com:443"), ("algoliasearch", "*.algolia.net:443 *.algolianet.com:443"),
    (
      "sentry_sdk @sentry/node @sentry/serverless @sentry/aws-serverless",
      "*.ingest.sentry.io:443 *.ingest.us.sentry.io:443 *.ingest.de.sentry.io:443"
    ),
    ("datadog_lambda datadog-lambda-js ddtrace dd-trace", "*.datadoghq.com:443 *.datadoghq.eu:443"),
    ("newrelic", "*.newrelic.com:443 *.nr-data.net:443"),
    (
      "googleapis google.cloud google.auth googleapiclient google-auth-library @google-cloud/storage "
        + "@google-cloud/firestore @google-cloud/pubsub @google-cloud/bigquery gspread",
      "*.googleapis.com:443 accounts.google.com:443"
    ),
    ("firebase_admin firebase-admin", "*.googleapis.com:443 accounts.google.com:443 *.firebaseio.com:443"),
    ("azure @azure/storage-blob @azure/identity", "*.windows.net:443 login.microsoftonline.com:443"),
    ("auth0", "*.auth0.com:443"), ("pusher", "api.pusherapp.com:443 *.pusher.com:443"),
    ("contentful", "cdn.contentful.com:443 preview.contentful.com:443"),
    ("@supabase/supabase-js supabase", "*.supabase.co:443"),
    ("launchdarkly-node-server-sdk ldclient", "*.launchdarkly.com:443"),
    ("shopify shopify_api @shopify/shopify-api", "*.myshopify.com:443"),
    ("yfinance", "query1.finance.yahoo.com:443 query2.finance.yahoo.com:443 fc.yahoo.com:443"),
    ("plaid", "production.plaid.com:443 sandbox.plaid.com:443"),
  ]
}
