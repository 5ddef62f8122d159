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
    do {
      let expansion = try TemplateLoader.expansion(
        of: bytes, path: String(parts.last ?? ""), options: options, files: tree)
      guard let expansion else { throw TemplateReadError.notATemplate(path: path) }
      return expansion
    } catch let error as DocumentError {
      throw .unreadable(path: path, reason: error.description)
    } catch let error as TemplateReadError {
      throw error
    } catch {
      throw .unreadable(path: path, reason: "\(error)")
    }
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
