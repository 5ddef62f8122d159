internal import SourceModel

/// Classes of the program that a mapper fills with records of a database: pynamodb, SQLAlchemy, Django, Sequelize ….
///
/// What such a class is asked for is its own instances, so that the program's methods run on stored data.
extension Interpreter {
  private static let mappers: Set<String> = [
    "pynamodb", "mongoengine", "peewee", "django", "sqlalchemy", "flask_sqlalchemy", "sqlmodel", "tortoise",
    "beanie", "odmantic", "umongo", "flywheel", "sequelize", "sequelize-typescript", "typeorm", "objection",
  ]

  /// One record, or none.
  private static let single: Set<String> = [
    "get", "get_or_none", "get_by_id", "get_or_404", "find_one", "first", "last", "latest", "earliest", "one",
    "one_or_none", "scalar", "scalar_one", "scalar_one_or_none", "first_or_404", "get_or_create", "next",
    "findOne", "findByPk", "findById", "findOneBy", "findOneOrFail", "findOneByOrFail", "findFirst",
    "from_raw_data",
  ]

  /// As many as there are.
  private static let many: Set<String> = [
    "query", "scan", "rate_limited_scan", "batch_get", "select", "filter", "filter_by", "find", "find_all",
    "all",
    "objects", "exclude", "findAll", "findBy", "fetch_all",
  ]

  /// Changes and counts, which give no record.
  private static let others: Set<String> = [
    "count", "exists", "delete", "update", "aggregate", "bulk_create", "execute", "len", "explain",
  ]

  /// A query of which the rows are records of a class.
  static let rowsPath = "mapped.rows"

  private static let what = "a record of a database"

  /// `Asset.get(…)`, `Asset.scan()`.
  func storedMethod(
    _ name: String, of type: ObjectID, _ arguments: Arguments, at spot: Spot, id: ExpressionID?
  ) -> Value? {
    let isSingle = Self.single.contains(name)
    guard isSingle || Self.many.contains(name), heap.read(type, key(name)) == nil,
      let base = mapper(of: type)
    else { return nil }
    // The library still does what it does with its arguments.
    _ = callLibrary(base + "()." + name, of: .object(type), arguments, at: spot, id: id, method: name)
    return isSingle ? storedRecord(of: type, at: spot) : storedRecords(of: type, at: spot)
  }

  /// `Order.objects` of Django, `Order.query` of Flask's SQLAlchemy.
  func storedMember(_ name: String, of type: ObjectID, at spot: Spot) -> Value? {
    guard name == "objects" || name == "query", isPython, mapper(of: type) != nil else { return nil }
    return storedRecords(of: type, at: spot)
  }

  /// Methods of a query, and calls of a mapper that are given a class or a query.
  func storedCall(_ path: String, _ call: LibraryCall) -> Value? {
    if path == Self.rowsPath { return call.receiver ?? .unknown }
    let name = ModelIndex.last(path)
    if path.hasPrefix(Self.rowsPath + "."), let receiver = call.receiver {
      if Self.others.contains(name) { return .unknown }
      guard Self.single.contains(name) else { return receiver }
      return join(element(of: receiver, at: call.spot), .null)
    }
    guard let object = call.arguments.value(0)?.objects.first else { return nil }
    switch (heap.kind(object), name) {
    case (.classType, "query"), (.classType, "select"):
      return mapper(of: object) == nil ? nil : storedRecords(of: object, at: call.spot)
    case (.classType, "get"), (.classType, "get_or_404"):
      return mapper(of: object) == nil ? nil : join(storedRecord(of: object, at: call.spot), .null)
    case (.library(let library), "execute"), (.library(let library), "scalars"),
      (.library(let library), "exec"):
      return library.path.hasPrefix(Self.rowsPath) ? .object(object) : nil
    default: return nil
    }
  }

  private func storedRecord(of type: ObjectID, at spot: Spot) -> Value {
    let instance = new(.instance(of: type))
    heap.write(instance, .source, origin(.stored(what: Self.what, FieldPath()), name: nil, at: spot))
    return .object(instance)
  }

  private func storedRecords(of type: ObjectID, at spot: Spot) -> Value {
    let record = storedRecord(of: type, at: spot)
    guard isPython else { return listOf(record) }
    let rows = new(.library(LibraryValue(path: Self.rowsPath, construction: [], receiver: .object(type))))
    heap.write(rows, .rest, record)
    return .object(rows)
  }

  /// The path of the mapper's class that a class of the program is made of.
  private func mapper(of type: ObjectID, depth: Int = 0) -> String? {
    guard depth < 12, case .classType(let value) = heap.kind(type) else { return nil }
    for base in value.bases.flatMap(\.objects) {
      if case .library(let library) = heap.kind(base) {
        if Self.mappers.contains(ModelIndex.libraryName(of: library.path)) { return library.path }
      } else if let found = mapper(of: base, depth: depth + 1) {
        return found
      }
    }
    return nil
  }

  /// Whether a member of a class only describes a field, which a stored record has a value of.
  func describesField(_ value: Value) -> Bool {
    !value.objects.isEmpty
      && value.objects.allSatisfy {
        if case .library(let library) = heap.kind($0) { library.path.hasSuffix("()") } else { false }
      }
  }
}
