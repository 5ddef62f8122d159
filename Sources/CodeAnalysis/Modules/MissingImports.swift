package import FindingModel
internal import SourceModel
internal import TaintEngine

/// An import that leads neither to a file nor to a package that anybody names: what it does is not known.
package struct MissingImport: Hashable, Sendable {
  /// As written; of a package its name only.
  package let name: String
  package let isFile: Bool
  package let location: SourceLocation
}

/// Finds imports that lead nowhere in the modules of one function.
struct MissingImports {
  let modules: FunctionModules
  /// Whether a layer of which the content is not known may bring packages.
  let hasOpenLayers: Bool

  /// - Parameter read: The function's modules that were read, by path.
  func missing(in read: [String: SourceModule]) -> [MissingImport] {
    var found: [MissingImport] = []
    for path in read.keys.sorted() {
      guard let module = read[path] else { continue }
      for (specifier, below, range) in ModuleImports.all(of: module)
      where !Self.isTried(range, in: module) && isMissing(specifier, below: below, in: module) {
        let isFile = specifier.hasPrefix(".") || isAliased(specifier, in: module)
        let name = isFile ? Self.file(specifier, below) : Self.package(specifier, module.language)
        if found.contains(where: { $0.name == name }) { continue }
        found.append(MissingImport(name: name, isFile: isFile, location: module.location(of: range)))
      }
    }
    return found
  }

  private func isAliased(_ specifier: String, in module: SourceModule) -> Bool {
    module.language != .python
      && FilePath.ancestors(of: module.path).contains {
        modules.library.project.aliases(in: $0)?.hasPattern(for: specifier) ?? false
      }
  }

  /// Whoever catches the error does without.
  private static func isTried(_ range: SourceRange, in module: SourceModule) -> Bool {
    module.statements.enumerated().contains { index, statement in
      guard case .attempt = statement else { return false }
      let around = module.statementRanges[index]
      return around.start <= range.start && range.end <= around.end
    }
  }

  /// `from . import name` asks for the file.
  private static func file(_ specifier: String, _ below: [String]) -> String {
    specifier.allSatisfy { $0 == "." } ? specifier + (below.first ?? "") : specifier
  }

  private static func package(_ specifier: String, _ language: SourceLanguage) -> String {
    language == .python
      ? String(specifier.prefix { $0 != "." })
      : FunctionModules.split(FunctionModules.canonical(specifier)).package
  }

  private func isMissing(_ specifier: String, below names: [String], in module: SourceModule) -> Bool {
    guard case .library = modules.resolve(specifier, from: module.path, language: module.language) else {
      return false
    }
    return module.language == .python
      ? isMissingPython(specifier, below: names, in: module) : isMissingScript(specifier, in: module)
  }

  // MARK: Python

  private func isMissingPython(_ specifier: String, below names: [String], in module: SourceModule) -> Bool {
    // `from folder import file`
    let isFolder = names.contains { name in
      let below = specifier.hasSuffix(".") ? specifier + name : specifier + "." + name
      if case .file = modules.resolve(below, from: module.path, language: .python) { return true }
      return false
    }
    if isFolder { return false }
    if specifier.hasPrefix(".") { return true }
    let root = Self.package(specifier, .python)
    guard !hasOpenLayers, !StandardModules.python.contains(root[...]), !root.hasPrefix("_"),
      !modules.library.engine.knows(library: root, .python)
    else { return false }
    return !folders(of: module).contains { folder in
      modules.library.project.requirements(in: folder)?.bring(root) ?? false
    }
  }

  // MARK: JavaScript and TypeScript

  private func isMissingScript(_ specifier: String, in module: SourceModule) -> Bool {
    if specifier.hasPrefix(".") { return isMissingFile(specifier, from: module.path) }
    let (name, _) = FunctionModules.split(FunctionModules.canonical(specifier))
    guard !hasOpenLayers, !specifier.hasPrefix("node:"), !specifier.hasPrefix("/"), !specifier.contains(":"),
      !StandardModules.script.contains(name[...]), !modules.library.engine.knows(library: name, .javaScript)
    else { return false }
    return !folders(of: module).contains { folder in
      guard let manifest = modules.library.project.manifest(in: folder) else { return false }
      return manifest.dependencies[name] != nil || manifest.dependencies["@types/" + name] != nil
    }
  }

  /// Files of data are none of the program's; whatever else is named has to be there.
  private func isMissingFile(_ specifier: String, from path: String) -> Bool {
    guard let base = FilePath.normalised(FilePath.join(FilePath.folder(of: path), specifier)) else {
      return false
    }
    let name = FilePath.name(of: base)
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...] } ?? ""
    let programs = ["js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx"]
    if !ending.isEmpty, !programs.contains(String(ending)), modules.library.files.contains(base) {
      return false
    }
    return ![".json", ".node", ".d.ts", "/package.json", "/index.json"].contains {
      modules.library.files.contains(base + $0)
    }
  }

  private func folders(of module: SourceModule) -> [String] {
    modules.roots + FilePath.ancestors(of: module.path)
  }
}
