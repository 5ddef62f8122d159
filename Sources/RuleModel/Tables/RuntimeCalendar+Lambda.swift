internal import FindingModel

extension RuntimeCalendar {
  /// AWS Lambda's managed runtimes, from the table of the developer guide's runtimes page.
  package static let lambda = RuntimeCalendar(asOf: day("2026-08-22"), entries: table)

  private static let table: [Entry] = [
    .init("java17.al2023", released: "2026-07-31", deprecated: "2029-06-30", updateBlocked: "2029-08-31"),
    .init("java11.al2023", released: "2026-07-31", deprecated: "2029-06-30", updateBlocked: "2029-08-31"),
    .init("java8.al2023", released: "2026-07-31", deprecated: "2029-06-30", updateBlocked: "2029-08-31"),
    .init("ruby4.0", released: "2026-04-30", deprecated: "2029-03-31", updateBlocked: "2029-05-31"),
    .init("dotnet10", released: "2026-01-08", deprecated: "2028-11-14", updateBlocked: "2029-01-15"),
    .init("nodejs24.x", released: "2025-11-25", deprecated: "2028-04-30", updateBlocked: "2028-07-01"),
    .init("python3.14", released: "2025-11-18", deprecated: "2029-06-30", updateBlocked: "2029-08-31"),
    .init("java25", released: "2025-11-14", deprecated: "2029-06-30", updateBlocked: "2029-08-31"),
    .init("ruby3.4", released: "2025-03-27", deprecated: "2028-03-31", updateBlocked: "2028-05-31"),
    .init("dotnet9", released: "2024-12-09", deprecated: "2026-11-10", updateBlocked: nil),
    .init("nodejs22.x", released: "2024-11-22", deprecated: "2027-04-30", updateBlocked: "2027-07-01"),
    .init("python3.13", released: "2024-11-14", deprecated: "2029-06-30", updateBlocked: "2029-08-31"),
    .init("ruby3.3", released: "2024-04-04", deprecated: "2027-03-31", updateBlocked: "2027-05-31"),
    .init("dotnet8", released: "2024-02-22", deprecated: "2026-11-10", updateBlocked: "2027-03-03"),
    .init("python3.12", released: "2023-12-14", deprecated: "2028-10-31", updateBlocked: "2029-01-10"),
    .init("java21", released: "2023-11-17", deprecated: "2029-06-30", updateBlocked: "2029-08-31"),
    .init("nodejs20.x", released: "2023-11-15", deprecated: "2026-04-30", updateBlocked: "2027-03-03"),
    .init("provided.al2023", released: "2023-11-10", deprecated: "2029-06-30", updateBlocked: "2029-08-31"),
    .init("python3.11", released: "2023-07-27", deprecated: "2027-06-30", updateBlocked: "2027-08-31"),
    .init("ruby3.2", released: "2023-06-07", deprecated: "2026-03-31", updateBlocked: "2027-03-03"),
    .init("java17", released: "2023-04-27", deprecated: "2027-06-30", updateBlocked: "2027-08-31"),
    .init("python3.10", released: "2023-04-18", deprecated: "2026-10-31", updateBlocked: "2027-03-03"),
    .init("nodejs18.x", released: "2022-11-18", deprecated: "2025-09-01", updateBlocked: "2027-03-03"),
    .init("dotnet7", released: "2022-11-15", deprecated: "2024-05-14", updateBlocked: "2024-05-14"),
    .init("nodejs16.x", released: "2022-05-12", deprecated: "2024-06-12", updateBlocked: "2027-03-03"),
    .init("dotnet6", released: "2022-02-24", deprecated: "2024-12-20", updateBlocked: "2027-03-03"),
    .init("python3.9", released: "2021-08-16", deprecated: "2025-12-15", updateBlocked: "2027-03-03"),
    .init("nodejs14.x", released: "2021-02-03", deprecated: "2023-12-04", updateBlocked: "2027-03-03"),
    .init("dotnet5.0", released: "2020-12-02", deprecated: "2022-05-10", updateBlocked: "2022-05-10"),
    .init("java8.al2", released: "2020-08-12", deprecated: "2027-06-30", updateBlocked: "2027-08-31"),
    .init("provided.al2", released: "2020-08-12", deprecated: "2026-07-31", updateBlocked: "2027-03-03"),
    .init("dotnetcore3.1", released: "2020-03-31", deprecated: "2023-04-03", updateBlocked: "2023-05-03"),
    .init("ruby2.7", released: "2020-02-19", deprecated: "2023-12-07", updateBlocked: "2027-03-03"),
    .init("nodejs12.x", released: "2019-11-18", deprecated: "2023-03-31", updateBlocked: "2023-04-30"),
    .init("python3.8", released: "2019-11-18", deprecated: "2024-10-14", updateBlocked: "2027-03-03"),
    .init("java11", released: "2019-11-18", deprecated: "2027-06-30", updateBlocked: "2027-08-31"),
    .init("nodejs10.x", released: "2019-05-15", deprecated: "2021-07-30", updateBlocked: "2022-02-14"),
    .init("ruby2.5", released: "2018-11-29", deprecated: "2021-07-30", updateBlocked: "2022-03-31"),
    .init("provided", released: "2018-11-29", deprecated: "2024-01-08", updateBlocked: "2027-03-03"),
    .init("python3.7", released: "2018-11-19", deprecated: "2023-12-04", updateBlocked: "2027-03-03"),
    .init("dotnetcore2.1", released: "2018-07-09", deprecated: "2022-01-05", updateBlocked: "2022-04-13"),
    .init("nodejs8.10", released: "2018-04-02", deprecated: "2020-03-06", updateBlocked: "2020-03-06"),
    .init("dotnetcore2.0", released: "2018-01-15", deprecated: "2019-05-30", updateBlocked: "2019-05-30"),
    .init("go1.x", released: "2018-01-15", deprecated: "2024-01-08", updateBlocked: "2027-03-03"),
    .init("nodejs4.3-edge", released: "2017-07-17", deprecated: "2020-03-05", updateBlocked: "2020-04-30"),
    .init("python3.6", released: "2017-04-18", deprecated: "2022-07-18", updateBlocked: "2022-08-29"),
    .init("nodejs6.10", released: "2017-03-22", deprecated: "2019-08-12", updateBlocked: "2019-08-12"),
    .init("dotnetcore1.0", released: "2016-12-01", deprecated: "2019-06-27", updateBlocked: "2019-07-30"),
    .init("nodejs4.3", released: "2016-04-07", deprecated: "2020-03-05", updateBlocked: "2020-03-05"),
    .init("python2.7", released: "2015-10-08", deprecated: "2021-07-15", updateBlocked: "2022-05-30"),
    .init("java8", released: "2015-06-15", deprecated: "2024-01-08", updateBlocked: "2027-03-03"),
    .init("nodejs", released: "2014-11-13", deprecated: "2016-08-30", updateBlocked: "2016-10-31"),
  ]

  /// - Parameter text: A literal of the table above; a misspelt one would be our own fault.
  fileprivate static func day(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(text) else { preconditionFailure("\(text) is no day") }
    return date
  }
}

extension RuntimeCalendar.Entry {
  fileprivate init(_ name: String, released: String, deprecated: String, updateBlocked: String?) {
    self.init(
      name: name, released: RuntimeCalendar.day(released), deprecated: RuntimeCalendar.day(deprecated),
      updateBlocked: updateBlocked.map(RuntimeCalendar.day))
  }
}
