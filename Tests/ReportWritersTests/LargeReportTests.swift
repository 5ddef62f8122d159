import Foundation
import ReportWriters
import Testing

struct LargeReportTests {
  /// Set `LARGE_REPORTS` to a folder to look at the results in a browser.
  @Test(arguments: [
    (ReportFormat.text, ":5  sas"), (.json, "\"fingerprint\""), (.sarif, "\"partialFingerprints\""),
    (.html, "<article"),
  ])
  func everyFindingOfALargeReportIsWritten(format: ReportFormat, mark: String) throws {
    let output = written(LargeReport.report(functions: 500, findings: 3_000), as: format)
    #expect(output.components(separatedBy: mark).count - 1 == 3_000)
    guard let folder = ProcessInfo.processInfo.environment["LARGE_REPORTS"] else { return }
    try output.write(toFile: "\(folder)/large.\(format.rawValue)", atomically: true, encoding: .utf8)
  }
}
