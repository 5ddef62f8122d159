internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// An archive from outside unpacked without looking at its names.
package struct ArchiveExtraction: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas1-archive-extraction", risk: .eventInjection,
    title: "An archive from outside is unpacked as it is", severity: .high, weaknesses: [22, 409],
    peers: ["bandit:B202"],
    rationale:
      """
      An archive names its own paths: entries with `../`, absolute names or links write outside the \
      folder, over files that this or a later invocation loads. Its sizes are its own, too: kilobytes \
      unpack to gigabytes and fill /tmp.
      """,
    blindSpots:
      """
      Checks of names in a loop over the entries are not recognised. Values that pass through code that \
      was not read, and checks that the engine does not understand; it says so under what was not \
      analysed.
      """,
    remediation: Remediation(
      """
      Unpack entry by entry: check that the resolved path stays inside, skip links, and stop at a total \
      size. In Python 3.12 use `filter="data"`.
      """,
      snippets: [
        .python: """
        with tarfile.open(path) as archive:
            archive.extractall(target, filter="data")
        """,
        .javaScript: """
        for (const entry of archive.getEntries()) {
          const file = path.resolve(target, entry.entryName);
          if (!file.startsWith(target + path.sep)) throw new Error("outside of the folder");
        }
        """,
      ]),
    references: [
      "https://docs.python.org/3/library/tarfile.html#tarfile.TarFile.extractall",
      "https://docs.python.org/3/library/zipfile.html",
    ])

  package static let sinks: Set<SinkKind> = [.archiveExtraction]
  package static let takesUnknownWriters = true

  package init() {}

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "is unpacked by `\(flow.callee)` with the names and sizes the archive claims"
  }
}
