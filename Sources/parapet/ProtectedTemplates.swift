internal import ArgumentParser
internal import Documents
internal import ScanPipeline
internal import TemplateEditing

/// The templates that a verb of protection works on.
struct ProtectedTemplates {
  struct Template {
    let path: String
    let bytes: [UInt8]
    let protection: TemplateProtection
  }

  private(set) var templates: [Template] = []

  /// - Parameter path: A template, or a folder whose templates are meant.
  init(at path: String) throws {
    let found: (paths: [String], isFolder: Bool)
    do {
      found = try Templates.paths(at: path)
    } catch {
      throw ValidationError("\(error).")
    }
    for path in found.paths {
      let bytes = try InputFile.read(path, limit: DocumentLimits.standard.bytes)
      do {
        let protection = try TemplateProtection(bytes, path: path)
        if protection.functions.isEmpty, found.isFolder { continue }
        templates.append(Template(path: path, bytes: bytes, protection: protection))
      } catch {
        // A folder may hold other files of these names, and templates that are broken.
        guard found.isFolder else { throw ValidationError("'\(path)' cannot be used: \(error).") }
        if error != .notATemplate { StandardError.write("Left alone: \(path): \(error).\n") }
      }
    }
    guard !templates.isEmpty else {
      throw ValidationError(
        "There is no CloudFormation, SAM or Serverless Framework template with functions in '\(path)'.")
    }
  }
}
