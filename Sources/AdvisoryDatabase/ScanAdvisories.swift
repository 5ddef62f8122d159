package import FindingModel
package import PackageModel
internal import Synchronization

/// The advisories that one scan asks, and what its reader has to know of them.
package final class ScanAdvisories: AdvisoryProvider {
  /// Days after which a database misses too much of what is published.
  package static let freshDays = 14

  private let store: AdvisoryStore
  /// The first failure of a look-up: what was not found after it may be there all the same.
  private let failure = Mutex<String?>(nil)

  package init(_ store: AdvisoryStore) {
    self.store = store
  }

  package func knownAdvisories(for identity: PackageIdentity) -> [Advisory] {
    do {
      return try store.advisories(for: identity)
    } catch {
      note(error)
      return []
    }
  }

  package func knownExploit(of advisory: Advisory) -> KnownExploit? {
    do {
      return try store.exploit(of: advisory)
    } catch {
      note(error)
      return nil
    }
  }

  private func note(_ error: AdvisoryStoreError) {
    failure.withLock { $0 = $0 ?? "\(error)" }
  }

  package func notice(asOf day: CalendarDate) -> String? {
    if let failure = failure.withLock({ $0 }) {
      return
        "The database of advisories failed while packages were looked up, so that vulnerable ones may be missing: "
        + "\(failure)."
    }
    guard store.isImported else {
      let seed = AdvisoryStore.seedStatus()
      return "Packages were compared with the \(seed.records) advisories that are embedded in the program"
        + (seed.newest.map { ", none newer than \($0)" } ?? "")
        + "; 'parapet advisories update' gets all that are published."
    }
    // A database that cannot tell its age was read all the same, and has failed above if it could not be.
    guard let age = try? store.age(asOf: day), age > Self.freshDays else { return nil }
    return
      "The newest advisory of the database is \(age) days old; 'parapet advisories update' gets those since."
  }
}
