package import Documents
package import FindingModel

/// What a template may ask for besides itself: nested templates, OpenAPI bodies, state machines, variables' files.
///
/// The pipeline implements it over the disk, confined to the scanned tree; tests over a dictionary.
package protocol TemplateFiles: Sendable {
  /// - Parameters:
  ///   - path: As written, relative to the folder of `file`.
  ///   - file: Path of the file that asks, relative to the scanned root.
  /// - Returns: The bytes and the path relative to the scanned root.
  func read(_ path: String, from file: String) throws(TemplateFileError) -> (bytes: [UInt8], path: String)
}

/// Why a file that a template names could not be read.
package enum TemplateFileError: Error, Hashable, Sendable {
  case missing(path: String)
  case outsideTree(path: String)
  case unreadable(path: String, reason: String)
  case tooLarge(path: String, limit: Int)
}

extension TemplateFileError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let path): "the file '\(path)' does not exist"
    case .outsideTree(let path): "'\(path)' lies outside the scanned folder and is not followed"
    case .unreadable(let path, let reason): "the file '\(path)' cannot be read: \(reason)"
    case .tooLarge(let path, let limit): "the file '\(path)' is larger than the limit of \(limit) bytes"
    }
  }
}

/// A template without files beside it.
package struct NoTemplateFiles: TemplateFiles {
  package init() {}

  package func read(
    _ path: String, from file: String
  ) throws(TemplateFileError) -> (bytes: [UInt8], path: String) {
    throw .missing(path: path)
  }
}

/// Something about a template that the user should know: a construct not understood, a bound that was hit.
package struct TemplateProblem: Hashable, Sendable {
  package let location: SourceLocation
  /// A sentence.
  package let message: String
  /// An error is a part of the template that was not read; otherwise it is a remark.
  package let isError: Bool

  package init(at location: SourceLocation, _ message: String, isError: Bool = true) {
    self.location = location
    self.message = message
    self.isError = isError
  }
}

/// A template in plain CloudFormation, with what was met on the way there.
package struct Expansion: Sendable {
  /// A mapping with `Resources`, and `Parameters`, `Conditions`, `Mappings`, `Outputs` where there are any.
  ///
  /// Every node keeps the place of what the user wrote; resources that the transform adds are
  /// ``Node/isImplied`` and stand where what implied them stands. Code that is still on the disk is a
  /// string in `Code`, as in a template before packaging.
  package var template: Node
  package var problems: [TemplateProblem]

  package init(template: Node, problems: [TemplateProblem] = []) {
    self.template = template
    self.problems = problems
  }

  /// Key in a resource's `Metadata` that holds the name the user knows it by, where that is not its logical id.
  package static let displayNameKey = "Parapet::Name"
}
