package import ApplicationModel
package import Documents
package import TemplateLoaders

/// Single files for the verbs that work on one template.
package enum Templates {
  /// The template in plain CloudFormation.
  ///
  /// - Throws: ``TemplateReadError``.
  package static func expansion(
    of path: String, options: TemplateLoader.Options
  ) throws(TemplateReadError) -> Expansion {
    try reading(path, options: options) { (bytes, name, tree) throws(DocumentError) in
      try TemplateLoader.expansion(of: bytes, path: name, options: options, files: tree)
    }
  }

  /// The template's application under its first scenario, and the folder that it lies in.
  ///
  /// - Throws: ``TemplateReadError``.
  package static func application(
    of path: String, options: TemplateLoader.Options
  ) throws(TemplateReadError) -> (application: Application, folder: String) {
    let loaded = try reading(path, options: options) { (bytes, name, tree) throws(DocumentError) in
      try TemplateLoader.load(bytes, path: name, options: options, files: tree)
    }
    guard let application = loaded.scenarios.first, let real = FileAccess.realPath(path) else {
      throw .notATemplate(path: path)
    }
    return (application, "/" + real.split(separator: "/").dropLast().joined(separator: "/"))
  }

  private static func reading<Result>(
    _ path: String, options: TemplateLoader.Options,
    _ read: ([UInt8], String, ScannedTree) throws(DocumentError) -> Result?
  ) throws(TemplateReadError) -> Result {
    guard let real = FileAccess.realPath(path) else {
      throw .unreadable(path: path, reason: "it does not exist")
    }
    let parts = real.split(separator: "/")
    let tree = ScannedTree(FileTree(root: "/" + parts.dropLast().joined(separator: "/")))
    let bytes: [UInt8]
    do {
      bytes = try FileAccess.read(real, limit: options.limits.bytes)
    } catch {
      throw .unreadable(path: path, reason: error.description)
    }
    let result: Result?
    do throws(DocumentError) {
      result = try read(bytes, String(parts.last ?? ""), tree)
    } catch {
      throw .unreadable(path: path, reason: error.description)
    }
    guard let result else { throw .notATemplate(path: path) }
    return result
  }

  /// The file itself, or what may be a template below a folder as a scan finds it: packages, caches and ignored
  /// files left out; sorted.
  ///
  /// - Throws: ``TemplateReadError``.
  package static func paths(
    at path: String
  ) throws(TemplateReadError) -> (paths: [String], isFolder: Bool) {
    guard let real = FileAccess.realPath(path) else {
      throw .unreadable(path: path, reason: "it does not exist")
    }
    guard FileAccess.kind(of: real, followingLinks: false) == .folder else { return ([path], false) }
    let found = Discovery.find(in: real, excluded: IgnoreRules(""))
    let prefix = path == "." ? "" : path.hasSuffix("/") ? path : path + "/"
    let templates = found.paths.filter { name in
      // What cannot be read now cannot be edited either.
      let bytes = try? FileAccess.read(real + "/" + name, limit: DocumentLimits.standard.bytes)
      return bytes.map { TemplateLoader.mayBeTemplate($0, path: name) } ?? false
    }
    return (templates.map { prefix + $0 }, true)
  }

  /// Values of parameters, from any of the forms ``ParametersFile`` reads.
  ///
  /// - Throws: ``TemplateReadError``.
  package static func parameters(from path: String) throws(TemplateReadError) -> [String: Node] {
    do {
      let bytes = try FileAccess.read(path, limit: DocumentLimits.standard.bytes)
      return try ParametersFile.read(try Document.parse(bytes, path: path))
    } catch let error as FileAccess.Failure {
      throw .unreadable(path: path, reason: error.description)
    } catch {
      throw .unreadable(path: path, reason: "\(error)")
    }
  }
}

/// Why a file that the user named cannot be used.
package enum TemplateReadError: Error, Hashable, Sendable {
  case unreadable(path: String, reason: String)
  case notATemplate(path: String)
}

extension TemplateReadError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let path, let reason): "'\(path)' cannot be read: \(reason)"
    case .notATemplate(let path):
      "'\(path)' is no CloudFormation, SAM or Serverless Framework template"
    }
  }
}
