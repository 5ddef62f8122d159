package import SourceModel

extension LibraryModel {
  /// What is known of Node's libraries.
  package static let javaScript = LibraryModel(language: .javaScript, calls: nodeCalls, members: nodeMembers)

  /// The same libraries, called from TypeScript.
  package static let typeScript = LibraryModel(language: .typeScript, calls: nodeCalls, members: nodeMembers)

  /// What is known of a language's libraries.
  package static func of(_ language: SourceLanguage) -> LibraryModel {
    switch language {
    case .python: return python
    case .javaScript: return javaScript
    case .typeScript: return typeScript
    }
  }

  private static let nodeCalls: [CallModel] =
    NodeProcesses.calls + NodeCode.calls + NodeDatabases.calls + NodeDocuments.calls
    + NodeDeserialization.calls
    + NodeRequests.calls + NodeFiles.calls + NodeWeb.calls + NodeTemplates.calls + NodeRuntime.calls
    + NodeTasks.calls + NodeChecks.calls + NodePowertools.calls + NodeCloud.calls

  private static let nodeMembers: [MemberModel] = NodeWeb.members + NodeRuntime.members
}
