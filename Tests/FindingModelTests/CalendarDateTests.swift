import FindingModel
import Testing

@Suite struct CalendarDateTests {
  /// Every day of a span, by counting with the rule of leap years written out.
  static func days(from first: Int, to last: Int) -> [(Int, Int, Int)] {
    (first...last).flatMap { year in
      (1...12).flatMap { month -> [(Int, Int, Int)] in
        let february = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) ? 29 : 28
        let lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...lengths[month - 1]).map { (year, month, $0) }
      }
    }
  }

  @Test(arguments: [(1, 8), (1896, 1906), (1996, 2030), (9990, 9999)])
  func consecutiveDaysAreOneApart(first: Int, last: Int) throws {
    let days = Self.days(from: first, to: last)
    let start = try #require(CalendarDate(year: first, month: 1, day: 1))
    for (offset, day) in days.enumerated() {
      let date = try #require(CalendarDate(year: day.0, month: day.1, day: day.2))
      #expect(date.days(since: start) == offset)
      #expect(start.days(since: date) == -offset)
    }
  }

  @Test func acceptsExactlyTheDaysOfTheCalendar() {
    for year in [1900, 2000, 2023, 2024, 2100] {
      let real = Set(Self.days(from: year, to: year).map { "\($0.1)-\($0.2)" })
      for month in 0...13 {
        for day in 0...32 {
          let date = CalendarDate(year: year, month: month, day: day)
          #expect((date != nil) == real.contains("\(month)-\(day)"), "\(year)-\(month)-\(day)")
        }
      }
    }
  }

  @Test(arguments: ["2026-11-20", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func isWrittenAsItIsRead(text: String) { #expect(CalendarDate(text)?.description == text) }

  @Test(arguments: [
    "", "-", "--", "2026", "2026-11", "2026-11-20-", "2026-11-20T00:00", "2026-1-20", "2026-11-2", "26-11-20",
    "2026/11/20", " 2026-11-20", "2026-11-20 ", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32",
    "2023-02-29", "1900-02-29", "2100-02-29", "0000-01-01", "-026-01-01", "+026-01-01", "2026-+1-01",
    "２０２６-11-20", "abcd-ef-gh", "99999999999999999999-01-01",
  ])
  func refusesWhatIsNoDay(text: String) { #expect(CalendarDate(text) == nil) }

  @Test func ordersAsTheCalendarDoes() throws {
    let dates = try ["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01"].map {
      try #require(CalendarDate($0))
    }
    #expect(dates.shuffled().sorted() == dates)
  }
}
