import DependencyInventory
import FindingModel
import PackageModel
import Testing

@Suite struct HostileInputTests {
  private func reading(_ bytes: [UInt8], _ path: String) throws -> PackageList {
    let format = try #require(PackageListReader.format(of: path))
    return PackageListReader.read(bytes, path: path, format: format, files: NoPackageFiles())
  }

  /// What every list has to hold, whatever was read.
  private func check(_ list: PackageList, _ note: String) {
    let indexes = list.packages.indices
    #expect(list.packages.allSatisfy { $0.dependencies.allSatisfy(indexes.contains) }, "\(note)")
    #expect(list.packages.allSatisfy { Set($0.dependencies).count == $0.dependencies.count }, "\(note)")
    #expect(list.packages.allSatisfy { $0.location.line >= 1 }, "\(note)")
    #expect(list.problems.allSatisfy { !$0.reason.isEmpty }, "\(note)")
  }

  @Test func everyFormatHasASampleThatSaysSomething() throws {
    let formats = Set(Samples.all.compactMap { format($0.path) })
    for sample in Samples.all where sample.text != "{}" {
      let list = try reading(Array(sample.text.utf8), sample.path)
      #expect(!list.packages.isEmpty || !list.requirements.isEmpty, "\(sample.path)")
      check(list, sample.path)
    }
    #expect(formats.count == 20)
  }

  @Test(.timeLimit(.minutes(2)), arguments: Samples.all.map(\.path)) func filesMayEndAnywhere(_ path: String)
    throws
  {
    let text = try #require(Samples.all.first { $0.path == path }?.text)
    let bytes = Array(text.utf8)
    for end in bytes.indices { check(try reading(Array(bytes[..<end]), path), "\(path) cut at \(end)") }
  }

  @Test(.timeLimit(.minutes(2)), arguments: Samples.all.map(\.path)) func bytesMayBeAny(_ path: String) throws
  {
    let text = try #require(Samples.all.first { $0.path == path }?.text)
    var random = SplitMix64(state: 11)
    let marks = Array("\"'[]{}(),:;=#@/\\-. \n\t<>!~^*0aé".utf8) + [0, 0xFF, 0x80]
    for _ in 0..<300 {
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: bytes.insert(marks.randomElement(using: &random) ?? 0, at: place)
        case 1: if place < bytes.count { bytes.remove(at: place) }
        default: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
        }
      }
      check(try reading(bytes, path), "\(path): \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test(arguments: ["package-lock.json", "yarn.lock", "poetry.lock", "setup.py", "Gemfile"])
  func largeFilesAreNamed(_ path: String) throws {
    let limit = InventoryLimits.bytes(of: try #require(format(path)))
    let over = try reading([UInt8](repeating: 0x20, count: limit + 1), path)
    #expect(over.problems.map(\.reason) == ["\(limit + 1) bytes, more than the limit of \(limit)"])
    // The large ones are the same gate, and slow to read to their end.
    guard limit == InventoryLimits.programBytes else { return }
    let at = try reading([UInt8](repeating: 0x20, count: limit), path)
    #expect(at.problems.isEmpty)
  }

  @Test(.timeLimit(.minutes(2))) func requirementsAreCounted() throws {
    let limit = InventoryLimits.packages
    func lines(_ count: Int) -> [UInt8] { Array(String(repeating: "a\n", count: count).utf8) }
    let at = try reading(lines(limit), "requirements.txt")
    #expect(at.problems.isEmpty && at.requirements.count == limit)
    let over = try reading(lines(limit + 1), "requirements.txt")
    #expect(over.requirements.count == limit)
    #expect(over.problems.map(\.reason) == ["more than \(limit) requirements; the rest was not read"])
  }

  @Test(.timeLimit(.minutes(2))) func packagesAreCounted() throws {
    let limit = InventoryLimits.packages
    func lock(_ count: Int) -> [UInt8] {
      Array(("GEM\n  specs:\n" + (0..<count).map { "    a\($0) (1)\n" }.joined()).utf8)
    }
    #expect(try reading(lock(limit), "Gemfile.lock").problems.isEmpty)
    let over = try reading(lock(limit + 1), "Gemfile.lock")
    #expect(over.packages.count == limit)
    #expect(over.problems.map(\.reason) == ["more than \(limit) packages; the rest was not read"])
  }

  @Test(arguments: HostileFile.deep) func deepFilesAreNamed(_ file: HostileFile) throws {
    let list = try reading(Array(file.text(100_000).utf8), file.path)
    #expect(list.problems.count == 1, "\(list.problems)")
  }

  /// Inputs on which a careless reader takes time that grows with the square of their size.
  @Test(.timeLimit(.minutes(2)), arguments: HostileFile.repetitive)
  func repetitionIsLinear(_ file: HostileFile) throws {
    let bytes = Array(file.text(20_000).utf8)
    let start = ContinuousClock.now
    check(try reading(bytes, file.path), file.path)
    // A debug build on a busy machine needs some seconds; a square of these sizes would take minutes.
    #expect(ContinuousClock.now - start < .seconds(30), "\(file)")
  }

  @Test func secretsOfAddressesAreDropped() throws {
    for sample in [
      (
        "package.json",
        #"{"dependencies":{"a":"git+https://u:s3cret@h/a.git","b":"https://h/b.tgz?t=s3cret"}}"#
      ),
      (
        "requirements.txt",
        "-i https://u:s3cret@h/simple\na @ git+https://s3cret@h/a\n-e git+https://u:s3cret@h/b#egg=b\nc @ https://h/c.zip?t=s3cret\n-r https://u:s3cret@h/r.txt\n"
      ),
      ("Gemfile", "source 'https://u:s3cret@h'\ngem 'a', git: 'https://s3cret@h/a'"),
      ("Package.swift", ".package(url: \"https://u:s3cret@h/a\", from: \"1.0.0\")"),
      (
        "Pipfile",
        "[[source]]\nurl = 'https://u:s3cret@h/simple'\n[packages]\na = {git = 'https://s3cret@h/a'}\n"
      ),
      (
        "yarn.lock",
        "# yarn lockfile v1\na@1:\n  version \"1\"\n  resolved \"https://u:s3cret@h/a/-/a-1.tgz\"\n"
      ),
    ] {
      let list = try reading(Array(sample.1.utf8), sample.0)
      #expect(!String(describing: list).contains("s3cret"), "\(sample.0)")
    }
  }
}
