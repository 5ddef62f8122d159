import FindingModel

func finding(
  _ rule: String = "sas4-admin", _ severity: Severity = .high, confidence: Confidence = .high, line: Int = 3,
  path: String = "template.yaml", subject: Subject = .role(name: "Role")
) -> Finding {
  Finding(
    rule: rule, risk: .overPrivilegedRoles, weaknesses: [250], severity: severity, confidence: confidence,
    title: "Role may do anything", message: "m", remediation: "r", subject: subject, application: "shop",
    functions: [], location: SourceLocation(path: path, line: line, column: 1), references: [],
    discriminator: "\(line)")
}
