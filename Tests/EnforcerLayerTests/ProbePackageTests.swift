import Archives
import EnforcerLayer
import Foundation
import Testing

@Suite struct ProbePackageTests {
  @Test func shipsWhatTheTestsOfItRun() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/EnforcerLayer/Resources/Probe")
    #expect(
      ProbePackage.files.map(\.name)
        == (try FileManager.default.contentsOfDirectory(atPath: folder.path())).sorted())
    for file in ProbePackage.files {
      #expect(Array(try Data(contentsOf: folder.appending(path: file.name))) == file.bytes)
    }
  }

  @Test func archiveHoldsTheSameFiles() throws {
    var names: [String] = []
    let summary = try ArchiveReader.visit(.bytes(try ProbePackage.archive())) {
      entry, _ throws(ArchiveError) in
      names.append(entry.path)
    }
    #expect(summary.problems.isEmpty && names == ["README.md", "probe.py", "template.yaml"])
  }
}
