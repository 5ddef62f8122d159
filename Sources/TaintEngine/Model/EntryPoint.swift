package import SourceModel

/// A function that the platform calls, and with what.
package struct EntryPoint: Hashable, Sendable {
  /// The file.
  package let module: String
  /// Names that lead to the handler from what the module exports: `["handler"]`, `["Api", "get"]`; for a
  /// function that is not exported, its name at the top of the module.
  package let names: [String]
  package let parameters: [Parameter]
  /// Whether the value it returns goes back to a caller who is not the platform.
  package let answersCaller: Bool
  /// Kinds of events it may get.
  package let events: [EventSchema]
  /// Variables of the environment that are set, so that no default of theirs counts.
  package let variables: Set<String>
  /// Fields of the event that are constants, with all the values they may have.
  package let constants: [FieldPath: [Constant]]

  package enum Parameter: Hashable, Sendable {
    case event
    case context
    /// Node's `callback(error, result)`.
    case callback
    /// The stream of a streaming handler.
    case responseStream
    /// A request and a response of a web framework.
    case request
    case response
  }

  package init(
    module: String, names: [String], parameters: [Parameter], answersCaller: Bool, events: [EventSchema],
    variables: Set<String> = [], constants: [FieldPath: [Constant]] = [:]
  ) {
    self.module = module
    self.names = names
    self.parameters = parameters
    self.answersCaller = answersCaller
    self.events = events
    self.variables = variables
    self.constants = constants
  }
}

extension EntryPoint {
  /// The same handler, given only events in which some fields are constants.
  package func narrowed(to constants: [FieldPath: [Constant]]) -> EntryPoint {
    EntryPoint(
      module: module, names: names, parameters: parameters, answersCaller: answersCaller, events: events,
      variables: variables, constants: constants)
  }
}

/// Finds the files that modules name; how and where is not the engine's business.
package protocol ModuleSource: Sendable {
  /// - Returns: What `import specifier` in a file means.
  func resolve(_ specifier: String, from path: String, language: SourceLanguage) -> ModuleResolution

  /// `nil` where the file cannot be read; it is listed as such elsewhere.
  func module(_ path: String) -> SourceModule?
}

package enum ModuleResolution: Hashable, Sendable {
  /// A file of the program.
  case file(String)
  /// A library, by its canonical name: `node:` and `.js` dropped.
  case library(String)
}
