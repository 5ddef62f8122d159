internal import SourceModel

extension Interpreter {
  func declare(_ id: ClassID) {
    guard let name = code[id].name else { return }
    let type = classValue(id)
    heap.write(frame.scope, key(name), decorated(type, code[id].decorators, name))
  }

  func classValue(_ id: ClassID) -> Value {
    let definition = code[id]
    let bases = definition.bases.map(evaluate)
    // The object has to exist before its methods: they know their class.
    let object = heap.add(.scope(parent: nil))
    var type = ClassValue(module: frame.module, definition: id, bases: bases)
    var methods: [(String, Value)] = []
    for method in definition.methods {
      let function = methodValue(method, home: object)
      switch method.kind {
      case .getter: type.getters[method.name] = function
      case .setter: type.setters[method.name] = function
      case .method, .constructor:
        methods.append((method.name, decorated(function, code[method.function].decorators, method.name)))
      }
    }
    heap.replaceKind(object, .classType(type))
    for (name, function) in methods { heap.write(object, key(name), function) }
    if let name = definition.name {
      // Static members may name the class itself.
      if heap.read(frame.scope, key(name)) == nil { heap.write(frame.scope, key(name), .object(object)) }
    }
    runClassBody(definition, object)
    return .object(object)
  }

  private func methodValue(_ method: ClassDefinition.Method, home: ObjectID) -> Value {
    .object(
      heap.add(
        .function(
          FunctionValue(
            module: frame.module, function: method.function, scope: frame.scope, receiver: nil, home: home,
            binding: method.binding))))
  }

  /// Static fields, and code among the members.
  private func runClassBody(_ definition: ClassDefinition, _ object: ObjectID) {
    let outer = frame
    let scope = heap.add(.scope(parent: frame.scope))
    let inner = Frame(
      module: outer.module, function: outer.function, scope: scope, receiver: .object(object), home: object,
      branchDepth: outer.branchDepth)
    inner.isClassBody = true
    frame = inner
    for field in definition.fields where field.isStatic {
      let value = field.value.map(evaluate) ?? .unknown
      if field.value != nil {
        heap.write(object, key(field.name), value)
        heap.write(scope, key(field.name), value)
      }
    }
    run(definition.body)
    frame = outer
    for key in heap.keys(scope) where key.name != nil {
      if heap.read(object, key) == nil, let value = heap.read(scope, key) { heap.write(object, key, value) }
    }
  }

  // MARK: Instances

  func construct(_ callee: Value, _ arguments: Arguments, _ id: ExpressionID) -> Value {
    guard !callee.objects.isEmpty else {
      return unknownCall("?", of: callee, arguments, at: spot(id), id: id)
    }
    if callee.objects.count == 1 { return construct(callee.objects[0], arguments, at: spot(id), id: id) }
    return merge(
      callee.objects.map { object in inBranch { construct(object, arguments, at: spot(id), id: id) } })
  }

  func construct(_ object: ObjectID, _ arguments: Arguments, at spot: Spot, id: ExpressionID?) -> Value {
    switch heap.kind(object) {
    case .classType(let type):
      if isError(type), constructor(of: object) == nil {
        return libraryInstance("Error()", arguments, receiver: nil, labels: arguments, at: spot)
      }
      let instance = new(.instance(of: object), at: id)
      initialise(.object(instance), as: object, arguments, at: spot)
      return .object(instance)
    case .function:
      let instance = Value.object(new(.instance(of: object), at: id))
      let result = call(.object(object), arguments, receiver: instance, at: spot)
      return result.objects.isEmpty ? instance : result
    case .library(let value):
      return callLibrary(value.path, of: value.receiver, arguments, at: spot, id: id, isConstruction: true)
    case .module(let number):
      if let value = exported("default", of: number) {
        return value.objects.first.map { construct($0, arguments, at: spot, id: id) } ?? .unknown
      }
      return .unknown
    case .bound(let function, _, let given, _):
      var all = arguments
      all.positional = given + arguments.positional
      return function.objects.first.map { construct($0, all, at: spot, id: id) } ?? .unknown
    default: return unknownCall("?", of: .object(object), arguments, at: spot, id: id)
    }
  }

  private func isError(_ type: ClassValue) -> Bool {
    type.bases.contains { base in
      base.objects.contains { object in
        switch heap.kind(object) {
        case .library(let value): value.path.hasSuffix("Error") || value.path.hasSuffix("Exception")
        case .classType(let parent): isError(parent)
        default: false
        }
      }
    }
  }

  private func constructor(of type: ObjectID) -> Value? {
    property(type, "constructor", receiver: .object(type))
      ?? property(type, "__init__", receiver: .object(type))
  }

  /// Fields, then the constructor.
  func initialise(_ instance: Value, as type: ObjectID, _ arguments: Arguments, at spot: Spot) {
    guard case .classType(let value) = heap.kind(type) else {
      if case .function = heap.kind(type) { _ = call(.object(type), arguments, receiver: instance, at: spot) }
      return
    }
    let definition = modules[Int(value.module)][value.definition]
    setFields(of: instance, definition, value, type)
    guard let object = instance.objects.first else { return }
    let isPythonClass = modules[Int(value.module)].language == .python
    let own = heap.read(type, key(isPythonClass ? "__init__" : "constructor"))
    if let own {
      _ = call(own, arguments, receiver: instance, at: spot)
    } else if let parent = value.bases.flatMap(\.objects).first(where: isProgramClass) {
      initialise(instance, as: parent, arguments, at: spot)
    } else if isPythonClass {
      setFieldsFromArguments(of: object, type, arguments, at: spot)
    } else if !value.bases.isEmpty {
      heap.write(object, .source, mixed(arguments, nil, at: spot))
    }
  }

  private func isProgramClass(_ object: ObjectID) -> Bool {
    if case .classType = heap.kind(object) { true } else { false }
  }

  private func setFields(
    of instance: Value, _ definition: ClassDefinition, _ value: ClassValue, _ type: ObjectID
  ) {
    guard let object = instance.objects.first, definition.fields.contains(where: { !$0.isStatic }) else {
      return
    }
    let outer = frame
    let scope = heap.add(.scope(parent: modules[Int(value.module)].scope))
    frame = Frame(
      module: value.module, function: outer.function, scope: scope, receiver: instance, home: type,
      branchDepth: outer.branchDepth)
    for field in definition.fields where !field.isStatic {
      guard let initial = field.value else { continue }
      store(evaluate(initial), in: object, key(field.name))
    }
    frame = outer
  }

  /// Dataclasses, named tuples and models of pydantic take their fields as arguments.
  private func setFieldsFromArguments(
    of object: ObjectID, _ type: ObjectID, _ arguments: Arguments, at spot: Spot
  ) {
    let fields = dataFields(of: type, depth: 0)
    let converts = validates(type, depth: 0)
    let converted = { (value: Value, type: String?) in converts ? self.converted(value, to: type) : value }
    for (index, value) in arguments.positional.enumerated() where index < fields.count {
      store(converted(value, fields[index].type), in: object, key(fields[index].name))
    }
    for (name, value) in arguments.named {
      let type = fields.first { $0.name == name }?.type
      store(converted(value, type), in: object, key(name))
    }
    defer { makeDefaults(of: object, type, fields.map(\.name), at: spot) }
    guard let rest = arguments.namedRest else { return }
    for field in fields where heap.read(object, key(field.name)) == nil {
      store(
        converted(member(field.name, of: rest, at: spot, isField: true), field.type), in: object,
        key(field.name))
    }
  }

  /// Whether the constructor refuses values of another type; a plain dataclass takes anything.
  private func validates(_ type: ObjectID, depth: Int) -> Bool {
    guard depth < 12, case .classType(let value) = heap.kind(type) else { return false }
    return value.bases.flatMap(\.objects).contains { base in
      if case .library(let library) = heap.kind(base) {
        return ["BaseModel", "SQLModel", "BaseSettings", "RootModel"].contains(ModelIndex.last(library.path))
      }
      return validates(base, depth: depth + 1)
    }
  }

  /// `field(default_factory=list)`.
  private func makeDefaults(of object: ObjectID, _ type: ObjectID, _ fields: [String], at spot: Spot) {
    for name in fields where heap.read(object, key(name)) == nil {
      guard let value = property(type, name, receiver: .object(object)) else { continue }
      for made in value.objects {
        guard case .library(let library) = heap.kind(made), library.path.hasSuffix("ield()"),
          let factory = library.construction.first(where: { $0.name == "default_factory" })?.value
        else { continue }
        store(call(factory, Arguments([]), receiver: nil, at: spot), in: object, key(name))
      }
    }
  }

  private func dataFields(of type: ObjectID, depth: Int) -> [(name: String, type: String?)] {
    guard depth < 12, case .classType(let value) = heap.kind(type) else { return [] }
    let inherited = value.bases.flatMap(\.objects).flatMap { dataFields(of: $0, depth: depth + 1) }
    let own = modules[Int(value.module)][value.definition].fields
    return inherited + own.filter { $0.typeName != nil }.map { ($0.name, $0.typeName) }
  }

  /// Fields with a type that no text passes.
  private func converted(_ value: Value, to type: String?) -> Value {
    let plain = [
      "int", "float", "bool", "UUID", "Decimal", "datetime", "date", "PositiveInt", "conint", "UUID4",
    ]
    guard let type, plain.contains(type) else { return value }
    return Value(isOpen: true, taints: numeric(value.taints))
  }
}
