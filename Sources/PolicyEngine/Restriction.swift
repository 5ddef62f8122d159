package import ApplicationModel

/// What a condition says about who the caller is.
package enum Restriction: Hashable, Sendable {
  /// Only the account that owns the resource, or a resource of it.
  case ownAccount
  /// Only accounts, an organisation or resources with fixed values that belong to somebody else, or nobody knows whom.
  case others([Text])
  /// Only callers from certain networks: addresses, VPCs, endpoints.
  case network([Text])
  /// Only AWS services on a customer's behalf, whoever the customer is.
  case services
  /// Only callers who know a secret token.
  case token
}

extension PolicyCondition {
  /// The restriction it puts on callers of an `Allow`, or `nil` if it lets strangers through.
  ///
  /// Follows what S3 and Lambda call a non-public policy: a key that identifies the caller, compared
  /// with fixed values. `…IfExists` and `ForAllValues` hold for a caller without the key, so they restrict nobody.
  package var restriction: Restriction? {
    var name = operation.lowercased()
    if name.hasSuffix("ifexists") || name.hasPrefix("forallvalues:") { return nil }
    if name.hasPrefix("foranyvalue:") { name = String(name.dropFirst("foranyvalue:".count)) }
    switch name {
    case "stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike": return identity
    case "ipaddress": return network
    case "bool": return service
    default: return nil
    }
  }

  /// The restriction that a `Deny` with this condition leaves for those it does not deny.
  ///
  /// `Deny` unless `aws:PrincipalOrgID` is ours leaves our organisation.
  package var restrictionOfDenial: Restriction? {
    var name = operation.lowercased()
    // A caller without the key is denied by the plain negated operators, and by IfExists as well.
    if name.hasSuffix("ifexists") { name = String(name.dropLast("ifexists".count)) }
    if name.hasPrefix("forallvalues:") || name.hasPrefix("foranyvalue:") { return nil }
    switch name {
    case "stringnotequals", "stringnotequalsignorecase", "stringnotlike", "arnnotequals", "arnnotlike":
      return identity
    case "notipaddress": return network
    case "bool":
      // Deny when the principal is no AWS service.
      guard key.lowercased() == "aws:principalisawsservice" else { return nil }
      return values.contains { $0.literal?.lowercased() == "false" } ? .services : nil
    default: return nil
    }
  }

  private var identity: Restriction? {
    switch key.lowercased() {
    case "aws:sourceaccount", "aws:sourceowner", "aws:principalaccount", "s3:dataaccesspointaccount",
      "kms:calleraccount":
      return accounts
    case "aws:principalorgid", "aws:principalorgpaths", "aws:sourceorgid", "aws:sourceorgpaths", "aws:userid":
      return hasFixedValues ? .others(values) : nil
    case "aws:sourcearn", "aws:principalarn", "s3:dataaccesspointarn", "lambda:sourcefunctionarn":
      return arns
    case "aws:sourcevpc", "aws:sourcevpce", "aws:vpcsourceip":
      return hasFixedValues ? .network(values) : nil
    case "lambda:eventsourcetoken":
      return hasFixedValues ? .token : nil
    case "aws:principalservicename", "aws:principalservicenameslist", "aws:calledvia", "kms:viaservice":
      return hasFixedValues ? .services : nil
    default:
      return nil
    }
  }

  private var hasFixedValues: Bool {
    !values.isEmpty && values.allSatisfy { $0.isFixed }
  }

  private var accounts: Restriction? {
    guard hasFixedValues else { return nil }
    return values.allSatisfy(\.isOwnAccountNumber) ? .ownAccount : .others(values)
  }

  private var arns: Restriction? {
    guard !values.isEmpty, values.allSatisfy(\.namesAnOwner) else { return nil }
    return values.allSatisfy(\.belongsToOwnAccount) ? .ownAccount : .others(values)
  }

  private var network: Restriction? {
    guard ["aws:sourceip", "aws:vpcsourceip"].contains(key.lowercased()), hasFixedValues else { return nil }
    // A block of half the internet restricts nobody.
    let isOpen = values.contains { $0.literal.map(Self.isWideBlock) ?? false }
    return isOpen ? nil : .network(values)
  }

  private var service: Restriction? {
    guard ["aws:principalisawsservice", "aws:viaawsservice"].contains(key.lowercased()) else { return nil }
    return values.contains { $0.literal?.lowercased() == "true" } ? .services : nil
  }

  private static func isWideBlock(_ block: String) -> Bool {
    guard let slash = block.lastIndex(of: "/"), let length = Int(block[block.index(after: slash)...]) else {
      return false
    }
    return block.contains(":") ? length < 16 : length < 8
  }
}

extension Text {
  /// One value for a deployment: no wildcard in what is literal, and open parts only the deployment decides.
  package var isFixed: Bool {
    parts.allSatisfy { part in
      switch part {
      case .literal(let text): !text.contains("*") && !text.contains("?")
      case .reference: true
      case .open(let expression): expression.isFixedAtDeployment
      }
    }
  }

  /// `!Ref AWS::AccountId`.
  package var isOwnAccountNumber: Bool {
    guard parts.count == 1, case .open(let expression) = parts[0] else { return false }
    return expression.origin == .pseudoParameter("AWS::AccountId")
  }

  /// An ARN of the own account, or a reference to a resource of the application.
  package var belongsToOwnAccount: Bool {
    if case .reference? = parts.first { return true }
    return arnAccount?.isOwnAccountNumber ?? false || bucketReference != nil
  }

  /// An ARN whose owner is fixed: a concrete account, a concrete bucket, or a reference.
  var namesAnOwner: Bool {
    if isFixed { return true }
    if case .reference? = parts.first { return true }
    if bucketReference != nil { return true }
    guard let account = arnAccount else { return false }
    return account.isFixed && account.literal != ""
  }

  /// The bucket reference of `arn:aws:s3:::${Bucket}…`.
  private var bucketReference: ResourceReference? {
    guard parts.count > 1, leadingLiteral.hasSuffix(":s3:::"), case .reference(let reference) = parts[1]
    else {
      return nil
    }
    return reference
  }

  /// The fifth segment of an ARN; `nil` for text that is no ARN with five literal-separated segments.
  package var arnAccount: Text? { arnSegment(4) }

  /// A segment of an ARN, from 0 (`arn`), split at the colons of its literal parts; the sixth holds the rest.
  package func arnSegment(_ index: Int) -> Text? {
    var segments: [[Part]] = [[]]
    for part in parts {
      guard case .literal(let text) = part else {
        segments[segments.count - 1].append(part)
        continue
      }
      let pieces = text.split(separator: ":", omittingEmptySubsequences: false)
      for (position, piece) in pieces.enumerated() {
        if position > 0, segments.count < 6 {
          segments.append([])
        } else if position > 0 {
          segments[segments.count - 1].append(.literal(":"))
        }
        segments[segments.count - 1].append(.literal(String(piece)))
      }
    }
    guard segments.count > index, Text(segments[0]).literal == "arn" else { return nil }
    return Text(segments[index])
  }
}
