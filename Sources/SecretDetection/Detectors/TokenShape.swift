/// The form of a token: what it begins with, what follows, how long it is.
struct TokenShape: Sendable {
  enum Alphabet: Sendable {
    case base32, hexadecimal, alphanumeric, word, wordAndDot, wordAndSlash

    func contains(_ byte: UInt8) -> Bool {
      switch self {
      case .base32: (0x41...0x5A).contains(byte) || (0x32...0x37).contains(byte)
      case .hexadecimal: (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
      case .alphanumeric: byte.isLetterOrDigit
      case .word: byte.isLetterOrDigit || byte == 0x5F || byte == 0x2D
      case .wordAndDot: byte.isLetterOrDigit || byte.isJoint
      case .wordAndSlash: byte.isLetterOrDigit || byte == 0x2F
      }
    }
  }

  let kind: SecretKind
  let prefix: [UInt8]
  let alphabet: Alphabet
  /// Lengths of what follows the prefix.
  let lengths: ClosedRange<Int>

  private init(_ kind: SecretKind, _ prefix: String, _ alphabet: Alphabet, _ lengths: ClosedRange<Int>) {
    self.kind = kind
    self.prefix = Array(prefix.utf8)
    self.alphabet = alphabet
    self.lengths = lengths
  }

  /// From the issuers' own descriptions of their tokens.
  private static let all: [TokenShape] = [
    TokenShape(.awsAccessKey, "AKIA", .base32, 16...16),
    TokenShape(.awsAccessKey, "ASIA", .base32, 16...16),
    TokenShape(.gitHubToken, "ghp_", .alphanumeric, 36...255),
    TokenShape(.gitHubToken, "gho_", .alphanumeric, 36...255),
    TokenShape(.gitHubToken, "ghu_", .alphanumeric, 36...255),
    TokenShape(.gitHubToken, "ghs_", .alphanumeric, 36...255),
    TokenShape(.gitHubToken, "ghr_", .alphanumeric, 36...255),
    TokenShape(.gitHubToken, "github_pat_", .word, 60...255),
    TokenShape(.gitLabToken, "glpat-", .wordAndDot, 20...300),
    TokenShape(.slackToken, "xoxb-", .word, 20...255),
    TokenShape(.slackToken, "xoxp-", .word, 20...255),
    TokenShape(.slackToken, "xoxa-", .word, 20...255),
    TokenShape(.slackToken, "xoxs-", .word, 20...255),
    TokenShape(.slackToken, "xapp-", .word, 20...255),
    TokenShape(.slackWebhook, "hooks.slack.com/services/T", .wordAndSlash, 30...80),
    TokenShape(.stripeKey, "sk_live_", .alphanumeric, 16...255),
    TokenShape(.stripeKey, "rk_live_", .alphanumeric, 16...255),
    TokenShape(.twilioKey, "SK", .hexadecimal, 32...32),
    TokenShape(.sendGridKey, "SG.", .wordAndDot, 66...66),
    TokenShape(.googleKey, "AIza", .word, 35...35),
    TokenShape(.googleClientSecret, "GOCSPX-", .word, 28...28),
    TokenShape(.npmToken, "npm_", .alphanumeric, 36...36),
    TokenShape(.pypiToken, "pypi-AgEIcHlwaS5vcmc", .word, 50...1000),
    TokenShape(.anthropicKey, "sk-ant-", .word, 40...255),
    TokenShape(.openAIKey, "sk-proj-", .word, 40...255),
    TokenShape(.openAIKey, "sk-svcacct-", .word, 40...255),
    TokenShape(.openAIKey, "sk-", .alphanumeric, 48...48),
    TokenShape(.huggingFaceToken, "hf_", .alphanumeric, 34...40),
    TokenShape(.digitalOceanToken, "dop_v1_", .hexadecimal, 64...64),
    TokenShape(.shopifyToken, "shpat_", .hexadecimal, 32...32),
    TokenShape(.databricksToken, "dapi", .hexadecimal, 32...32),
    TokenShape(.vaultToken, "hvs.", .word, 60...300),
  ]

  /// The shapes whose prefix begins with a byte; most bytes of a text have none.
  static let byFirstByte: [[TokenShape]] = {
    var table = [[TokenShape]](repeating: [], count: 256)
    for shape in all { table[Int(shape.prefix[0])].append(shape) }
    return table
  }()

  /// The end of a token that starts at a position, if there is one.
  func end(in bytes: [UInt8], at start: Int) -> Int? {
    guard bytes.count - start >= prefix.count + lengths.lowerBound, bytes[start...].starts(with: prefix)
    else {
      return nil
    }
    var end = start + prefix.count
    while end < bytes.count, end - start - prefix.count <= lengths.upperBound, alphabet.contains(bytes[end]) {
      end += 1
    }
    guard lengths.contains(end - start - prefix.count) else { return nil }
    // A longer run of letters is something else.
    if end < bytes.count, bytes[end].isLetterOrDigit { return nil }
    return isPlausible(bytes[(start + prefix.count)..<end]) ? end : nil
  }

  /// Not a row of crosses, and not one of the platform's examples.
  private func isPlausible(_ body: ArraySlice<UInt8>) -> Bool {
    Set(body).count >= 6 && !String(decoding: body, as: UTF8.self).uppercased().contains("EXAMPLE")
  }
}
