/// SQL databases and query builders of Node.
enum NodeDatabases {
  static let calls: [CallModel] = connections + statements + NodeMySQL.calls + builders + mappers + escaping

  static let row = CallModel.Effect.result(.stored("a row of a database"))
  static let rowsCallback = CallModel.Effect.callback(
    Callback(
      .last, parameters: [.origin(.error(.whole)), .stored("a row of a database"), .clean], isImmediate: false
    ))

  private static let connections: [CallModel] = [
    .makes(
      "sql.connection",
      "{mariadb,mariadb/callback}.{createConnection,createPool,createPoolCluster}",
      "{pg,pg-native,pg-pool,pg.native,@neondatabase/serverless}.{Client,Pool}",
      "pg-pool", "{mssql,mssql/msnodesqlv8}.{ConnectionPool,Request,connect,Transaction,PreparedStatement}",
      "{sqlite3,sqlite3.verbose(),better-sqlite3,sqlite,@vscode/sqlite3}.{Database,open,cached.Database}",
      "better-sqlite3", "sqlite.DatabaseSync",
      """
      {oracledb,odbc,snowflake-sdk,ibm_db,hdb}.{getConnection,createConnection,connect,open,createPool,\
      createClient}
      """,
      "tedious.Connection",
      "pg-promise()", "slonik.createPool", "@planetscale/database.{connect,Client}",
      "@libsql/client.createClient", "@vercel/postgres.{createPool,createClient,db}",
      "cassandra-driver.Client", "@clickhouse/client.createClient", "@google-cloud/bigquery.BigQuery",
      "@google-cloud/spanner.Spanner().instance().database", "data-api-client", "vertica-nodejs.Client"),
    .makes(
      "sql.connection",
      "sql.connection.{getConnection,connect,promise,request,acquire,transaction,input,batchTransaction}"),
    CallModel(
      "sql.connection.{getConnection,connect}",
      effects: [
        .callback(
          Callback(
            .last, parameters: [.origin(.error(.whole)), .instance("sql.connection"), .clean],
            isImmediate: false))
      ]),
    CallModel(
      "sql.connection.{end,release,close,quit,destroy,beginTransaction,commit,rollback}",
      effects: [.clean, .nodeCallback]),
  ]

  private static let statements: [CallModel] = [
    CallModel(
      """
      sql.connection.{query,execute,exec,run,all,get,each,any,one,none,many,oneOrNone,manyOrNone,result,\
      func,multi,batch,prepare,unprepared,execSql,execSqlBatch,queryStream,stream,createQueryJob,runSync,\
      simpleExecute}
      """,
      effects: [
        .into(.sql, .position(0), when: [.text(.position(0))]),
        .into(.sql, .field(.position(0), "sql")), .into(.sql, .field(.position(0), "text")),
        .into(.sql, .field(.position(0), "sqlText")), .into(.sql, .field(.position(0), "query")), row,
        rowsCallback,
      ]),
    CallModel("sql.connection.prepare().{all,get,run,iterate}", effects: [row]),
    CallModel(
      "tedious.Request", "mssql.Request().{query,batch}",
      effects: [.into(.sql, .position(0)), row, rowsCallback]),
    // `mssql.query` as a tag binds its values; as a call it does not.
    CallModel("mssql.query", effects: [.into(.sql, .position(0)), row]),
    // A connection of which nothing is known: the text must read like SQL.
    CallModel(
      "?.{query,execute,exec,run,all,get,each,raw,one,any,none,many,prepare,unsafe}",
      """
      *.{query,execute,raw,executeQuery,runQuery,queryAsync,executeSql,$queryRawUnsafe,$executeRawUnsafe,\
      unsafe}
      """,
      effects: [
        .into(.sql, .position(0), when: [.readsAsSQL(.position(0))], .likely),
        .into(.sql, .field(.position(0), "sql"), when: [.readsAsSQL(.field(.position(0), "sql"))], .likely),
      ]),
    CallModel(
      "{postgres(),@vercel/postgres.sql,@neondatabase/serverless.neon()}.{unsafe,query}",
      effects: [.into(.sql, .position(0)), row]),
    CallModel(
      "{neo4j-driver.driver().session,neo4j-driver.default.driver().session}().{run,executeRead}",
      effects: [.into(.sql, .position(0)), row]),
    CallModel("alasql", "alasql.promise", effects: [.into(.sql, .position(0)), row]),
  ]

  /// knex, objection, squel, kysely, drizzle.
  private static let builders: [CallModel] = [
    .makes("knex.client", "knex", "knex.{knex,Knex,default}"),
    .makes(
      "knex.query", "knex.client",
      "knex.client.{select,from,table,insert,update,delete,into,withSchema,queryBuilder,transaction}"),
    CallModel(
      """
      {knex.client,knex.query,*.knex}.{raw,whereRaw,havingRaw,orderByRaw,groupByRaw,fromRaw,joinRaw,\
      selectRaw,orWhereRaw,andWhereRaw,schema.raw}
      """,
      "*.{whereRaw,havingRaw,orderByRaw,groupByRaw,fromRaw,joinRaw,orWhereRaw}",
      effects: [.into(.sql, .position(0)), .makes("knex.query")]),
    .makes(
      "knex.query",
      """
      knex.query.{where,andWhere,orWhere,whereIn,whereNot,whereNull,whereNotIn,whereBetween,whereILike,\
      whereLike,join,leftJoin,innerJoin,limit,offset,returning,insert,update,del,delete,select,from,into,\
      count,distinct,having,groupBy,orderBy,first,as,on,onConflict,merge,with,increment,decrement,columns,\
      table,transacting,clone}
      """
    ),
    CallModel(
      "squel.{select,update,insert,delete}().{where,order,field,having}",
      effects: [.into(.sql, .position(0)), .keepsReceiver]),
    CallModel(
      """
      {kysely.sql.raw,kysely.sql.lit,drizzle-orm.sql.raw,slonik.sql.unsafe,sql-template-strings.raw,\
      @databases/pg.sql.__dangerous__rawValue,@databases/sql.__dangerous__rawValue}
      """,
      effects: [.into(.sql, .position(0)), .clean]),
    .clean(
      """
      {kysely.sql,drizzle-orm.sql,slonik.sql,sql-template-strings,sql-template-tag,@vercel/postgres.sql,\
      @databases/pg.sql,@databases/sql}
      """
    ),
  ]

  private static let mappers: [CallModel] = [
    .makes(
      "sequelize.instance", "sequelize", "sequelize.{Sequelize,default}", "sequelize-typescript.Sequelize"),
    CallModel(
      "sequelize.instance.query", "*.sequelize.query",
      effects: [.into(.sql, .position(0)), .into(.sql, .field(.position(0), "query")), row]),
    CallModel(
      """
      {sequelize,sequelize.instance,sequelize.Sequelize,sequelize-typescript.Sequelize,*.sequelize,\
      *.Sequelize}.{literal,fn,where}
      """,
      effects: [.into(.sql, .position(0)), .clean]),
    CallModel(
      "*.{findAll,findByPk,findAndCountAll,findOrCreate}",
      effects: [
        row
      ]),
    .makes(
      "typeorm.manager", "typeorm.{createConnection,getConnection,getManager,getRepository,DataSource}",
      "typeorm.{getRepository,getCustomRepository,createQueryBuilder}",
      "typeorm.manager.{manager,getRepository,createEntityManager,createQueryRunner}",
      "typeorm.createConnection().getRepository"),
    CallModel(
      "typeorm.manager.query", "*.{manager,queryRunner,dataSource,entityManager}.query",
      effects: [.into(.sql, .position(0)), row]),
    CallModel("*.createQueryBuilder", effects: [.makes("typeorm.builder")]),
    CallModel(
      """
      typeorm.builder.{where,andWhere,orWhere,having,andHaving,orderBy,addOrderBy,groupBy,select,\
      addSelect,innerJoin,leftJoin,leftJoinAndSelect,from,set}
      """,
      effects: [
        .into(.sql, .position(0), when: [.text(.position(0))], .likely),
        .into(.sql, .last, when: [.text(.last), .readsAsSQL(.last)], .likely), .makes("typeorm.builder"),
      ]),
    CallModel(
      "typeorm.builder.{getMany,getOne,getRawMany,getRawOne,getManyAndCount,execute,stream}", effects: [row]),
    .makes(
      "prisma.client", "@prisma/client.PrismaClient", "@prisma/client/edge.PrismaClient",
      "prisma.client.$extends"),
    CallModel(
      "{prisma.client,*.prisma}.{$queryRawUnsafe,$executeRawUnsafe}",
      effects: [.into(.sql, .position(0)), row]),
    // As tags they bind; a text made before is what they then run.
    CallModel(
      "{@prisma/client.Prisma.raw,@prisma/client.Prisma.sql.raw}",
      effects: [.into(.sql, .position(0)), .clean]),
    CallModel(
      "{prisma.client,*.prisma}.{$queryRaw,$executeRaw}", "@prisma/client.Prisma.{sql,join}", effects: [row]),
    CallModel(
      "{mikro-orm,@mikro-orm/core}.MikroORM.init().em.getConnection().execute", "*.em.{raw,execute}",
      "bookshelf().knex.raw", effects: [.into(.sql, .position(0)), row]),
  ]

  private static let escaping: [CallModel] = [
    CallModel(
      """
      {mysql,mysql2,sqlstring,SqlString,sql.connection,mysql.connection,mysql2/promise,\
      promise-mysql}.{escape,escapeId}
      """,
      "{pg,sql.connection,pg.Client.prototype}.{escapeLiteral,escapeIdentifier}", "pg-format.{literal,ident}",
      "pg-promise.as.{text,value,name}", "sequelize.instance.escape",
      effects: [.escapes(.position(0), for: .sql)]),
    // %L and %I quote, %s does not.
    CallModel(
      "pg-format",
      effects: [
        .result(
          .conditional(
            [.mentions(.position(0), "%s")], .madeOf([.allFrom(0)]),
            otherwise: .joined([.madeOf([.position(0)]), .sanitized(.allFrom(1), for: SinkKinds(.sql))])))
      ]),
  ]
}
