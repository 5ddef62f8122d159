package import FindingModel

/// A flow that the code of two functions shows: what one writes becomes the event of the other.
///
/// Functions are named by their logical ids.
package struct DataFlowEdge: Hashable, Sendable {
  package let writer: String
  package let reader: String
  /// The resource in between; `nil` for a direct call.
  package let resource: String?
  /// The field of the reader's event that carries it, `Records[*].s3.object.key`.
  package let field: String
  /// The call that writes.
  package let location: SourceLocation
  package let note: String
  /// What must hold for the flow to exist; `nil` for one that is certain.
  package let condition: String?

  package init(
    writer: String, reader: String, resource: String?, field: String, location: SourceLocation, note: String,
    condition: String? = nil
  ) {
    self.writer = writer
    self.reader = reader
    self.resource = resource
    self.field = field
    self.location = location
    self.note = note
    self.condition = condition
  }
}

/// Proof that whoever fills a field of a function's event controls what its code does.
package struct FunctionCompromise: Hashable, Sendable {
  /// Logical id.
  package let function: String
  /// `a command line is built from it`.
  package let how: String
  package let location: SourceLocation
  package let field: String

  package init(function: String, how: String, location: SourceLocation, field: String) {
    self.function = function
    self.how = how
    self.location = location
    self.field = field
  }
}
