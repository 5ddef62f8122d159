internal import FindingModel
internal import SourceModel

/// What a module exports under a name.
enum ExportBinding {
  /// A variable of the module, whatever it is by then.
  case variable(String)
  case from(ModuleTarget, String)
}

enum ModuleTarget {
  case module(Int32)
  case library(String)
}

extension Interpreter {
  /// Runs a file once, and gives its number.
  func load(_ path: String) -> Int32? {
    if let known = moduleNumbers[path] { return known }
    guard modules.count < limits.modules else {
      cut(
        "more than \(limits.modules) files are not followed",
        at: Spot(module: frame.module, range: SourceRange(0, 0)))
      return nil
    }
    guard let code = source.module(path) else { return nil }
    let number = Int32(modules.count)
    let scope = heap.add(.scope(parent: globals))
    let exports = heap.add(.record)
    let holder = heap.add(.record)
    modules.append(LoadedModule(code: code, scope: scope, exports: exports, holder: holder))
    moduleNumbers[path] = number
    recorder.modules.insert(path)
    if code.language != .python {
      heap.write(holder, key("exports"), .object(exports))
      heap.write(scope, key("module"), .object(holder))
      heap.write(scope, key("exports"), .object(exports))
    }
    runBody(of: number)
    return number
  }

  private func runBody(of number: Int32) {
    let outer = (frame, isDead, isInitialization)
    let loaded = modules[Int(number)]
    frame = Frame(
      module: number, function: nil, scope: loaded.scope, receiver: nil, home: nil,
      branchDepth: heap.branchDepth)
    isDead = false
    isInitialization = true
    recorder.reached.insert(FunctionReference(module: loaded.path, function: nil))
    runInScope(loaded.body)
    loaded.isRunning = false
    (frame, isDead, isInitialization) = outer
  }

  // MARK: Imports

  func target(of specifier: String) -> ModuleTarget {
    switch source.resolve(specifier, from: code.path, language: code.language) {
    case .file(let path): load(path).map { .module($0) } ?? noted(library: specifier)
    case .library(let name): noted(library: name)
    }
  }

  private func noted(library name: String) -> ModuleTarget {
    recorder.libraries.insert(name)
    return .library(name)
  }

  /// The value of `require(specifier)`.
  func imported(_ specifier: String, at spot: Spot) -> Value {
    switch target(of: specifier) {
    case .library(let name): return library(name)
    case .module(let number): return required(number)
    }
  }

  /// CommonJS modules are what they put into `module.exports`; others are their names.
  private func required(_ number: Int32) -> Value {
    let loaded = modules[Int(number)]
    guard loaded.language != .python, loaded.bindings.isEmpty, loaded.stars.isEmpty,
      heap.read(loaded.exports, key("default")) == nil, let value = heap.read(loaded.holder, key("exports"))
    else { return namespace(number) }
    return value
  }

  func namespace(_ number: Int32) -> Value {
    let loaded = modules[Int(number)]
    if let known = loaded.namespace { return .object(known) }
    let made = heap.add(.module(number))
    loaded.namespace = made
    return .object(made)
  }

  func run(_ item: Statement.Import, _ id: StatementID) {
    let place = Spot(module: frame.module, range: code.range(of: id))
    if isPython {
      importPython(item, at: place)
      return
    }
    let target = target(of: item.module)
    for name in item.names { heap.write(frame.scope, key(name.local), value(name.imported, of: target)) }
  }

  private func value(_ name: String, of target: ModuleTarget) -> Value {
    switch target {
    case .library(let module):
      return name == "*" || name == "default" ? library(module) : libraryName(module, name)
    case .module(let number):
      if name == "*" { return namespace(number) }
      return exported(name, of: number) ?? .unknown
    }
  }

  private func libraryName(_ module: String, _ name: String) -> Value {
    let value = library(module)
    return member(name, of: value, at: Spot(module: frame.module, range: SourceRange(0, 0)))
  }

  private func importPython(_ item: Statement.Import, at spot: Spot) {
    for name in item.names {
      switch (name.imported, name.local) {
      case ("*", "*"): importEverything(of: item.module)
      case ("*", let local):
        if item.bindsRoot {
          bindRoot(local, of: item.module)
        } else {
          heap.write(frame.scope, key(local), value("*", of: target(of: item.module)))
        }
      case (let imported, let local):
        heap.write(frame.scope, key(local), pythonName(imported, of: item.module))
      }
    }
  }

  /// `from module import name`: a name of the module, or a file below it.
  private func pythonName(_ name: String, of specifier: String) -> Value {
    let target = target(of: specifier)
    if case .module(let number) = target, let value = exported(name, of: number) { return value }
    let below = specifier.hasSuffix(".") ? specifier + name : specifier + "." + name
    if case .file(let path) = source.resolve(below, from: code.path, language: .python),
      let number = load(path)
    {
      return namespace(number)
    }
    switch target {
    case .library(let module):
      // What is imported of a package may be a module of it.
      recorder.libraries.insert(module + "." + name)
      return libraryName(module, name)
    case .module: return .unknown
    }
  }

  /// `import a.b.c` binds `a`, with `b` and `c` below it.
  private func bindRoot(_ local: String, of specifier: String) {
    let parts = specifier.split(separator: ".").map(String.init)
    var path = ""
    var parent: ObjectID?
    for (index, part) in parts.enumerated() {
      path = index == 0 ? part : path + "." + part
      let value: Value
      switch target(of: path) {
      case .module(let number): value = namespace(number)
      case .library(let name):
        // A folder without a file of its own: only what is below it matters.
        let hasFileBelow = index + 1 < parts.count && isFile(specifier)
        value =
          hasFileBelow
          ? heap.read(parent ?? frame.scope, key(part)) ?? .object(heap.add(.record)) : library(name)
      }
      if let parent {
        if case .module(let number) = heap.kind(parent) {
          let scope = modules[Int(number)].scope
          if heap.read(scope, key(part)) == nil { heap.write(scope, key(part), value) }
        } else if case .record = heap.kind(parent) {
          heap.write(parent, key(part), value)
        }
      } else {
        heap.write(frame.scope, key(local), value)
      }
      parent = value.objects.first
      if case .library? = parent.map({ heap.kind($0) }) { return }
    }
  }

  private func isFile(_ specifier: String) -> Bool {
    if case .file = source.resolve(specifier, from: code.path, language: .python) { true } else { false }
  }

  private func importEverything(of specifier: String) {
    switch target(of: specifier) {
    case .module(let number):
      let scope = modules[Int(number)].scope
      for key in heap.keys(scope) {
        guard let name = key.name, !names[name].hasPrefix("_"), let value = heap.read(scope, key) else {
          continue
        }
        heap.write(frame.scope, key, value)
      }
    case .library(let name):
      // Names that are not found are then names of this library.
      modules[Int(frame.module)].openImports.append(name)
    }
  }

  // MARK: Exports

  func run(_ item: Statement.Export) {
    let loaded = module
    switch item {
    case .name(let local, let exported): loaded.bindings[exported] = .variable(local)
    case .value(let expression, let exported):
      let value = evaluate(expression)
      if exported == "export=" {
        heap.write(loaded.holder, key("exports"), value)
      } else {
        heap.write(loaded.exports, key(exported), value)
      }
    case .from(let specifier, let imported, let exported):
      let target = target(of: specifier)
      if exported == "*" {
        loaded.stars.append(target)
      } else {
        loaded.bindings[exported] = .from(target, imported)
      }
    }
  }

  func exported(_ name: String, of number: Int32, depth: Int = 0) -> Value? {
    guard depth < 32 else { return nil }
    let loaded = modules[Int(number)]
    if loaded.language == .python { return heap.read(loaded.scope, key(name)) }
    switch loaded.bindings[name] {
    case .variable(let local)?: return heap.read(loaded.scope, key(local)) ?? .unknown
    case .from(.library(let module), let imported)?: return value(imported, of: .library(module))
    case .from(.module(let other), let imported)?:
      return imported == "*" ? namespace(other) : exported(imported, of: other, depth: depth + 1)
    case nil: break
    }
    if let value = heap.read(loaded.exports, key(name)) { return value }
    if let replaced = heap.read(loaded.holder, key("exports")) {
      if name == "default", loaded.bindings.isEmpty { return replaced }
      for object in replaced.objects where object != loaded.exports {
        if let value = property(object, name, receiver: replaced) { return value }
        if case .library = heap.kind(object) {
          return member(name, of: replaced, at: Spot(module: number, range: SourceRange(0, 0)))
        }
      }
    }
    for star in loaded.stars {
      switch star {
      case .module(let other):
        if let value = exported(name, of: other, depth: depth + 1) { return value }
      case .library(let module): return libraryName(module, name)
      }
    }
    return nil
  }
}
