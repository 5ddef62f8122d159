internal import SourceModel

extension LibraryModel {
  /// What is known of Python's libraries.
  package static let python = LibraryModel(
    language: .python,
    calls: PythonProcesses.calls + PythonCode.calls + PythonDatabases.calls + PythonMappers.calls
      + PythonDocuments.calls + PythonDeserialization.calls + PythonDocumentsInXML.calls
      + PythonRequests.calls
      + PythonFiles.calls + PythonWeb.calls + PythonTemplates.calls + PythonRuntime.calls + PythonChecks.calls
      + PythonChalice.calls + PythonCloud.calls,
    members: PythonDatabases.members + PythonDocumentsInXML.members + PythonFiles.members + PythonWeb.members
      + PythonChalice.members
      + PythonRuntime.members)
}
