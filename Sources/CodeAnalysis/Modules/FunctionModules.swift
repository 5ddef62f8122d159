internal import FindingModel
internal import PackageModel
internal import ApplicationModel
internal import SourceModel
internal import TaintEngine

/// The modules of one function: where its imports lead, given its folder and its layers.
struct FunctionModules: ModuleSource {
  let library: ModuleLibrary
  /// Folders that imports start from, the nearest first: the code's folder and what layers add.
  let roots: [String]
  /// Code that stands in the template itself, by the path it is given.
  let inline: SourceModule?

  /// Whether the folders of all its layers are among the roots.
  func hasAllLayers(of function: Function) -> Bool {
    function.layers.count <= roots.count { $0.hasSuffix("nodejs/node_modules") }
  }

  func module(_ path: String) -> SourceModule? {
    if let inline, inline.path == path { return inline }
    return library.module(path)
  }

  func resolve(_ specifier: String, from path: String, language: SourceLanguage) -> ModuleResolution {
    if language == .python { return resolvePython(specifier, from: path) }
    let question = ImportQuestion(
      specifier: specifier, folder: FilePath.folder(of: path), roots: roots, language: .javaScript)
    return library.resolution(of: question) {
      scriptFile(specifier, from: path).map { .file($0) } ?? .library(Self.canonical(specifier))
    }
  }

  // MARK: Python

  private func resolvePython(_ specifier: String, from path: String) -> ModuleResolution {
    let dots = specifier.prefix { $0 == "." }.count
    let name = String(specifier.dropFirst(dots).replacing(".", with: "/"))
    if dots > 0 {
      var folder = FilePath.folder(of: path)
      for _ in 1..<max(dots, 1) { folder = FilePath.folder(of: folder) }
      return python(name, in: folder).map { .file($0) } ?? .library(specifier)
    }
    let question = ImportQuestion(
      specifier: specifier, folder: FilePath.folder(of: path), roots: roots, language: .python)
    let found = library.resolution(of: question) {
      pythonFile(name, from: path).map { .file($0) } ?? .library(specifier)
    }
    // A file named like a library imports the library.
    return found == .file(path) ? .library(specifier) : found
  }

  private func pythonFile(_ name: String, from path: String) -> String? {
    let folders = roots + FilePath.ancestors(of: path)
    for folder in folders {
      if let file = python(name, in: folder), file != path { return file }
    }
    for folder in folders {
      for package in library.project.requirements(in: folder)?.folders ?? [] {
        if let file = python(name, in: package) { return file }
      }
    }
    // Tests and editors are told to begin at `src`, and so is whoever packs the code.
    return folders.lazy.compactMap { python(name, in: FilePath.join($0, "src")) }.first
  }

  private func python(_ name: String, in folder: String) -> String? {
    let base = FilePath.join(folder, name)
    return [base + ".py", base + "/__init__.py"].first(where: library.files.contains)
  }

  // MARK: JavaScript and TypeScript

  private static let extensions = ["", ".ts", ".tsx", ".js", ".mjs", ".cjs", ".jsx", ".mts", ".cts"]

  private func scriptFile(_ specifier: String, from path: String) -> String? {
    if specifier.hasPrefix("./") || specifier.hasPrefix("../") || specifier == "." || specifier == ".." {
      return FilePath.normalised(FilePath.join(FilePath.folder(of: path), specifier)).flatMap(script)
    }
    if specifier.hasPrefix("/opt/") {
      let inLayer = String(specifier.dropFirst("/opt/".count))
      return roots.lazy.compactMap { script(FilePath.join($0, inLayer)) }.first
    }
    if specifier.hasPrefix("node:") { return nil }
    return aliased(specifier, from: path) ?? packageFile(specifier, from: path)
      ?? layerPackage(specifier) ?? usualAlias(specifier, from: path)
  }

  /// Names that the compiler's settings or the package's own `imports` give a meaning.
  private func aliased(_ specifier: String, from path: String) -> String? {
    for folder in FilePath.ancestors(of: path) {
      for candidate in library.project.aliases(in: folder)?.candidates(for: specifier) ?? [] {
        if let file = script(candidate) { return file }
      }
      guard specifier.hasPrefix("#"), let manifest = library.project.manifest(in: folder) else { continue }
      for target in manifest.imports.flatMap({ $0.targets(for: specifier) }) {
        if let file = FilePath.normalised(FilePath.join(folder, target)).flatMap(script) { return file }
      }
    }
    return nil
  }

  /// Packages of the scanned tree: of a monorepo, or installed from their folders.
  private func packageFile(_ specifier: String, from path: String) -> String? {
    let (name, part) = Self.split(specifier)
    for folder in FilePath.ancestors(of: path) {
      guard let manifest = library.project.manifest(in: folder) else { continue }
      var place = manifest.name == name ? folder : nil
      // `workspace:*` is whatever folder the list of workspaces has for it.
      if case .path(let wanted) = manifest.dependencies[name], !wanted.hasPrefix("workspace:") {
        place = FilePath.normalised(FilePath.join(folder, wanted))
      }
      place = place ?? library.project.workspacePackages(in: folder)[name]
      if let place, let file = entry(part, of: place) { return file }
    }
    return nil
  }

  /// A package that a layer brings and of which no model speaks.
  private func layerPackage(_ specifier: String) -> String? {
    let (name, part) = Self.split(specifier)
    let folders = roots.filter { $0.hasSuffix("node_modules") }
    guard !folders.isEmpty, !library.engine.knows(library: name, .javaScript) else { return nil }
    return folders.lazy.compactMap { entry(part, of: FilePath.join($0, name)) }.first
  }

  private func entry(_ part: String, of package: String) -> String? {
    let candidates = library.project.manifest(in: package)?.candidates(for: part) ?? [part]
    return candidates.lazy.compactMap { FilePath.normalised(FilePath.join(package, $0)) }
      .compactMap(script).first
  }

  /// `@/lib/x`, `~/lib/x`, `src/lib/x`: names that are looked up from a folder above without being told to.
  private func usualAlias(_ specifier: String, from path: String) -> String? {
    var local = specifier[...]
    for mark in ["@/", "~/", "#/"] where local.hasPrefix(mark) { local = local.dropFirst(mark.count) }
    guard local.contains("/"), !specifier.hasPrefix("@") || local.count < specifier.count else { return nil }
    for root in roots + FilePath.ancestors(of: path) {
      for folder in [root, FilePath.join(root, "src")] {
        if let file = script(FilePath.join(folder, String(local))) { return file }
      }
    }
    return nil
  }

  private func script(_ base: String) -> String? {
    for suffix in Self.extensions where isScript(base + suffix) { return base + suffix }
    // TypeScript's modules import each other by the names they will have once compiled.
    if [".js", ".mjs", ".cjs", ".jsx"].contains(where: base.hasSuffix) {
      let stem = String(base.prefix(upTo: base.lastIndex(of: ".") ?? base.endIndex))
      for suffix in [".ts", ".tsx", ".mts", ".cts"] where library.files.contains(stem + suffix) {
        return stem + suffix
      }
    }
    for suffix in Self.extensions.dropFirst() where library.files.contains(base + "/index" + suffix) {
      return base + "/index" + suffix
    }
    return nil
  }

  private func isScript(_ path: String) -> Bool {
    Self.extensions.dropFirst().contains { path.hasSuffix($0) } && library.files.contains(path)
  }

  /// `@scope/name/part` is the package `@scope/name` and `part` in it.
  static func split(_ specifier: String) -> (package: String, part: String) {
    let names = specifier.split(separator: "/")
    let count = specifier.hasPrefix("@") ? 2 : 1
    return (names.prefix(count).joined(separator: "/"), names.dropFirst(count).joined(separator: "/"))
  }

  static func canonical(_ specifier: String) -> String {
    var name = specifier[...]
    if name.hasPrefix("node:") { name = name.dropFirst("node:".count) }
    if name.hasSuffix(".js") { name = name.dropLast(3) }
    return String(name)
  }
}
