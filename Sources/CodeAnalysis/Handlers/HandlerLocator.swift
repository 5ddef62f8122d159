internal import ApplicationGraph
internal import ApplicationModel
internal import FindingModel
internal import SourceModel
internal import TaintEngine

/// Where a function's code begins: from `Handler` and the code's folder to a file and the names in it.
struct HandlerLocator {
  let graph: ApplicationGraph
  let library: ModuleLibrary

  struct Located {
    let modules: FunctionModules
    let path: String
    let names: [String]
    let language: SourceLanguage
  }

  enum Outcome {
    case found(Located)
    case unread(FunctionCode.Unread)
  }

  func locate(_ function: Function) -> Outcome {
    guard let languages = Self.languages(ofRuntime: function.runtime.value) else {
      return .unread(
        FunctionCode.Unread(
          reason:
            "code for \(function.runtime.value ?? "this runtime") is not read yet; Python, JavaScript and "
            + "TypeScript are", at: function.location, isError: false))
    }
    guard case .known(let handler, let place) = function.handler else {
      if let handler = imageHandler(of: function), case .local(let path, let location) = function.code {
        return locate(handler, folder: path, of: function, languages: languages, at: location)
      }
      return unread(function, "its handler is not known", isError: false)
    }
    switch function.code {
    case .local(let path, let location):
      return locate(handler, folder: path, of: function, languages: languages, at: location)
    case .inline(let text, let location):
      return inline(text, handler: handler, of: function, languages: languages, at: location)
    case .bucket, .image, .unknown:
      // The template may stand beside the code although it names the archive that is made of it.
      let folder = FilePath.folder(of: function.location.path)
      if let located = findArchived(handler, below: folder, languages: languages, function)
        ?? (isAmbiguous(handler, of: function)
          ? nil : find(handler, folders: [folder], languages: languages, function))
      {
        return .found(located)
      }
      return unread(function, "its code is not part of the scanned files", at: place, isError: false)
    }
  }

  private func unread(
    _ function: Function, _ reason: String, at location: SourceLocation? = nil, isError: Bool
  ) -> Outcome {
    .unread(FunctionCode.Unread(reason: reason, at: location ?? function.location, isError: isError))
  }

  // MARK: Files

  private func locate(
    _ handler: String, folder: String, of function: Function, languages: [SourceLanguage],
    at location: SourceLocation
  ) -> Outcome {
    let base = FilePath.folder(of: location.path)
    guard let root = FilePath.normalised(FilePath.join(base, folder)) else {
      return unread(
        function, "its code folder '\(folder)' lies outside the scanned tree", at: location, isError: false)
    }
    if let located = find(handler, inside: root.asFolder, languages: languages, function)
      ?? findBuilt(handler, folder: folder, below: base, languages: languages, function)
      ?? find(handler, folders: [root, base], languages: languages, function)
    {
      return .found(located)
    }
    if Self.isBuilt(folder) {
      return unread(
        function, "its code folder '\(folder)' is made by a build, and the source was not found",
        at: location,
        isError: false)
    }
    if folder.hasSuffix(".zip") || folder.hasSuffix(".jar") {
      return unread(function, "its code is the archive '\(folder)'", at: location, isError: false)
    }
    return unread(
      function, "the file of its handler '\(handler)' was not found under '\(root.isEmpty ? "." : root)'",
      at: location, isError: true)
  }

  private func find(
    _ handler: String, folders: [String], languages: [SourceLanguage], _ function: Function
  ) -> Located? {
    for folder in folders {
      if let located = find(handler, inside: folder, languages: languages, function) { return located }
    }
    for language in languages {
      guard let (module, names) = Self.split(handler, language: language) else { continue }
      // A build step moves the file: `dist/src/app.handler` is made from `src/app.ts`.
      if let path = only(Self.suffixes(of: module), folders: folders, language: language) {
        return located(path, names, language, function)
      }
    }
    return nil
  }

  /// The file where the handler says it is.
  private func find(
    _ handler: String, inside folder: String, languages: [SourceLanguage], _ function: Function
  ) -> Located? {
    for language in languages {
      guard let (module, names) = Self.split(handler, language: language),
        let path = file(module, in: folder, language: language)
      else { continue }
      return Located(
        modules: FunctionModules(library: library, roots: roots(folder, of: function), inline: nil),
        path: path,
        names: names, language: language)
    }
    return nil
  }

  func located(
    _ path: String, _ names: [String], _ language: SourceLanguage, _ function: Function
  ) -> Located {
    Located(
      modules: FunctionModules(
        library: library, roots: roots(FilePath.folder(of: path), of: function), inline: nil),
      path: path, names: names, language: language)
  }

  /// The file of the first of some endings that just one file below the folders has.
  func only(_ endings: [String], folders: [String], language: SourceLanguage) -> String? {
    for ending in endings {
      let candidates = Self.extensions(language).flatMap { library.files.paths(endingWith: ending + $0) }
        .filter { path in folders.contains { $0.isEmpty || path.hasPrefix($0 + "/") } }
        .filter { !isOfAnother($0, than: folders) }
      if candidates.count == 1 { return candidates.first }
    }
    return nil
  }

  /// Whether the file lies in the code of another function, which does not lie around this one's own.
  private func isOfAnother(_ path: String, than folders: [String]) -> Bool {
    guard let own = folders.first else { return false }
    return graph.application.functions.contains { other in
      guard let root = other.codeRoot, !root.isEmpty, root != own, !own.hasPrefix(root + "/")
      else { return false }
      return path.hasPrefix(root + "/")
    }
  }

  private func file(_ module: String, in folder: String, language: SourceLanguage) -> String? {
    guard let base = FilePath.normalised(FilePath.join(folder, module)) else { return nil }
    let names = Self.extensions(language).map { base + $0 }
    let packages =
      language == .python ? [base + "/__init__.py"] : Self.extensions(language).map { base + "/index" + $0 }
    return (names + packages).first(where: library.files.contains)
  }

  /// `a/b/app`, `b/app`, `app`.
  private static func suffixes(of module: String) -> [String] {
    let parts = module.split(separator: "/")
    return parts.indices.map { "/" + parts[$0...].joined(separator: "/") }
  }

  private func roots(_ folder: String, of function: Function) -> [String] {
    var roots = [folder]
    for root in function.layerRoots(in: graph.application).map(\.asFolder) {
      roots += [
        root, FilePath.join(root, "python"), FilePath.join(root, "nodejs"),
        FilePath.join(root, "nodejs/node_modules"),
      ]
      if let version = function.runtime.value, version.hasPrefix("python") {
        roots.append(FilePath.join(root, "python/lib/\(version)/site-packages"))
      }
    }
    return roots
  }

  // MARK: Handler names

  private static func languages(ofRuntime runtime: String?) -> [SourceLanguage]? {
    guard let runtime else { return [.python, .javaScript] }
    if runtime.hasPrefix("python") { return [.python] }
    if runtime.hasPrefix("nodejs") { return [.javaScript] }
    return nil
  }

  /// TypeScript first: what is beside it under the same name is what a compiler made of it.
  static func extensions(_ language: SourceLanguage) -> [String] {
    language == .python ? [".py"] : [".ts", ".tsx", ".mts", ".cts", ".js", ".mjs", ".cjs", ".jsx"]
  }

  /// `src/app.lambda_handler` is the file `src/app` and the name `lambda_handler`.
  static func split(_ handler: String, language: SourceLanguage) -> (module: String, names: [String])? {
    if language == .python {
      guard let dot = handler.lastIndex(of: ".") else { return nil }
      let module = handler[..<dot].replacing(".", with: "/")
      return (String(module), [String(handler[handler.index(after: dot)...])])
    }
    // Node splits at the first dot of the last part of the path; the rest leads through the exported object.
    let slash = handler.lastIndex(of: "/").map { handler.index(after: $0) } ?? handler.startIndex
    guard let dot = handler[slash...].firstIndex(of: ".") else { return nil }
    let names = handler[handler.index(after: dot)...].split(separator: ".").map(String.init)
    return names.isEmpty ? nil : (String(handler[..<dot]), names)
  }

  // MARK: Images

  /// What the image runs, by the last `CMD ["app.handler"]` of the Dockerfile in its folder.
  private func imageHandler(of function: Function) -> String? {
    guard case .local(let path, let location) = function.code,
      let folder = FilePath.normalised(FilePath.join(FilePath.folder(of: location.path), path)),
      let bytes = library.files.bytes(of: FilePath.join(folder, "Dockerfile"))
    else { return nil }
    let command = String(decoding: bytes.prefix(65_536), as: UTF8.self).split(separator: "\n").last {
      $0.drop(while: \.isWhitespace).uppercased().hasPrefix("CMD")
    }
    return command?.split(separator: "\"").dropFirst().first.map(String.init)
  }

  // MARK: Code in the template

  private func inline(
    _ text: String, handler: String, of function: Function, languages: [SourceLanguage],
    at location: SourceLocation
  ) -> Outcome {
    for language in languages {
      guard let (_, names) = Self.split(handler, language: language),
        let module = InlineCode.module(text, at: location, language: language, files: library.files)
      else { continue }
      let modules = FunctionModules(
        library: library, roots: [FilePath.folder(of: location.path)], inline: module)
      return .found(Located(modules: modules, path: module.path, names: names, language: language))
    }
    return unread(function, "its inline code could not be read", at: location, isError: false)
  }
}
