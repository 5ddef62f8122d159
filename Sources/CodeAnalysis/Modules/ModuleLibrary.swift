internal import LanguageFrontends
package import SourceModel
internal import Synchronization
internal import TaintEngine

/// The programs of a scanned tree: each file is read and lowered once, whoever asks first.
package final class ModuleLibrary: Sendable {
  /// A file longer than this is a bundle of other people's code more often than a handler; in bytes.
  package static let byteLimit = 5_000_000

  let files: any CodeFiles
  private let modules = Mutex<[String: SourceModule?]>([:])

  package init(files: any CodeFiles) {
    self.files = files
  }

  package func module(_ path: String) -> SourceModule? {
    if let known = modules.withLock({ $0[path] }) { return known }
    // Outside the lock: two threads may lower the same file, which costs time and changes nothing.
    let module = read(path)
    modules.withLock { $0[path] = .some(module) }
    return module
  }

  private func read(_ path: String) -> SourceModule? {
    guard let bytes = files.bytes(of: path), bytes.count <= Self.byteLimit else { return nil }
    return Self.lower { Frontend.module(bytes, path: path) }
  }

  /// Programs nest as deep as the frontends follow; the stacks of a task pool are not made for that.
  static func lower(_ body: @escaping () -> SourceModule?) -> SourceModule? {
    DeepStack.run(body) ?? nil
  }
}

/// The modules of one function: where its imports lead, given its folder and its layers.
struct FunctionModules: ModuleSource {
  let library: ModuleLibrary
  /// Folders that imports start from, the nearest first: the code's folder and what layers add.
  let roots: [String]
  /// Code that stands in the template itself, by the path it is given.
  let inline: SourceModule?

  func module(_ path: String) -> SourceModule? {
    if let inline, inline.path == path { return inline }
    return library.module(path)
  }

  func resolve(_ specifier: String, from path: String, language: SourceLanguage) -> ModuleResolution {
    switch language {
    case .python: resolvePython(specifier, from: path)
    case .javaScript, .typeScript: resolveScript(specifier, from: path)
    }
  }

  // MARK: Python

  private func resolvePython(_ specifier: String, from path: String) -> ModuleResolution {
    let dots = specifier.prefix { $0 == "." }.count
    let name = specifier.dropFirst(dots).replacing(".", with: "/")
    if dots > 0 {
      var folder = FilePath.folder(of: path)
      for _ in 1..<max(dots, 1) { folder = FilePath.folder(of: folder) }
      return python(name, in: folder).map { .file($0) } ?? .library(specifier)
    }
    for root in roots + FilePath.ancestors(of: path) {
      if let file = python(name, in: root), file != path { return .file(file) }
    }
    return .library(specifier)
  }

  private func python(_ name: some StringProtocol, in folder: String) -> String? {
    let base = FilePath.join(folder, String(name))
    return [base + ".py", base + "/__init__.py"].first(where: library.files.contains)
  }

  // MARK: JavaScript and TypeScript

  private static let extensions = ["", ".ts", ".tsx", ".js", ".mjs", ".cjs", ".jsx", ".mts", ".cts"]

  private func resolveScript(_ specifier: String, from path: String) -> ModuleResolution {
    if specifier.hasPrefix("./") || specifier.hasPrefix("../") || specifier == "." || specifier == ".." {
      let file = FilePath.normalised(FilePath.join(FilePath.folder(of: path), specifier)).flatMap(script)
      return file.map { .file($0) } ?? .library(Self.canonical(specifier))
    }
    if specifier.hasPrefix("/opt/") {
      let inLayer = specifier.dropFirst("/opt/".count)
      for root in roots {
        if let file = script(FilePath.join(root, String(inLayer))) { return .file(file) }
      }
    }
    // `@/lib/x`, `~/lib/x`, `src/lib/x`: names that a compiler is told to look up from a folder above.
    var local = specifier[...]
    for mark in ["@/", "~/", "#/"] where local.hasPrefix(mark) { local = local.dropFirst(mark.count) }
    if local.contains("/"), !specifier.hasPrefix("@") || local.count < specifier.count {
      for root in roots + FilePath.ancestors(of: path) {
        for folder in [root, FilePath.join(root, "src")] {
          if let file = script(FilePath.join(folder, String(local))) { return .file(file) }
        }
      }
    }
    return .library(Self.canonical(specifier))
  }

  private func script(_ base: String) -> String? {
    for suffix in Self.extensions where isScript(base + suffix) { return base + suffix }
    // TypeScript's modules import each other by the names they will have once compiled.
    if base.hasSuffix(".js") || base.hasSuffix(".mjs") {
      let stem = String(base.prefix(upTo: base.lastIndex(of: ".") ?? base.endIndex))
      for suffix in [".ts", ".tsx", ".mts"] where library.files.contains(stem + suffix) {
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

  private static func canonical(_ specifier: String) -> String {
    var name = specifier[...]
    if name.hasPrefix("node:") { name = name.dropFirst("node:".count) }
    if name.hasSuffix(".js") { name = name.dropLast(3) }
    return String(name)
  }
}
