import FindingModel
import Foundation
import Testing

@testable import ReportWriters

struct JSONTests {
  @Test func everyFoundationReadsWhatIsWritten() throws {
    let text = written(ShopReport.report, as: .json)
    let report = try JSONDecoder().decode(Decoded.self, from: Data(text.utf8))
    #expect(report.findings.count == 15)
    #expect(report.findings.filter { $0.suppression != nil }.map(\.suppression?.until) == ["2027-01-31"])
    // The role and the runtime affect two functions, the API none.
    #expect(report.findings.filter { $0.function == nil }.count == 3)
    #expect(report.findings.contains { $0.message.hasSuffix("This holds only when Stage is 'prod'.") })
  }

  private struct Decoded: Decodable {
    let findings: [Finding]

    struct Finding: Decodable {
      let message: String
      let function: String?
      let suppression: Suppression?
    }

    struct Suppression: Decodable {
      let until: String?
    }
  }
}
