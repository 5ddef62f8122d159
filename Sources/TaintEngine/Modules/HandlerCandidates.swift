package import FindingModel
package import SourceModel

/// A function that the platform could call.
package struct HandlerCandidate: Hashable, Sendable {
  /// Names that lead to it, as in ``EntryPoint/names``.
  package let names: [String]
  /// Names of its parameters; `_` for one that is taken apart, `{body,headers}` for one of which fields are taken.
  package let parameters: [String]
  package let location: SourceLocation

  package init(names: [String], parameters: [String], location: SourceLocation) {
    self.names = names
    self.parameters = parameters
    self.location = location
  }
}

/// A module for itself: everything it imports is a library.
private struct SingleModule: ModuleSource {
  let code: SourceModule

  func resolve(_ specifier: String, from path: String, language: SourceLanguage) -> ModuleResolution {
    .library(specifier)
  }

  func module(_ path: String) -> SourceModule? { path == code.path ? code : nil }
}

extension TaintEngine {
  /// Functions that a module exports or has at its top, wrapped ones too, in source order.
  package func candidates(in module: SourceModule) -> [HandlerCandidate] {
    var limits = limits
    limits.steps = min(limits.steps, 400_000)
    let bounds = limits
    return DeepStack.run {
      let interpreter = Interpreter(
        entry: nil, source: SingleModule(code: module), limits: bounds, models: index)
      return interpreter.load(module.path).map(interpreter.candidates) ?? []
    } ?? []
  }
}

extension Interpreter {
  /// Names below an exported object that are looked at.
  private static let memberLimit = 200

  func candidates(in number: Int32) -> [HandlerCandidate] {
    isDead = false
    var found: [HandlerCandidate] = []
    var seen: Set<[String]> = []
    for (name, value) in topNames(of: number) {
      add([name], value, to: &found, &seen)
      for object in value.objects {
        switch heap.kind(object) {
        case .record, .classType: break
        default: continue
        }
        for key in heap.keys(object).prefix(Self.memberLimit) {
          guard let member = key.name, let value = heap.read(object, key), !needsInstance(value, of: object)
          else { continue }
          add([name, names[member]], value, to: &found, &seen)
        }
      }
    }
    return found.sorted { ($0.location, $0.names.joined()) < ($1.location, $1.names.joined()) }
  }

  /// Whether a class's method runs on an object of it: the platform makes none.
  private func needsInstance(_ method: Value, of type: ObjectID) -> Bool {
    guard case .classType = heap.kind(type) else { return false }
    return method.objects.contains { object in
      guard case .function(let function) = heap.kind(object) else { return false }
      return function.binding == .implicitInstance || function.binding == .firstParameter
    }
  }

  private func topNames(of number: Int32) -> [(String, Value)] {
    let loaded = modules[Int(number)]
    var list: [(String, Value)] = []
    if loaded.language != .python {
      for name in loaded.bindings.keys.sorted() {
        if let value = exported(name, of: number) { list.append((name, value)) }
      }
      var objects = [loaded.exports]
      objects += heap.read(loaded.holder, key("exports"))?.objects ?? []
      for object in objects {
        for key in heap.keys(object) {
          guard let name = key.name, let value = heap.read(object, key), !needsInstance(value, of: object)
          else { continue }
          list.append((names[name], value))
        }
      }
      if let whole = heap.read(loaded.holder, key("exports")), !whole.objects.contains(loaded.exports) {
        list.append(("default", whole))
      }
    }
    for key in heap.keys(loaded.scope) {
      guard let name = key.name, let value = heap.read(loaded.scope, key), names[name] != "exports" else {
        continue
      }
      if names[name] == "module" { continue }
      list.append((names[name], value))
    }
    return list
  }

  private func add(
    _ path: [String], _ value: Value, to found: inout [HandlerCandidate], _ seen: inout Set<[String]>
  ) {
    if let application = application(in: value), seen.insert(path).inserted {
      found.append(HandlerCandidate(names: path, parameters: Self.platformParameters, location: application))
    }
    guard let object = handlers(in: value, depth: 0).first, seen.insert(path).inserted,
      let (number, id) = definition(of: object, depth: 0)
    else { return }
    let code = modules[Int(number)]
    let function = code[id]
    let parameters = takesReceiver(object) ? Array(function.parameters.dropFirst()) : function.parameters
    found.append(
      HandlerCandidate(
        names: path,
        // What a library makes a handler of is one, whatever it takes.
        parameters: adaptations[object] == nil
          ? parameters.map { $0.name ?? Self.shape($0.pattern) } : Self.platformParameters,
        location: code.location(of: function.range)))
  }

  private static let platformParameters = ["event", "context"]

  /// The place of the first route, where a value is a framework's application that is a handler itself.
  private func application(in value: Value) -> SourceLocation? {
    guard value.objects.contains(where: isApplication) else { return nil }
    return deferred.first(where: \.isApplication).map { location($0.spot) }
  }

  private static func shape(_ pattern: Pattern) -> String {
    switch pattern {
    case .withDefault(let inner, _): return shape(inner)
    case .record(let fields):
      let names = fields.compactMap { if case .name(let name) = $0.key { name } else { nil } }
      return "{" + names.joined(separator: ",") + "}"
    default: return "_"
    }
  }

  /// Where a function of the program is written.
  func definition(of object: ObjectID, depth: Int) -> (Int32, FunctionID)? {
    guard depth < 8 else { return nil }
    switch heap.kind(object) {
    case .function(let function): return (function.module, function.function)
    case .bound(let inner, _, let given, _):
      // A middleware is given the handler; what is looked for is the handler.
      let handler = given.first.flatMap { isProgramFunction($0) ? $0 : nil } ?? inner
      return handler.objects.first.flatMap { definition(of: $0, depth: depth + 1) }
    case .native(.adaptedHandler(let inner, _, _)):
      return inner.objects.first.flatMap { definition(of: $0, depth: depth + 1) }
    case .instance(let type):
      return property(type, "__call__", receiver: .object(object))?.objects.first.flatMap {
        definition(of: $0, depth: depth + 1)
      }
    default: return nil
    }
  }

  /// Whether the first parameter is the object itself.
  private func takesReceiver(_ object: ObjectID) -> Bool {
    switch heap.kind(object) {
    case .instance: return true
    case .bound(let function, let receiver, _, _):
      guard receiver != nil, case .function(let value)? = function.objects.first.map({ heap.kind($0) }) else {
        return false
      }
      return value.binding == .firstParameter || value.binding == .firstParameterIsClass
    default: return false
    }
  }
}
