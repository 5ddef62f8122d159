package import FindingModel
package import RuleModel
internal import SecretDetection
internal import SecretFiles

/// Files that are private keys or stores of them.
package struct KeyInTree: TreeRule {
  package static let metadata = RuleMetadata(
    id: "sas7-key-file", risk: .insecureSecrets, title: "Private key as a file",
    severity: .critical, weaknesses: [321, 538],
    peers: ["gitleaks:private-key", "trivy:private-key", "detect-secrets:PrivateKeyDetector"],
    rationale: """
      A private key proves who its owner is. As a file of the project it has no owner: everyone with the repository \
      or the package can sign, decrypt or log in with it, and nobody notices.
      """,
    blindSpots: """
      Files are recognised by name and content: `id_rsa`, `.pem`, `.key`, `.p12`, `.jks` and their like. Certificates \
      and public keys are left out. Whether a passphrase of a store or key is weak is not tried; such a file is \
      reported with lower severity. A key inside another kind of file belongs to the rules on files and programs.
      """,
    remediation: Remediation(
      """
      Make a new key, take the old one out of use where it is trusted, and keep the new one in Secrets Manager or, \
      so that nobody ever has it, in KMS.
      """,
      snippets: [
        .cloudFormation: """
        SigningKey:
          Type: AWS::KMS::Key
          Properties:
            KeyUsage: SIGN_VERIFY
            KeySpec: ECC_NIST_P256
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/kms/latest/developerguide/symmetric-asymmetric.html",
      "https://cwe.mitre.org/data/definitions/321.html",
    ])

  package init() {}

  package func findings(in tree: TreeContext) -> [Finding] {
    let texts = (tree.secrets + tree.packaged).filter { $0.first.file.isKeyFile($0) }
    let stores = Set(tree.keys.map(\.path)).subtracting(texts.map { $0.first.location.path })
    return texts.numbered.map { finding(for: $0.placed, number: $0.number, in: tree) }
      + tree.keys.filter { stores.contains($0.path) }.map { finding(for: $0, in: tree) }
  }

  private func finding(for key: KeyFile, in tree: TreeContext) -> Finding {
    let carriers = tree.carriers(of: key.path)
    let file = FileKind(path: key.path)
    return finding(
      "'\(key.path)' is \(key.title). Whoever has it can try passphrases without end, and use the keys in it once "
        + "one fits. \(CarrierSentence.text(for: carriers, file: file))",
      at: .start(of: key.path), carriers: carriers, severity: file.isTest ? .low : .medium,
      confidence: .medium, advice: metadata.remediation.advice, discriminator: key.title)
  }
}
