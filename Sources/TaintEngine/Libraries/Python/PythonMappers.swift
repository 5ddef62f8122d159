/// Object mappers for SQL: SQLAlchemy and its kin, Django.
enum PythonMappers {
  static let calls: [CallModel] = engines + expressions + queries + django

  private static let engines: [CallModel] = [
    .makes(
      "sqlalchemy.connection",
      "sqlalchemy.{create_engine,engine.create_engine,ext.asyncio.create_async_engine,create_async_engine}",
      "sqlmodel.create_engine", "sqlalchemy.connection.{connect,begin,execution_options,__enter__}"),
    .makes(
      "sqlalchemy.session", "sqlalchemy.orm.{Session,sessionmaker,scoped_session}",
      "sqlalchemy.orm.{sessionmaker,scoped_session}()", "sqlalchemy.session", "sqlmodel.Session",
      "sqlalchemy.ext.asyncio.{AsyncSession,async_sessionmaker}",
      "sqlalchemy.ext.asyncio.async_sessionmaker()", "flask_sqlalchemy.SQLAlchemy().session",
      "sqlalchemy.session.{begin,__enter__}"),
    CallModel(
      "sqlalchemy.{connection,session}.{execute,scalar,scalars,exec_driver_sql,exec,stream}",
      "*.session.execute",
      "databases.Database().{execute,fetch_all,fetch_one,fetch_val,iterate,execute_many}",
      effects: [
        .into(.sql, .argument(0, "statement"), when: [.text(.argument(0, "statement"))]),
        .into(.sql, .named("query")), .result(.stored("a row of a database")),
      ]),
    CallModel(
      "sqlalchemy.session.{add,add_all,merge,delete,commit,flush,refresh,rollback,close,expunge}",
      effects: [.clean]),
    CallModel("sqlalchemy.session.get", effects: [.result(.stored("a row of a database"))]),
  ]

  private static let expressions: [CallModel] = [
    CallModel(
      """
      sqlalchemy.{text,sql.text,sql.expression.text,literal_column,sql.literal_column,\
      sql.expression.literal_column}
      """,
      "sqlmodel.text", "flask_sqlalchemy.SQLAlchemy().text",
      effects: [.into(.sql, .argument(0, "text")), .makes("sqlalchemy.statement")]),
    .makes(
      "sqlalchemy.statement",
      """
      sqlalchemy.{select,insert,update,delete,func,and_,or_,not_,column,table,case,cast,bindparam,literal,\
      union,union_all,exists,asc,desc,Table}
      """,
      """
      sqlalchemy.{sql,future,sql.expression,dialects.postgresql,dialects.mysql,dialects.sqlite}.{select,\
      insert,update,delete,and_,or_,bindparam}
      """,
      "sqlmodel.{select,col,or_,and_,func}"),
    .makes(
      "sqlalchemy.statement",
      """
      sqlalchemy.statement.{where,filter,filter_by,values,order_by,group_by,limit,offset,join,outerjoin,\
      select_from,bindparams,params,returning,on_conflict_do_update,on_conflict_do_nothing,having,\
      distinct,subquery,options,select,insert,update,delete,columns,alias,label,on_duplicate_key_update,\
      with_for_update}
      """
    ),
    .makes(
      "sqlalchemy.statement",
      "*.{insert,update,select,delete}().{values,where}", "*.{insert,update,select,delete}().values().where",
      "*.c.{like,ilike,in_}"),
  ]

  private static let queries: [CallModel] = [
    .makes(
      "sqlalchemy.query", "sqlalchemy.session.query", "*.session.query",
      """
      sqlalchemy.query.{filter_by,join,outerjoin,limit,offset,options,distinct,with_entities,select_from,\
      params,with_for_update,paginate}
      """
    ),
    CallModel(
      "sqlalchemy.query.{filter,order_by,group_by,having,from_statement}",
      effects: [
        .into(.sql, .position(0), when: [.text(.position(0)), .readsAsSQL(.position(0))], .likely),
        .makes("sqlalchemy.query"),
      ]),
    CallModel(
      "sqlalchemy.query.{one,one_or_none,first,get,get_or_404,first_or_404,scalar}",
      effects: [.result(.stored("a row of a database"))]),
    CallModel("sqlalchemy.query.all", effects: [.result(.sequence(of: .stored("a row of a database")))]),
    CallModel("sqlalchemy.query.{count,exists,update,delete}", effects: [.clean]),
    CallModel(
      "*.query.filter_by", "*.query.filter_by().{first,all,one,one_or_none,first_or_404}", "*.query.get",
      "*.query.get_or_404", effects: [.result(.stored("a row of a database"))]),
  ]

  private static let django: [CallModel] = [
    CallModel(
      "*.objects.raw", "*.objects.extra", "*.objects.{filter,all,exclude}().extra",
      effects: [
        .into(.sql, .argument(0, "raw_query")), .into(.sql, .anywhereIn(.named("select"))),
        .into(.sql, .anywhereIn(.named("where"))), .into(.sql, .anywhereIn(.named("tables"))),
        .into(.sql, .anywhereIn(.named("order_by"))), .result(.stored("a row of a database")),
      ]),
    CallModel(
      "{django.db.models.expressions.RawSQL,django.db.models.RawSQL}",
      effects: [.into(.sql, .argument(0, "sql")), .clean]),
    CallModel(
      """
      *.objects.{filter,exclude,get,get_or_create,update_or_create,all,values,values_list,order_by,first,\
      last}
      """,
      "*.objects.{filter,exclude,all}().{first,last,get,order_by,values,values_list,all}",
      "django.shortcuts.{get_object_or_404,get_list_or_404}",
      effects: [.result(.stored("a row of a database"))]),
    CallModel(
      "*.objects.{create,bulk_create,count,exists,update,delete}",
      "*.objects.filter().{count,exists,update,delete}", effects: [.clean]),
    CallModel("django.db.models.{Q,F,Value,Count}", effects: [.clean]),
  ]
}
