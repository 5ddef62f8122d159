import BillsOfMaterials
import Testing

struct TimestampTests {
  @Test(
    arguments: [
      ("2000-01-01T00:00:00Z", 0), ("2000-01-01T00:00:01Z", 1), ("1999-12-31T23:59:59Z", -1),
      ("2000-01-01T02:00:00+02:00", 0), ("1999-12-31 22:30:00-01:30", 0),
      ("2024-02-29t12:00:00z", 762_523_200),
      ("2023-01-08T18:02:03.647787998-06:00", 726_537_723),
    ]) func isRead(_ text: String, _ seconds: Int)
  {
    #expect(Timestamp(text)?.seconds == seconds)
  }

  @Test(
    arguments: [
      "", "2024", "2024-01-01", "2024-01-01T00:00:00", "2024-02-30T00:00:00Z", "2024-01-01T24:00:00Z",
      "2024-01-01T00:60:00Z", "2024-01-01T00:00:00.Z", "2024-01-01T00:00Z", "2024-01-01T00:00:00+1:00",
      "2024-01-01T00:00:00+25:00", "2024-01-01T-1:00:00Z", "2024-01-01T00:00:00ZZ",
    ]) func whatIsNoneIsRefused(_ text: String)
  {
    #expect(Timestamp(text) == nil)
  }

  @Test func fractionsCount() throws {
    let early = try #require(Timestamp("2024-01-01T00:00:00.09Z"))
    let late = try #require(Timestamp("2024-01-01T00:00:00.1Z"))
    #expect(early < late)
    #expect(Timestamp("2024-01-01T00:00:00.1234567891Z")?.nanoseconds == 123_456_789)
  }
}
