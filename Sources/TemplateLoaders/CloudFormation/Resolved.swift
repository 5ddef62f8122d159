package import ApplicationModel
package import FindingModel

/// A value of a template after its intrinsics were evaluated under one scenario.
///
/// `AWS::NoValue` is already gone, with the key or list position that held it.
package struct Resolved: Hashable, Sendable {
  package indirect enum Content: Hashable, Sendable {
    case null
    /// Any scalar; `true` and `30` are texts too, as CloudFormation reads them by the property's type.
    case text(Text)
    case list([Resolved])
    case map([ResolvedEntry])
    /// A whole value that nobody can tell, such as a list given by a parameter without default.
    case unresolved(Expression)
  }

  package var content: Content
  package var location: SourceLocation
  package var isImplied: Bool
  /// Where the lines of a text stand that was joined line by line; `nil` for any other.
  var lines: [SourceLocation]?

  package init(_ content: Content, at location: SourceLocation, isImplied: Bool = false) {
    self.content = content
    self.location = location
    self.isImplied = isImplied
  }
}

package struct ResolvedEntry: Hashable, Sendable {
  package let key: String
  package let keyLocation: SourceLocation
  package let value: Resolved

  package init(_ key: String, at keyLocation: SourceLocation, _ value: Resolved) {
    self.key = key
    self.keyLocation = keyLocation
    self.value = value
  }
}

/// A resource whose properties are evaluated.
package struct EvaluatedResource: Sendable {
  package let identity: ResourceIdentity
  /// A map, or a null for a resource without properties.
  package let properties: Resolved
  package let metadata: Resolved?
  package let dependsOn: [String]
  /// Path of the template it is written in, for paths relative to that template.
  package let templatePath: String

  package init(
    identity: ResourceIdentity, properties: Resolved, metadata: Resolved?, dependsOn: [String],
    templatePath: String
  ) {
    self.identity = identity
    self.properties = properties
    self.metadata = metadata
    self.dependsOn = dependsOn
    self.templatePath = templatePath
  }
}

/// One template, with its nested stacks, as it would be deployed under one scenario.
package struct EvaluatedTemplate: Sendable {
  package let scenario: Scenario
  /// In the order written; resources of a nested stack follow it, as `Stack/Resource`.
  package var resources: [EvaluatedResource]
  package var parameters: [TemplateParameter]
  package var outputs: [TemplateOutput]
  package var unresolved: [Unresolved]

  package init(
    scenario: Scenario, resources: [EvaluatedResource], parameters: [TemplateParameter],
    outputs: [TemplateOutput], unresolved: [Unresolved]
  ) {
    self.scenario = scenario
    self.resources = resources
    self.parameters = parameters
    self.outputs = outputs
    self.unresolved = unresolved
  }
}
