/// The drivers of MySQL that write parameters into the statement themselves.
///
/// `query` writes an object as ``key` = value`, so that a parameter may change the condition it stands in;
/// `execute` has the server bind it.
enum NodeMySQL {
  static let calls: [CallModel] = connections + statements

  /// What a finding says of a parameter that may be an object.
  static let parameter = "a parameter"

  private static let connections: [CallModel] = [
    .makes(
      "mysql.connection",
      "{mysql,mysql2,mysql2/promise,mysql2-promise,promise-mysql}.{createConnection,createPool,createPoolCluster}",
      "serverless-mysql"),
    // The same value, because its options are asked for.
    CallModel(
      "mysql.connection.{getConnection,connect,promise,acquire,transaction}",
      effects: [
        .result(.same(.receiver)),
        .callback(
          Callback(
            .last, parameters: [.origin(.error(.whole)), .same(.receiver), .clean], isImmediate: false)
        ),
      ]),
    CallModel(
      "mysql.connection.{end,release,close,quit,destroy,beginTransaction,commit,rollback}",
      effects: [.clean, .nodeCallback]),
  ]

  private static let statements: [CallModel] = [
    CallModel(
      "mysql.connection.query",
      effects: text + parameters(in: .position(1), of: .position(0))
        + parameters(in: .field(.position(0), "values"), of: .field(.position(0), "sql"))),
    CallModel("mysql.connection.{execute,prepare,batch,queryStream}", effects: text),
    CallModel(
      "{mysql,mysql2,sqlstring,mysql.connection}.format",
      effects: parameters(in: .position(1), of: .position(0)) + [.clean]),
  ]

  private static let text: [CallModel.Effect] = [
    .into(.sql, .position(0), when: [.text(.position(0))]), .into(.sql, .field(.position(0), "sql")),
    NodeDatabases.row, NodeDatabases.rowsCallback,
  ]

  /// Lists within the list, and objects of the program's own keys (`SET ?`), are written as values.
  private static func parameters(in values: Selector, of statement: Selector) -> [CallModel.Effect] {
    let options = Selector.constructed(.receiver, 0)
    return [values, .elements(values, from: 0)].map { value in
      .into(
        .sql, value,
        when: [
          .structured(value), .not(.equals(.field(options, "stringifyObjects"), [.boolean(true)])),
          .not(.any(["SET ?", "set ?", "Set ?"].map { .mentions(statement, $0) })),
        ], .likely, detail: parameter)
    }
  }
}
