internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data in the path of a file.
package struct PathTraversal: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas1-path-traversal", risk: .eventInjection, title: "Event data becomes the path of a file",
    severity: .high, weaknesses: [22],
    rationale:
      """
      `../` and absolute paths lead out of the folder that was meant. Reading gives away the code, its \
      packages and `/proc/self/environ` with the role's credentials; writing to /tmp changes what later \
      invocations load.
      """,
    blindSpots:
      """
      Writing below /tmp under a checked name is silent. Values that pass through code that was not \
      read, and checks that the engine does not understand; it says so under what was not analysed.
      """,
    remediation: Remediation(
      """
      Use the last part of the name only (`os.path.basename`, `path.basename`), or compare the resolved \
      path with the folder it must stay in.
      """,
      snippets: [
        .python: """
        path = os.path.realpath(os.path.join(BASE, name))
        if not path.startswith(BASE + os.sep):
            raise ValueError("outside of the folder")
        """,
        .javaScript: """
        const file = path.join(base, path.basename(name));
        """,
      ]),
    references: [
      "https://docs.python.org/3/library/os.path.html#os.path.realpath",
      "https://nodejs.org/api/path.html#pathbasenamepath-suffix",
    ])

  package static let sinks: Set<SinkKind> = [.filePath]

  package init() {}

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "becomes the path of a file (`\(flow.callee)`)"
  }
}
