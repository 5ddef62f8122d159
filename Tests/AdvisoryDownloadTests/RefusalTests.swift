import AdvisoryDownload
import Foundation
import Testing

/// What is refused, and what is said of it; nothing of it may take the place of a good file.
struct RefusalTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let kind: String
    let sentence: String
    var testDescription: String { kind }
  }

  @Test(
    arguments: [
      Case(kind: "lying", sentence: "its MD5 is not the one the server names"),
      Case(kind: "lying-crc", sentence: "its CRC32C is not the one the server names"),
      Case(kind: "redirect-http", sentence: "which is not https"),
      Case(kind: "redirect-file", sentence: "which is not https"),
      Case(kind: "loop", sentence: "leads on more than 5 times"),
      Case(kind: "missing", sentence: "status 404: there is no such file"),
      Case(kind: "large", sentence: "more than the limit of 1000000"),
      Case(kind: "endless", sentence: "more than the limit of 1000000"),
      Case(kind: "slow", sentence: "answers too slowly"),
      Case(kind: "wrong-range", sentence: "with another part of the file"),
    ]) func isRefusedWithASentence(_ one: Case) throws
  {
    var site = try Site()
    site.options.byteLimit = 1_000_000
    site.options.retries = 1
    if one.kind == "slow" { site.options.stallSeconds = 2 }
    try FileManager.default.createDirectory(at: site.folder, withIntermediateDirectories: true)
    try Data("good".utf8).write(to: site.folder.appending(path: "npm.zip"))
    do {
      try site.fetch(one.kind)
      Issue.record("\(one.kind) was accepted")
    } catch {
      #expect("\(error)".contains(one.sentence), "\(error)")
    }
    #expect(try site.content() == Data("good".utf8))
    #expect(one.kind == "slow" || site.names == ["npm.zip"])
  }

  @Test func aCertificateOfAStrangerIsRefused() throws {
    let site = try Site()
    for port in [site.server.ports.stranger, site.server.ports.otherName] {
      #expect {
        try site.fetch("ok", port: port)
      } throws: { error in
        if case .certificate? = error as? DownloadError { true } else { false }
      }
    }
    #expect(site.names.isEmpty)
    #expect(try site.requests().isEmpty)
  }

  @Test func theSystemsCertificatesDoNotVouchForTheServer() throws {
    var site = try Site()
    site.options.certificates = nil
    #expect {
      try site.fetch("ok")
    } throws: { error in
      if case .certificate? = error as? DownloadError { true } else { false }
    }
  }

  @Test func theSizeLimitIsExact() throws {
    var site = try Site()
    site.options.byteLimit = Site.content.count
    try site.fetch("ok")
    site.options.byteLimit = Site.content.count - 1
    #expect(throws: DownloadError.self) { try site.fetch("by-date") }
  }

  @Test func theNumberOfRedirectsIsExact() throws {
    var site = try Site()
    site.options.redirectLimit = 1
    try site.fetch("redirect")
    site.options.redirectLimit = 0
    #expect(throws: DownloadError.self) { try site.fetch("redirect") }
  }

  @Test func nobodyListensIsSaid() throws {
    var site = try Site()
    site.options.retries = 0
    #expect {
      try site.fetch("ok", port: 9)
    } throws: { "\($0)".contains("https://127.0.0.1:9/ok/") && "\($0)".contains("cannot be reached") }
    #expect(site.names.isEmpty)
  }

  @Test(
    arguments: [
      "http://127.0.0.1/a", "file:///etc/passwd", "https://", "https:///a", "https://user:pass@h/a",
      "ftp://h/a",
      "https://h/a b", "https://h\\@evil/a", "https://h/a\n", "", "https://:443/",
    ]) func onlyHTTPSAddressesAreFetched(_ address: String) throws
  {
    let site = try Site()
    #expect {
      try Downloader(into: site.folder.path(), options: site.options).fetch(
        RemoteFile(name: "a", address: address))
    } throws: { $0 as? DownloadError == .notHTTPS(address: address) }
    #expect(site.names.isEmpty)
  }

  @Test func twoUpdatesDoNotShareAFolder() throws {
    let site = try Site()
    let first = try Downloader(into: site.folder.path(), options: site.options)
    #expect {
      try Downloader(into: site.folder.path(), options: site.options)
    } throws: { $0 as? DownloadError == .busy(folder: site.folder.path()) }
    _ = try first.fetch(site.file("ok"))
  }

  @Test func aLinkInThePlaceOfThePartIsNotFollowed() throws {
    let site = try Site()
    try FileManager.default.createDirectory(at: site.folder, withIntermediateDirectories: true)
    let victim = site.folder.appending(path: "victim")
    try Data("mine".utf8).write(to: victim)
    try FileManager.default.createSymbolicLink(
      at: site.folder.appending(path: "npm.zip.part"), withDestinationURL: victim)
    try site.fetch("ok")
    #expect(try Data(contentsOf: victim) == Data("mine".utf8))
  }

  @Test func aFolderThatCannotBeMadeIsNamed() throws {
    let site = try Site()
    try FileManager.default.createDirectory(at: site.folder, withIntermediateDirectories: true)
    let file = site.folder.appending(path: "file")
    try Data().write(to: file)
    #expect {
      try Downloader(into: file.path() + "/deeper", options: site.options)
    } throws: { "\($0)".contains("cannot be written") }
  }
}
