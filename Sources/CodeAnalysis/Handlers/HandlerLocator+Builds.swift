internal import FindingModel
internal import ApplicationGraph
internal import ApplicationModel
internal import SourceModel

/// Handlers whose template names what a build makes of the code: a folder that no repository holds, an archive.
extension HandlerLocator {
  /// The source of a folder that a build makes: `build/get` is made of `src/get`, or of `src/get.ts`.
  ///
  /// The longest end of the folder's path decides, and only where one file has it.
  func findBuilt(
    _ handler: String, folder: String, below base: String, languages: [SourceLanguage], _ function: Function
  ) -> Located? {
    for language in languages {
      guard let (module, names) = Self.split(handler, language: language),
        let folder = FilePath.normalised(folder.replacing("../", with: ""))
      else { continue }
      let parts = folder.split(separator: "/").map(String.init)
      var ends: [String] = []
      for start in parts.indices {
        let end = "/" + parts[start...].joined(separator: "/")
        ends.append(end + "/" + module)
        // A bundler calls what it makes of each entry `index`.
        if module == "index" { ends.append(end) }
      }
      if let path = only(ends, folders: [base], language: language) {
        return located(path, names, language, function)
      }
    }
    return nil
  }

  /// The source of an archive by its name: `v1/image-handler.zip` is made of a folder `image-handler`.
  func findArchived(
    _ handler: String, below base: String, languages: [SourceLanguage], _ function: Function
  ) -> Located? {
    guard let name = archiveName(of: function) else { return nil }
    for language in languages {
      guard let (module, names) = Self.split(handler, language: language) else { continue }
      let candidates = Self.extensions(language).flatMap {
        library.files.paths(endingWith: "/" + module + $0)
      }
      .filter { base.isEmpty || $0.hasPrefix(base + "/") }
      .filter { path in
        FilePath.folder(of: path).split(separator: "/").contains { $0.lowercased() == name }
      }
      // The nearest to the folder: tests and examples lie deeper.
      let depths = candidates.map { $0.split(separator: "/").count }
      guard let least = depths.min(), depths.count(where: { $0 == least }) == 1,
        let path = candidates.first(where: { $0.split(separator: "/").count == least })
      else { continue }
      return located(path, names, language, function)
    }
    return nil
  }

  private func archiveName(of function: Function) -> String? {
    guard case .bucket(_, .known(let key, _), _) = function.code, case .literal(let end)? = key.parts.last,
      let file = end.split(separator: "/").last
    else { return nil }
    let name = file.split(separator: ".").first ?? file
    return name.isEmpty ? nil : name.lowercased()
  }

  /// Whether functions of other archives would take the same file for theirs: nobody can tell whose it is.
  func isAmbiguous(_ handler: String, of function: Function) -> Bool {
    graph.application.functions.contains { other in
      guard other.id != function.id, other.handler.value == handler else { return false }
      switch (function.code, other.code) {
      case (.bucket(let bucket, let key, _), .bucket(let otherBucket, let otherKey, _)):
        return bucket.value != otherBucket.value || key.value != otherKey.value
      case (.image(let image, _), .image(let otherImage, _)): return image.value != otherImage.value
      default: return false
      }
    }
  }

  /// Names of folders that builds write to, and that no repository holds.
  private static let buildFolders: Set<Substring> = [
    "build", "dist", "out", "output", "target", "bundle", "bundles", ".aws-sam", ".build", ".webpack",
    ".esbuild", ".serverless", "built", "compiled", "artifacts",
  ]

  static func isBuilt(_ folder: String) -> Bool {
    folder.split(separator: "/").contains(where: buildFolders.contains)
  }
}
