import FindingModel
import Testing

@testable import Archives

struct ArchiveLibraryTests {
  @Test func aMissingLibraryIsNamedWithWhatToInstall() throws {
    let error = try #require(throws: ArchiveError.self) {
      try ArchiveLibrary("libarchive-that-is-missing.so")
    }
    guard case .libraryMissing(let reason) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(reason.contains("libarchive-that-is-missing.so"))
    let notChecked = error.notChecked(in: "build/orders.zip")
    #expect(notChecked.isError && error.endsReading)
    #expect(notChecked.reason.contains("Debian package libarchive13"))
  }

  @Test func anotherLibraryIsNotTakenForIt() {
    #expect(throws: ArchiveError.libraryMissing(reason: "it lacks the function archive_read_new")) {
      try ArchiveLibrary("libc.so.6")
    }
  }
}
