/// SQL databases: every DB-API driver makes `dbapi.connection` and `dbapi.cursor`.
enum PythonDatabases {
  static let calls: [CallModel] = connections + statements + rows + frames + composing

  private static let connections: [CallModel] = [
    .makes(
      "dbapi.connection",
      """
      {sqlite3,pymysql,MySQLdb,psycopg2,psycopg,mysql.connector,pyodbc,cx_Oracle,oracledb,pymssql,\
      pg8000}.{connect,Connect,Connection}
      """,
      """
      {psycopg.Connection,sqlite3.dbapi2,pymysql.connections,pg8000.dbapi,pg8000.native,\
      MySQLdb.connections}.{connect,Connection}
      """,
      """
      {snowflake.connector,redshift_connector,clickhouse_driver,ibm_db_dbi,vertica_python,trino.dbapi,\
      prestodb.dbapi,pyathena,databricks.sql,phoenixdb,duckdb,hdbcli.dbapi,teradatasql,pyhive.hive,\
      pyhive.presto,impala.dbapi,jaydebeapi,firebirdsql,adbc_driver_manager.dbapi}.connect
      """,
      "{aiomysql,aiopg,aiosqlite,psycopg.AsyncConnection,asyncmy,aioodbc}.connect",
      "{aiomysql,aiopg,asyncmy,aioodbc}.create_pool().acquire",
      """
      {psycopg2.pool.SimpleConnectionPool,psycopg2.pool.ThreadedConnectionPool,\
      mysql.connector.pooling.MySQLConnectionPool,dbutils.pooled_db.PooledDB,psycopg_pool.ConnectionPool,\
      psycopg_pool.AsyncConnectionPool}().{getconn,get_connection,connection}
      """,
      "sqlalchemy.create_engine().raw_connection", "dbapi.connection.__enter__"),
    .makes(
      "asyncpg.connection", "asyncpg.connect", "asyncpg.create_pool", "asyncpg.pool.create_pool",
      "asyncpg.connection.acquire"),
    .makes(
      "dbapi.cursor", "dbapi.connection.cursor", "*.connection.cursor", "django.db.connections.cursor",
      "dbapi.cursor.__enter__"),
    .makes("dbapi.cursor", "*.cursor().__enter__"),
    CallModel("contextlib.{closing,aclosing,nullcontext}", effects: [.result(.same(.position(0)))]),
    CallModel("dbapi.connection.{commit,rollback,close}", "dbapi.cursor.close", effects: [.clean]),
  ]

  static let members: [MemberModel] = [
    MemberModel("django.db.connection", result: .instance("dbapi.connection")),
    MemberModel("dbapi.cursor.{lastrowid,rowcount,description}", result: .clean),
  ]

  private static let statements: [CallModel] = [
    CallModel(
      "dbapi.cursor.{execute,executemany,executescript}",
      "dbapi.connection.{execute,executemany,executescript,query}",
      effects: [
        .into(.sql, .argument(0, "operation")), .into(.sql, .named("sql")), .into(.sql, .named("query")),
        .makes("dbapi.cursor"),
      ]),
    CallModel(
      "*.cursor().{execute,executemany,executescript}",
      effects: [.into(.sql, .position(0)), .makes("dbapi.cursor")]),
    CallModel(
      "{dbapi.cursor,*.cursor()}.{mogrify,copy_expert,callproc,nextset}",
      effects: [.into(.sql, .position(0)), .clean]),
    CallModel(
      "asyncpg.connection.{execute,fetch,fetchrow,fetchval,executemany,prepare,cursor}",
      effects: [.into(.sql, .argument(0, "query")), .result(.stored("a row of a database"))]),
    // A connection of which nothing is known: the text must read like SQL.
    CallModel(
      """
      ?.{execute,executemany,executescript,query,raw,fetch,fetchrow,fetchval,execute_query,run_query,\
      execute_sql}
      """,
      """
      *.{execute,executemany,executescript,query,raw,raw_query,execute_query,run_query,execute_sql,\
      fetchrow}
      """,
      effects: [.into(.sql, .position(0), when: [.readsAsSQL(.position(0))], .likely)]),
    CallModel(
      "{records.Database(),dataset.connect()}.query",
      effects: [.into(.sql, .position(0)), .result(.stored("a row of a database"))]),
    CallModel(
      "peewee.{RawQuery,SQL}", "peewee.{SqliteDatabase,MySQLDatabase,PostgresqlDatabase}().execute_sql",
      effects: [.into(.sql, .position(0)), .result(.stored("a row of a database"))]),
    CallModel(
      "ponyorm.{db.select,db.execute,raw_sql}", "pony.orm.raw_sql", effects: [.into(.sql, .position(0))]),
    CallModel(
      "google.cloud.bigquery.Client().query", "google.cloud.spanner.Client().execute_sql",
      effects: [.into(.sql, .argument(0, "query")), .result(.stored("a row of a database"))]),
    CallModel(
      "clickhouse_driver.Client().{execute,execute_iter,query_dataframe}",
      "clickhouse_connect.get_client().{query,command,query_df}",
      effects: [.into(.sql, .position(0)), .result(.stored("a row of a database"))]),
    CallModel(
      "pg8000.native.Connection().run", "cassandra.cluster.Cluster().connect().execute",
      "cassandra.query.SimpleStatement", "cassandra.cluster.Cluster().connect().{execute_async,prepare}",
      effects: [.into(.sql, .position(0)), .result(.stored("a row of a database"))]),
    CallModel(
      """
      {neo4j.GraphDatabase.driver().session(),neo4j.GraphDatabase.driver(),py2neo.Graph()}.{run,\
      execute_query}
      """,
      effects: [.into(.sql, .position(0)), .result(.stored("a row of a database"))]),
  ]

  private static let rows: [CallModel] = [
    CallModel("{dbapi.cursor,*.cursor()}.fetchone", effects: [.result(.stored("a row of a database"))]),
    CallModel(
      "{dbapi.cursor,*.cursor()}.{fetchall,fetchmany}",
      effects: [.result(.sequence(of: .stored("a row of a database")))]),
  ]

  private static let frames: [CallModel] = [
    CallModel(
      "pandas.{read_sql,read_sql_query}",
      """
      {polars.read_database,awswrangler.athena.read_sql_query,awswrangler.mysql.read_sql_query,\
      awswrangler.postgresql.read_sql_query,awswrangler.redshift.read_sql_query}
      """,
      effects: [.into(.sql, .argument(0, "sql")), .result(.stored("a row of a database"))]),
    CallModel(
      "duckdb.{sql,query,execute}", "duckdb.connect().{sql,query,execute}",
      effects: [.into(.sql, .argument(0, "query")), .result(.stored("a row of a database"))]),
  ]

  /// Statements put together from parts that are quoted.
  private static let composing: [CallModel] = [
    CallModel("{psycopg2,psycopg}.sql.SQL", effects: [.into(.sql, .position(0)), .makes("psycopg.sql")]),
    CallModel(
      "{psycopg2,psycopg}.sql.{Identifier,Literal,Placeholder,Composed}", effects: [.makes("psycopg.sql")]),
    CallModel("psycopg.sql.{format,join,as_string}", effects: [.makes("psycopg.sql")]),
    CallModel(
      """
      {pymysql.converters.escape_string,MySQLdb.escape_string,dbapi.connection.escape_string,\
      dbapi.connection.escape,dbapi.connection.literal,pymysql.escape_string,\
      psycopg2.extensions.quote_ident}
      """,
      effects: [.escapes(.position(0), for: .sql)]),
    CallModel(
      "psycopg2.extras.{execute_values,execute_batch}", effects: [.into(.sql, .argument(1, "sql")), .clean]),
    CallModel("psycopg2.extensions.AsIs", effects: [.keepsFirst]),
    CallModel("sqlparse.{format,parse}", effects: [.keepsFirst]),
  ]
}
