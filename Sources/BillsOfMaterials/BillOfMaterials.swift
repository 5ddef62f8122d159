package import FindingModel
package import PackageModel

/// What one application, or one of its functions, consists of, and what is known of its flaws.
package struct BillOfMaterials: Sendable {
  package let subject: BillSubject
  /// The day the bill was made for; the time of day is no part of it, so that the same scan writes the same bytes.
  package let day: CalendarDate
  package let toolVersion: String
  /// Who answers for the statements about flaws.
  package var author: String = "Parapet"
  /// Functions of the application, empty for the bill of a function.
  package var functions: [BillSubject] = []
  package var components: [BillComponent] = []
  package var binaries: [BillBinary] = []
  package var vulnerabilities: [VulnerabilityStatement] = []
  package var completeness: Completeness = .unknown

  package enum Completeness: String, Sendable {
    case complete
    /// Something that lists packages could not be read.
    case incomplete
    case unknown
  }

  package init(_ subject: BillSubject, day: CalendarDate, toolVersion: String) {
    self.subject = subject
    self.day = day
    self.toolVersion = toolVersion
  }
}

/// An application or a function.
package struct BillSubject: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case application
    case function
  }

  package let kind: Kind
  package let name: String
  /// Of a function: the application it belongs to.
  package let application: String?
  package let version: String?
  /// The template or folder that says it, relative to the scanned root.
  package let path: String

  package init(_ kind: Kind, name: String, application: String? = nil, version: String? = nil, path: String) {
    self.kind = kind
    self.name = name
    self.application = application
    self.version = version
    self.path = path
  }

  /// `pkg:generic/shop`, and of a function `pkg:generic/shop/checkout`: no registry knows either.
  package var packageURL: PackageURL {
    PackageURL(type: "generic", namespace: application.map { [$0] } ?? [], name: name, version: version)
  }
}

/// A package of a list, with what is known of its use.
package struct BillComponent: Sendable {
  package let entry: PackageEntry
  /// The file that lists it, or the bundle it lies in.
  package let listPath: String
  package let format: PackageListFormat
  /// Components that it needs: indexes into ``BillOfMaterials/components``; those out of range mean nothing.
  package var dependencies: [Int] = []
  /// The functions that carry it; two applications may each have one of the same name.
  package var functions: [BillSubject] = []
  package var reachability: Reachability = .unknown
  /// Names from what the project asks for to this package, both included; empty where nobody knows.
  package var path: [String] = []

  package enum Reachability: String, Hashable, Sendable {
    case reached
    case notReached = "not-reached"
    case unknown
  }

  package init(_ entry: PackageEntry, listPath: String, format: PackageListFormat) {
    self.entry = entry
    self.listPath = listPath
    self.format = format
  }
}

/// A file in machine code, with the functions that carry it.
package struct BillBinary: Sendable {
  package let binary: NativeBinary
  package var functions: [BillSubject]

  package init(_ binary: NativeBinary, functions: [BillSubject] = []) {
    self.binary = binary
    self.functions = functions
  }
}
