/// The detectors that a scan asks; which one finds an overlapping secret first does not matter.
enum Detectors {
  static let all: [any Detector] =
    Tokens.all as [any Detector] + [
      AWSSecretDetector(), TelegramTokenDetector(), DiscordTokenDetector(), WebTokenDetector(),
      PrivateKeyDetector(),
      PuTTYKeyDetector(), AddressDetector(), ConnectionStringDetector(), AccountKeyDetector(),
      SharedAccessDetector(),
      HeaderDetector(), NetrcDetector(), RegistryDetector(), DockerAuthDetector(), ClusterKeyDetector(),
      PasswordHashDetector(), CurlUserDetector(),
    ]
}
