import FindingModel
import Glibc
import Testing

@testable import SecretDetection

/// The pass over the bytes: what it returns, and what it costs.
@Suite struct SecretScannerTests {
  private var key: String {
    var draw = Draw(seed: 1)
    return draw.awsKey("AKIA")
  }

  @Test func placesAreThoseOfTheValues() {
    let text = "first = '\(key)'\nurl = 'postgres://shop:Tr0ub4dor@db.internal/orders'\n"
    let bytes = Array(text.utf8)
    let found = SecretScanner.secrets(in: bytes, context: SecretContext(.code))
    #expect(found.map(\.secret.kind) == [.awsAccessKey, .databaseAddress])
    for match in found { #expect(String(decoding: bytes[match.range], as: UTF8.self) == match.secret.value) }
  }

  @Test func onlyFormsCountInAValue() {
    #expect(SecretScanner.secrets(in: "it is \(key) and \(key)").count == 1)
  }

  @Test func nothingShowsAValue() {
    var draw = Draw(seed: 2)
    for vector in SecretVector.all {
      let bytes = Array(vector.make(&draw).utf8)
      for match in SecretScanner.secrets(in: bytes, context: SecretContext(.unknown)) {
        var dumped = ""
        dump(match, to: &dumped)
        let texts = [
          "\(match)", "\(match.secret)", String(reflecting: match), dumped, match.secret.evidence ?? "",
        ]
        #expect(!texts.contains { $0.contains(match.secret.value) }, "\(vector.testDescription)")
        #expect("\(match.secret)".prefix { $0 != "…" }.count <= 4)
      }
    }
  }

  @Test func fingerprintsAreThoseOfTheValue() {
    let first = DetectedSecret(.awsAccessKey, key, confidence: .low)
    let second = DetectedSecret(.awsAccessKey, key, evidence: "seen elsewhere")
    #expect(first == second && first.fingerprint == second.fingerprint && first.fingerprint?.count == 16)
    #expect(DetectedSecret(.awsAccessKey, key + "A").fingerprint != first.fingerprint)
    #expect(DetectedSecret(.password, "hunter2").fingerprint == nil)
  }

  @Test func countsAreLimited() {
    var draw = Draw(seed: 3)
    let key = "rubygems_" + draw.hex(48) + "\n"
    let limit = SecretScanner.matchLimit
    #expect(
      SecretScanner.secrets(in: Array(String(repeating: key, count: limit - 1).utf8)).count == limit - 1)
    #expect(SecretScanner.secrets(in: Array(String(repeating: key, count: limit + 1).utf8)).count == limit)
  }

  /// Twice as many anchors that come to nothing may cost twice the time, and a little.
  @Test(arguments: [
    "AKIA", "AKIAQAAAAAAAAAAAAAAA ", "eyJ", ".eyJhbGciOiJIUzI1NiJ9", "://", "://a:b@", "-----BEGIN ",
    "-----BEGIN RSA PRIVATE KEY-----", "password=", "password='", "token: ", "xoxb-", "glpat-", "sk-", "MDA",
    ":AA1",
    "Basic ", "machine ", "sig=", "AAAA", "{\"auth\":\"", "client-key-data:AAAA", "PuTTY-User-Key-File-",
    "\\\\\\", "secret.",
  ])
  func costIsLinear(_ anchor: String) {
    let short = Array(repeatElement(Array(anchor.utf8), count: 4_000 / anchor.utf8.count).joined())
    let long = Array(repeatElement(short, count: 8).joined())
    /// Seconds that this thread computes, whatever else the machine does.
    func cost(_ bytes: [UInt8]) -> Double {
      let start = threadTime
      _ = SecretScanner.secrets(in: bytes, context: SecretContext(.code))
      return threadTime - start
    }
    _ = cost(short)
    let unit = (0..<3).map { _ in cost(short) }.min() ?? 0
    #expect(cost(long) < unit * 24 + 0.01)
  }

  private var threadTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test func anyBytesAreSurvived() {
    var draw = Draw(seed: 5)
    let pieces = [
      "AKIA", "eyJ", "://", "@", ":", "=", ";", "-----BEGIN ", "PRIVATE KEY-----", "sk-", "é", "\u{0}", ".",
      "\\", "\"",
      "password", "token", "value", "Basic ", "machine ", "sig=", ":AA", "PuTTY-User-Key-File-",
      "Private-Lines: ",
    ]
    for _ in 0..<3_000 {
      let text = (0..<20).map { _ in pieces[Int.random(in: pieces.indices, using: &draw)] }.joined()
      let bytes = Array(text.utf8)
      for match in SecretScanner.secrets(in: bytes) {
        #expect(match.range.upperBound <= bytes.count && !match.range.isEmpty)
      }
    }
  }

  /// Cut anywhere, a text is searched without reading beyond its end.
  @Test func endsAreRespected() {
    var draw = Draw(seed: 6)
    for vector in SecretVector.all {
      let bytes = Array(vector.make(&draw).utf8)
      for end in stride(from: 0, through: bytes.count, by: max(1, bytes.count / 20)) {
        let found = SecretScanner.secrets(in: Array(bytes[..<end]))
        #expect(found.allSatisfy { $0.range.upperBound <= end })
      }
    }
  }
}

/// The filter that rules out nearly all positions.
@Suite struct AnchorFilterTests {
  private let windows = ["aki", "://", "eyj", "-us"]

  private var filter: AnchorFilter {
    var filter = AnchorFilter()
    for window in windows { filter.insert(Self.slot(Array(window.utf8)[...])) }
    return filter
  }

  private static func slot(_ bytes: ArraySlice<UInt8>) -> Int {
    AnchorFilter.slot(
      bytes.enumerated().reduce(UInt32(0)) { $0 | UInt32($1.element) << UInt32(8 * $1.offset) })
  }

  @Test func findsWhatASearchOfEachPositionFinds() {
    var draw = Draw(seed: 7)
    let slots = Set(windows.map { Self.slot(Array($0.utf8)[...]) })
    let filter = filter
    for length in 0..<400 {
      let bytes = Array(draw.characters(length, of: "aKiI:/eyJ-us.x").utf8)
      let expected = bytes.indices.dropLast(min(2, length)).filter {
        slots.contains(Self.slot(bytes[$0..<($0 + 3)]))
      }
      var found: [Int] = []
      bytes.withUnsafeBufferPointer { buffer in
        var position = 0
        while let next = filter.next(in: buffer, from: position) {
          found.append(next.position)
          position = next.position + 1
        }
      }
      #expect(found == Array(expected))
    }
  }

  @Test func everyAnchorPassesTheFilter() {
    for detector in Detectors.all {
      for anchor in detector.anchors {
        #expect(anchor.bytes.count >= AnchorFilter.windowLength)
        #expect(!anchor.ignoresCase || anchor.bytes == anchor.bytes.map(\.lowercased))
      }
    }
  }
}
