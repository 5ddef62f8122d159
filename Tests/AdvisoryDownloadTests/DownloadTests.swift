import AdvisoryDownload
import Foundation
import Testing

/// What works, against a server on 127.0.0.1.
struct DownloadTests {
  @Test func aFileIsFetchedAndCheckedByItsDigest() throws {
    let site = try Site()
    let file = try site.fetch("ok")
    #expect(try site.content() == Site.content)
    #expect(file.verified == "MD5" && !file.isUnchanged && file.bytes == Site.content.count)
    #expect(site.names == ["npm.zip", "npm.zip.validator"])
  }

  @Test func withoutMD5TheCyclicCheckCounts() throws {
    let site = try Site()
    #expect(try site.fetch("crc-only").verified == "CRC32C")
  }

  @Test func digestsOfStoredBytesThatAreNotSentDoNotCount() throws {
    let site = try Site()
    #expect(try site.fetch("transcoded").verified == nil)
  }

  @Test(arguments: ["ok", "by-date"]) func whatHasNotChangedIsNotFetchedAgain(_ kind: String) throws {
    let site = try Site()
    try site.fetch(kind)
    let again = try site.fetch(kind)
    #expect(again.isUnchanged && again.bytes == Site.content.count)
    #expect(try site.content() == Site.content)
    let second = try #require(try site.requests().last)
    #expect((second.ifNoneMatch ?? second.ifModifiedSince) != nil)
    #expect(site.names == ["npm.zip", "npm.zip.validator"])
  }

  @Test func whatHasChangedTakesTheOldOnesPlace() throws {
    let site = try Site()
    try site.fetch("updated")
    #expect(try !site.fetch("updated").isUnchanged)
    #expect(try site.content() == Site.changed)
  }

  @Test func aFileOfAnotherAddressIsNotAskedAbout() throws {
    let site = try Site()
    try site.fetch("ok")
    try site.fetch("by-date")
    #expect(try site.requests().last?.ifNoneMatch == nil)
  }

  @Test func whatBrokeOffIsContinued() throws {
    let site = try Site()
    let file = try site.fetch("cut")
    #expect(try site.content() == Site.content)
    #expect(file.verified == "MD5")
    let requests = try site.requests()
    #expect(requests.map(\.range) == [nil, "bytes=\(Site.content.count / 2)-"])
    #expect(requests.last?.ifRange == "\"one\"")
  }

  /// The process may have ended in between.
  @Test func theNextCallContinuesToo() throws {
    var site = try Site()
    site.options.retries = 0
    #expect(throws: DownloadError.self) { try site.fetch("cut") }
    #expect(site.names == ["npm.zip.part", "npm.zip.part.validator"])
    try site.fetch("cut")
    #expect(try site.content() == Site.content)
    #expect(try site.requests().last?.range != nil)
  }

  @Test func everyRetryComesNearer() throws {
    var site = try Site()
    site.options.retries = 2
    var seen: [Int] = []
    #expect(throws: DownloadError.self) { try site.fetch("always-cut") { seen.append($0.received) } }
    let size = Site.content.count
    #expect(seen.last == size - size / 8)
    #expect(try site.requests().count == 3)
  }

  @Test func aFileThatChangedInBetweenStartsOver() throws {
    let site = try Site()
    let file = try site.fetch("changing")
    #expect(try site.content() == Site.changed)
    #expect(file.verified == "MD5")
    #expect(try site.requests().last?.ifRange == "\"one\"")
  }

  @Test(arguments: ["no-ranges", "no-such-range", "weak"])
  func aServerWithoutPartsSendsTheWhole(_ kind: String) throws {
    let site = try Site()
    try site.fetch(kind)
    #expect(try site.content() == Site.content)
  }

  @Test func aPartWithoutItsValidatorIsNotContinued() throws {
    var site = try Site()
    site.options.retries = 0
    #expect(throws: DownloadError.self) { try site.fetch("cut") }
    try Data("garbage".utf8).write(to: site.folder.appending(path: "npm.zip.part.validator"))
    try site.fetch("cut")
    #expect(try site.content() == Site.content)
    #expect(try site.requests().last?.range == nil)
  }

  /// The digest covers what was on disk before, not only what arrived last.
  @Test func aPartThatWasDamagedOnDiskIsNoticed() throws {
    var site = try Site()
    site.options.retries = 0
    #expect(throws: DownloadError.self) { try site.fetch("cut") }
    let part = site.folder.appending(path: "npm.zip.part")
    var bytes = try Data(contentsOf: part)
    bytes[7] ^= 1
    try bytes.write(to: part)
    #expect(throws: DownloadError.self) { try site.fetch("cut") }
    #expect(site.names.isEmpty)
    try site.fetch("cut")
    #expect(try site.content() == Site.content)
  }

  @Test func aFaultOfTheServerIsWaitedFor() throws {
    let site = try Site()
    var waits: [Int] = []
    _ = try Downloader(into: site.folder.path(), options: site.options, wait: { waits.append($0) })
      .fetch(site.file("faulty"))
    #expect(try site.content() == Site.content)
    #expect(waits == [1, 2])
  }

  @Test func aRedirectToHTTPSIsFollowed() throws {
    let site = try Site()
    try site.fetch("redirect")
    #expect(try site.content() == Site.content)
  }

  @Test func anEmptyFileIsAFile() throws {
    let site = try Site()
    #expect(try site.fetch("empty").bytes == 0)
    #expect(try site.content().isEmpty)
  }

  @Test func progressSaysHowMuchThereIs() throws {
    let site = try Site()
    var last: DownloadProgress?
    try site.fetch("ok") { last = $0 }
    #expect(last?.received == Site.content.count && last?.total == Site.content.count)
  }
}
