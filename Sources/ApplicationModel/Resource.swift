package import FindingModel

/// What every resource of an application has.
package protocol Resource: Sendable {
  var identity: ResourceIdentity { get }
}

extension Resource {
  package var id: String { identity.id }
  package var name: String { identity.name }
  package var type: String { identity.type }
  package var location: SourceLocation { identity.location }
  package var isImplied: Bool { identity.isImplied }
}

/// Name, type and place of a resource.
package struct ResourceIdentity: Hashable, Sendable {
  /// Logical id, unique within the application; resources of nested stacks are `Stack/Resource`.
  package let id: String
  /// What the user calls it.
  package let name: String
  /// The platform's type name, `AWS::SQS::Queue`.
  package let type: String
  /// The key the user wrote; for an implied resource, what implied it.
  package let location: SourceLocation
  /// Whether a transform or the framework adds it silently.
  package let isImplied: Bool

  package init(id: String, name: String, type: String, location: SourceLocation, isImplied: Bool) {
    self.id = id
    self.name = name
    self.type = type
    self.location = location
    self.isImplied = isImplied
  }
}

/// A `Tags` entry, or any other named text.
package struct NamedText: Hashable, Sendable {
  package let name: String
  package let value: Value<Text>
  package let location: SourceLocation

  package init(name: String, value: Value<Text>, location: SourceLocation) {
    self.name = name
    self.value = value
    self.location = location
  }
}
